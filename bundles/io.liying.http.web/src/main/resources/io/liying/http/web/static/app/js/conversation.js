/**
 * The conversation on show and the turns on their way. Turns leave one after another: the next is sent when the one before
 * is over, so the server's messages always belong to `active`. What has not been answered yet survives a reload.
 */
import { keep, kept } from './preferences.js';
import { wordsOf } from './protocol.js';
import { recover, sameWords, takeOver } from './recovery.js';
import { readHistory } from './server.js';
import { newKey } from './store.js';
import { apply, fail, isOver, merge, newTurn, turnsOf } from './turns.js';

const OUTBOX = 'liying.outbox';
const HEARD_WITHIN_MS = 5_000;
const NOT_RUNNING = 'turn.not_running';
const STOPPED_WITHIN_MS = 5_000;

const conversationOf = (id, title = '') => ({ key: newKey(), id, title, turns: [], loaded: id === null, problem: null });

export const emptyConversation = () => conversationOf(null);

export class Conversations {
  #store;
  #socket;
  #events;
  #byId = new Map();
  #outbox = [];
  #active = null;
  #attempt = 0;
  #watch = 0;

  /** The events are `answered(turn)`, `interrupted(turn)`, `failed(turn)` and `shown(conversation)`. */
  constructor(store, socket, events) {
    this.#store = store;
    this.#socket = socket;
    this.#events = events;
    this.#restore();
  }

  get #shown() {
    return this.#store.state.conversation;
  }

  /** The turn that is being answered, if it belongs to the conversation on show. */
  get running() {
    const active = this.#active;
    return active && active.conversation === this.#shown ? active.turn : null;
  }

  /** The session of the turn that is being answered, or null. */
  get unfinished() {
    return this.#active?.conversation.id ?? null;
  }

  startNew() {
    this.#show(emptyConversation());
  }

  /** Shows a session at once with what is known, and reads the rest. */
  open(session) {
    let conversation = this.#byId.get(session.id);
    if (!conversation) {
      conversation = conversationOf(session.id, session.title);
      this.#byId.set(session.id, conversation);
    }
    this.#show(conversation);
    return this.#load(conversation);
  }

  reload() {
    return this.#shown.id ? this.#load(this.#shown) : Promise.resolve();
  }

  send(text) {
    const words = text.trim();
    if (!words) return;
    const turn = newTurn(words);
    const conversation = this.#shown;
    conversation.turns.push(turn);
    this.#outbox.push({ turn, conversation });
    this.#persist();
    this.#pump();
    this.#store.changed();
  }

  /** Says the words of a failed turn again, in its place. */
  retry(turn) {
    const conversation = this.#shown;
    conversation.turns = conversation.turns.filter((other) => other !== turn);
    if (turn.problem?.code === 'session.unknown') {
      this.#byId.delete(conversation.id);
      conversation.id = null;
    }
    this.send(turn.text);
  }

  /** Ends the running turn; what has been received of the answer stays. */
  interrupt() {
    const entry = this.#active;
    if (!entry || entry.turn.stopping) return;
    entry.turn.stopping = true;
    const session = entry.conversation.id ? { session_id: entry.conversation.id } : {};
    this.#socket.send({ type: 'interrupt', ...session });
    setTimeout(() => {
      if (this.#active !== entry || !entry.turn.stopping) return;
      entry.turn.phase = 'interrupted';
      this.#over(entry);
    }, STOPPED_WITHIN_MS);
    this.#store.changed();
  }

  /** The socket is open, for the first time or again. */
  connected() {
    if (this.#active) this.#recover(this.#active);
    else this.#pump();
  }

  disconnected() {
    this.#attempt++;
    if (this.#active) this.#active.turn.phase = 'recovering';
    this.#store.changed();
  }

  /** Takes a server message; false if it belongs to no turn of this page. */
  receive(message) {
    const entry = this.#active ?? this.#spoken(message);
    if (!entry || !belongs(message, entry)) return false;
    clearTimeout(this.#watch);
    if (message.code === NOT_RUNNING) return this.#keepRunning(entry);
    if (message.session_id) this.#identify(entry.conversation, message.session_id);
    const known = entry.turn.id;
    const over = apply(entry.turn, message);
    if (entry.turn.id !== known) this.#persist();
    if (over) this.#over(entry);
    else this.#store.changed();
    return true;
  }

  /** The turn that begins with words that were spoken and not written, if the message is its first. */
  #spoken(message) {
    if (message.type !== 'heard' || !message.turn_id) return null;
    const shown = this.#shown;
    if (shown.id !== null && shown.id !== message.session_id) return null;
    if (shown.turns.some((turn) => turn.id === message.turn_id)) return null;
    const turn = { ...newTurn(wordsOf(message)), phase: 'sent' };
    shown.turns.push(turn);
    this.#active = { turn, conversation: shown };
    return this.#active;
  }

  /** Forgets a deleted session; its waiting turns go with it. */
  forget(id) {
    const conversation = this.#byId.get(id);
    this.#byId.delete(id);
    this.#outbox = this.#outbox.filter((entry) => entry === this.#active || entry.conversation !== conversation);
    this.#persist();
    if (this.#shown.id === id) this.startNew();
  }

  /** There was nothing to interrupt yet; the turn can be interrupted again. */
  #keepRunning({ turn }) {
    turn.stopping = false;
    this.#store.changed();
    return true;
  }

  #show(conversation) {
    this.#store.set({ conversation, selected: null });
    this.#events.shown(conversation);
  }

  async #load(conversation) {
    try {
      const stored = turnsOf(await readHistory(conversation.id));
      conversation.turns = merge(conversation.turns, stored);
      conversation.problem = null;
      conversation.loaded = true;
      this.#pump();
    } catch (problem) {
      conversation.problem = problem;
    }
    this.#store.changed();
  }

  #pump() {
    if (this.#active || !this.#socket.isOpen) return;
    const entry = this.#outbox.find(({ conversation }) => conversation.loaded);
    if (!entry) return;
    const { turn, conversation } = entry;
    turn.before = {
      sentAt: Date.now(),
      same: conversation.turns.filter((o) => o !== turn && o.id && sameWords(o.text, turn.text)).length,
      sessions: [...this.#byId.keys(), ...this.#store.state.sessions.items.map((session) => session.id)],
    };
    turn.phase = 'sent';
    this.#active = entry;
    this.#persist();
    const session = conversation.id ? { session_id: conversation.id } : {};
    this.#socket.send({ type: 'message', content: turn.text, ...session });
    // Silence after sending may be a dead connection that has not noticed.
    this.#watch = setTimeout(() => turn.phase === 'sent' && this.#socket.check(), HEARD_WITHIN_MS);
  }

  async #recover(entry) {
    const { turn, conversation } = entry;
    const attempt = ++this.#attempt;
    turn.phase = 'recovering';
    const isWanted = () => this.#active === entry && this.#attempt === attempt && !isOver(turn);
    const { fate, stored } = await recover(turn, conversation, isWanted);
    if (fate === 'unwanted') return;
    if (conversation.id) this.#identify(conversation, conversation.id);
    if (fate === 'resend') {
      this.#active = null;
      turn.phase = 'queued';
      turn.answer = '';
      this.#pump();
      this.#store.changed();
      return;
    }
    if (fate === 'answered') takeOver(turn, stored);
    else fail(turn, 'turn.lost', '');
    this.#over(entry);
  }

  #over(entry) {
    const { turn } = entry;
    clearTimeout(this.#watch);
    this.#active = null;
    this.#outbox = this.#outbox.filter((other) => other !== entry);
    this.#persist();
    if (turn.phase === 'done') this.#events.answered(turn, entry.conversation);
    if (turn.phase === 'failed') this.#events.failed(turn, entry.conversation);
    if (turn.phase === 'interrupted') this.#events.interrupted(turn, entry.conversation);
    this.#pump();
    this.#store.changed();
  }

  #identify(conversation, id) {
    conversation.id = id;
    const isNew = this.#byId.get(id) !== conversation;
    this.#byId.set(id, conversation);
    if (isNew && conversation === this.#shown) this.#events.shown(conversation);
  }

  #persist() {
    const entries = this.#outbox.map(({ turn, conversation }) => ({
      text: turn.text,
      at: turn.at.getTime(),
      id: turn.id,
      before: turn.before ?? null,
      session: conversation.id,
      conversation: conversation.key,
      sent: turn === this.#active?.turn,
    }));
    keep(sessionStorage, OUTBOX, entries);
  }

  /** Takes up the turns that were not over when the page was left. */
  #restore() {
    const fresh = new Map();
    for (const saved of kept(sessionStorage, OUTBOX, [])) {
      const conversation = this.#restored(saved, fresh);
      const turn = Object.assign(newTurn(saved.text, new Date(saved.at)), { id: saved.id, before: saved.before });
      const entry = { turn, conversation };
      conversation.turns.push(turn);
      this.#outbox.push(entry);
      if (saved.sent) {
        turn.phase = 'recovering';
        this.#active = entry;
      }
    }
    const last = this.#outbox.at(-1);
    if (last) this.#store.state.conversation = last.conversation;
  }

  #restored(saved, fresh) {
    const key = saved.session ?? saved.conversation;
    if (!fresh.has(key)) {
      const conversation = conversationOf(saved.session);
      fresh.set(key, conversation);
      if (saved.session) this.#byId.set(saved.session, conversation);
    }
    return fresh.get(key);
  }
}

function belongs(message, { turn, conversation }) {
  // An error without a turn speaks of what was just sent, not of a turn that the server already reports.
  if (message.type === 'error' && !message.turn_id && message.code !== NOT_RUNNING && turn.id) return false;
  if (message.turn_id && turn.id && message.turn_id !== turn.id) return false;
  if (message.turn_id && conversation.turns.some((other) => other !== turn && other.id === message.turn_id)) return false;
  return !message.session_id || !conversation.id || message.session_id === conversation.id;
}
