/** What the person said to LiYing by voice, as sound: for how many days it is kept, and what there is of it. */
import { json, object, send } from '../administration.js';

const ROOT = '/api/v1/memory/recordings';
const at = (id) => `${ROOT}/${encodeURIComponent(id)}`;
const DAY = 86_400_000;
const USUAL = [0, 7, 30, 90, 365];

export class Recordings {
  #page;
  /** The recordings, newest first; null if they could not be read or no voice is installed. */
  kept = null;
  /** For how many days; 0 records nothing. */
  days = 0;
  /** The days that are asked about. */
  wanted = 0;
  #most = 0;
  shown = 20;
  /** The recording that is heard, and the address of its sound once it has arrived. */
  playing = null;
  sound = '';

  constructor(page) {
    this.#page = page;
  }

  async read() {
    try {
      this.#take(await json(await send('GET', ROOT)));
    } catch (problem) {
      if (problem.status === 404) this.#take({ keep_days: 0, max_days: 0, recordings: null });
      throw problem;
    }
  }

  async keep(days) {
    this.#take(await json(await send('PUT', ROOT, object({ keep_days: days }))));
  }

  #take({ keep_days: days, max_days: most, recordings }) {
    Object.assign(this, { days, kept: recordings });
    this.#most = most;
    if (!recordings?.some(({ id }) => id === this.playing)) this.stop();
  }

  /** The numbers of days to choose from. */
  get choices() {
    const allowed = USUAL.filter((days) => days <= this.#most);
    return [...new Set([...allowed, this.days])].sort((a, b) => a - b);
  }

  /** How many recordings would be too old; none is if nothing more is recorded. */
  olderThan(days, now = Date.now()) {
    return days ? this.kept.filter(({ at: when }) => Date.parse(when) < now - days * DAY).length : 0;
  }

  async remove(id) {
    await send('DELETE', at(id));
    if (id === this.playing) this.stop();
    this.kept = this.kept.filter((recording) => recording.id !== id);
  }

  async removeAll() {
    await send('DELETE', ROOT);
    this.stop();
    this.kept = [];
  }

  showMore() {
    this.shown += 100;
    this.#page.changed();
  }

  /** Fetched here and not by the player, which could not say who the person is. */
  async play(id) {
    this.stop();
    this.playing = id;
    this.#page.changed();
    try {
      const answer = await send('GET', at(id), { accept: 'audio/wav' });
      const sound = await answer.blob();
      if (this.playing === id && !this.sound) this.sound = URL.createObjectURL(sound);
    } catch (problem) {
      if (this.playing === id) this.stop();
      throw problem;
    }
  }

  stop() {
    if (this.sound) URL.revokeObjectURL(this.sound);
    Object.assign(this, { playing: null, sound: '' });
    this.#page.changed();
  }
}
