/** How LiYing speaks to the person: a voice, its rate, volume and pitch for each language. */
import { json, object, send } from '../administration.js';
import { currentLanguage } from '../i18n.js';

const ROOT = '/api/v1/memory/speaking';
const at = (language) => `${ROOT}/${language}`;

/** How a voice speaks of itself. */
export const USUAL = { voice: null, rate: 1, volume: 1, pitch: 1 };

export class Speaking {
  #page;
  #kept = {};
  #player = null;
  #saving = false;
  /** The languages whose values have been changed since they were sent last. */
  #changed = new Set();
  limits = {};
  voices = [];
  language = currentLanguage();

  constructor(page) {
    this.#page = page;
  }

  async read() {
    const { speaking, limits } = await json(await send('GET', ROOT));
    const { voices } = await json(await send('GET', '/api/v1/voices'));
    Object.assign(this, { limits, voices });
    this.#kept = speaking;
  }

  /** What holds for the language that is shown. */
  get values() {
    return { ...USUAL, ...this.#kept[this.language] };
  }

  get isUsual() {
    return Object.entries(USUAL).every(([name, value]) => this.values[name] === value);
  }

  /** The voices of the language that is shown. */
  get offered() {
    return this.voices.filter(({ language }) => language.split('-')[0] === this.language);
  }

  show(language) {
    this.language = language;
    this.#page.changed();
  }

  /** Shows a change at once and keeps it; of many changes in a row the last one is sent. */
  async change(name, value) {
    this.#kept[this.language] = { ...this.values, [name]: value };
    this.#changed.add(this.language);
    this.#page.changed();
    if (this.#saving) return;
    this.#saving = true;
    try {
      for (let [language] = this.#changed; language; [language] = this.#changed) {
        this.#changed.delete(language);
        await send('PUT', at(language), object(this.#kept[language]));
      }
    } finally {
      this.#saving = false;
    }
  }

  async reset() {
    await send('DELETE', at(this.language));
    delete this.#kept[this.language];
  }

  /** Says something as it is set now. */
  async speak(text) {
    const { voice, rate, volume, pitch } = this.values;
    const wanted = { text, language: this.language, rate, volume, pitch, ...(voice ? { voice } : {}) };
    const answer = await send('POST', '/api/v1/speech', { ...object(wanted), accept: 'audio/wav' });
    this.#player ??= new AudioContext();
    const sound = this.#player.createBufferSource();
    sound.buffer = await this.#player.decodeAudioData(await answer.arrayBuffer());
    sound.connect(this.#player.destination);
    sound.start();
  }
}
