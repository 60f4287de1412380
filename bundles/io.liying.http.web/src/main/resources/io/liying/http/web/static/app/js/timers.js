/** Running timers, as the answers tell them, and those that ring now. */
import { Bell } from './bell.js';
import { keep, kept } from './preferences.js';
import { newKey } from './store.js';

const NAME = 'liying.timers';
/** A timer that should have rung long ago and of which nothing was heard is no longer shown. */
const OVERDUE_MS = 15_000;

export class Timers {
  #store;
  #bell = new Bell();
  #rung = new Set();
  #tick = 0;

  constructor(store) {
    this.#store = store;
    store.state.timers = kept(localStorage, NAME, []).filter((timer) => timer.due > Date.now());
    this.#keepTicking();
  }

  /**
   * Takes the timers of an answer. `running` are all; without it the intent tells what `timers` are: those that were
   * cancelled, all that are running, or some of them.
   */
  learn(data, intent = '', asksBack = false) {
    const named = data?.running ?? data?.timers;
    if (!Array.isArray(named)) return;
    const now = Date.now();
    const timers = named.map((raw) => this.#timerOf(raw, now)).filter(Boolean);
    const isWhole = data.running || intent === 'timer.list';
    const others = this.#store.state.timers.filter((other) => !timers.some((timer) => timer.id === other.id));
    if (isWhole) this.#replace(timers);
    else this.#replace(intent === 'timer.cancel' && !asksBack ? others : [...others, ...timers]);
  }

  /** A timer has fired: rings until somebody stops it. The same news may come more than once. */
  ring(notice) {
    const data = notice.data ?? {};
    const id = String(data.id ?? data.timer_id ?? notice.id ?? newKey());
    const once = String(notice.id ?? id);
    if (this.#rung.has(once)) return;
    this.#rung.add(once);
    this.#replace(this.#store.state.timers.filter((timer) => timer.id !== id));
    this.#store.state.ringing.push({ key: newKey(), id, text: notice.text ?? '', at: new Date(), language: notice.language });
    this.#bell.start();
    this.#tell(notice.text ?? '');
    this.#store.changed();
  }

  silence(ringing) {
    const left = this.#store.state.ringing.filter((other) => other !== ringing);
    this.#store.set({ ringing: left });
    if (!left.length) this.#bell.stop();
  }

  /** Whether the browser could also show a note outside the page, but has not been asked. */
  get mayAsk() {
    return 'Notification' in window && Notification.permission === 'default';
  }

  async ask() {
    await Notification.requestPermission();
    this.#store.changed();
  }

  #tell(text) {
    if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
    try {
      const note = new Notification('LiYing', { body: text, icon: '/app/icons/logo.svg', tag: 'liying.timer' });
      note.onclick = () => window.focus();
    } catch (problem) {
      // Phones allow notes from service workers only; the banner and the bell are there anyway.
      console.info(`LiYing: no note outside the page: ${problem.message}`);
    }
  }

  #timerOf(raw, now) {
    const id = String(raw.id ?? raw.job_id ?? raw.timer_id ?? '');
    const due = dueOf(raw, now);
    if (!id || !Number.isFinite(due)) return null;
    const known = this.#store.state.timers.find((timer) => timer.id === id);
    const total = known?.total ?? (secondsOf(raw.duration ?? raw.duration_seconds) * 1000 || due - now);
    return { id, name: String(raw.name ?? raw.label ?? ''), due, total };
  }

  #replace(timers) {
    timers.sort((one, other) => one.due - other.due);
    this.#store.set({ timers });
    keep(localStorage, NAME, timers);
    this.#keepTicking();
  }

  #keepTicking() {
    const wanted = this.#store.state.timers.length > 0;
    if (wanted && !this.#tick) this.#tick = setInterval(() => this.#onTick(), 500);
    if (!wanted) {
      clearInterval(this.#tick);
      this.#tick = 0;
    }
  }

  #onTick() {
    const left = this.#store.state.timers.filter((timer) => timer.due > Date.now() - OVERDUE_MS);
    if (left.length < this.#store.state.timers.length) this.#replace(left);
    this.#store.changed();
  }
}

function dueOf(raw, now) {
  const due = Date.parse(raw.due_at ?? raw.due ?? raw.fires_at ?? raw.ends_at ?? raw.at ?? '');
  if (Number.isFinite(due)) return due;
  return now + secondsOf(raw.remaining_seconds ?? raw.remaining ?? raw.seconds ?? raw.duration) * 1000;
}

/** Seconds from a number or an ISO 8601 duration such as `PT1H30M`. */
export function secondsOf(value) {
  if (typeof value === 'number') return value;
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(value ?? '');
  if (!parts) return NaN;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** `4:05` or `1:00:00`, never below zero. */
export function countdown(timer, now = Date.now()) {
  const all = Math.max(0, Math.ceil((timer.due - now) / 1000));
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}
