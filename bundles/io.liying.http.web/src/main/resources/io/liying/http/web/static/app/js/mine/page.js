/** The page of a person's own data: its part of the state, and what can be done there. */
import { AdministratorPage } from '../administrator-page.js';
import { focusSoon } from '../focus.js';
import { t } from '../i18n.js';
import * as calls from './calls.js';
import { Recordings } from './recordings.js';
import { Speaking } from './speaking.js';

export class MinePage extends AdministratorPage {
  /** What was read; null is what could not be read or is not installed. */
  preferences = null;
  facts = null;
  events = null;
  contacts = null;
  feedIsOpen = false;
  /** The secret address, from when it was made until the page is loaded again. */
  feed = '';
  speaking = new Speaking(this);
  canSpeak = null;
  recordings = new Recordings(this);
  #preferring = Promise.resolve();
  #keeping = Promise.resolve();
  /** What waits for a yes: `everything`, `renew`, `close`, `days`, `recordings`, or the id of a fact, contact or recording. */
  asked = null;
  /** The parts in which something is going on. */
  busy = new Set();
  /** What went wrong, by the part's name. */
  problems = {};
  query = '';
  shown = 20;

  async refresh() {
    Object.assign(this, { loading: true, asked: null, problems: {} });
    this.changed();
    await Promise.all([
      this.#part('memory', async () => Object.assign(this, await calls.memory())),
      this.#part('calendar', async () => {
        this.events = await calls.events();
        this.feedIsOpen = await calls.feedIsOpen();
      }),
      this.#part('contacts', async () => (this.contacts = await calls.contacts())),
      this.#part('speaking', async () => {
        await this.speaking.read();
        this.canSpeak = true;
      }),
      this.#part('recordings', () => this.recordings.read()),
    ]);
    this.loading = false;
    this.changed();
  }

  /** Does a part's work; what goes wrong is shown there, and the other parts go on. */
  async #part(part, work) {
    this.problems[part] = null;
    try {
      return (await work()) ?? true;
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) this.failed(problem);
      else this.problems[part] = problem;
      return null;
    } finally {
      this.changed();
    }
  }

  /** The same for what the person does: one thing at a time in a part. */
  async #act(part, work, said = '') {
    if (this.busy.has(part)) return null;
    this.busy.add(part);
    this.asked = null;
    this.changed();
    const done = await this.#part(part, work);
    this.busy.delete(part);
    if (done && said) this.say(said);
    this.changed();
    return done;
  }

  /** One change after the other: a further one may be made while the first is on its way. */
  async prefer(changes) {
    this.#preferring = this.#preferring.then(() => this.#part('preferences', async () => (this.preferences = await calls.prefer(changes))));
    if (await this.#preferring) this.say(t('mine.saved'));
  }

  /** Where a change could not be kept, what is kept is shown again. */
  async speak(name, value) {
    if (await this.#part('speaking', () => this.speaking.change(name, value))) return;
    const problem = this.problems.speaking;
    await this.#part('speaking', () => this.speaking.read());
    this.problems.speaking = problem;
    this.changed();
  }

  usualVoice() {
    return this.#act('speaking', () => this.speaking.reset(), t('mine.saved'));
  }

  tryVoice(text) {
    return this.#act('speaking', () => this.speaking.speak(text));
  }

  /** Fewer days delete what is older: that is asked first. One change after the other, as with the preferences. */
  async keepRecordings(days, isAgreed = false) {
    this.recordings.wanted = days;
    if (!isAgreed && this.recordings.olderThan(days)) {
      this.ask('days');
      return;
    }
    this.asked = null;
    this.#keeping = this.#keeping.then(() => this.#part('recordings', () => this.recordings.keep(days)));
    if (await this.#keeping) this.say(t('mine.saved'));
    if (isAgreed) focusSoon('#mine-recordings');
  }

  playRecording(id) {
    return this.#part('recordings', () => this.recordings.play(id));
  }

  /** What the browser could not play. */
  unplayable() {
    this.recordings.stop();
    this.problems.recordings = { detail: t('mine.recording.unplayable') };
    this.changed();
  }

  async removeRecording(id) {
    await this.#act('recordings', () => this.recordings.remove(id), t('mine.recording.gone'));
    focusSoon('#mine-recordings');
  }

  async removeRecordings() {
    await this.#act('recordings', () => this.recordings.removeAll(), t('mine.recordings.all.gone'));
    focusSoon('#mine-recordings');
  }

  async remember(text) {
    if (!text.trim()) return false;
    const fact = await this.#act('memory', () => calls.remember(text.trim()), t('mine.fact.kept'));
    if (fact) this.facts = [fact, ...this.facts];
    this.changed();
    return fact !== null;
  }

  async forget({ id }) {
    const done = await this.#act('memory', () => calls.forget(id), t('mine.fact.gone'));
    if (done) this.facts = this.facts.filter((fact) => fact.id !== id);
    this.changed();
    focusSoon('#mine-fact');
  }

  async forgetAll() {
    if (await this.#act('memory', () => calls.forgetAll(), t('mine.everything.gone'))) Object.assign(this, { facts: [], preferences: {} });
    this.changed();
    focusSoon('#mine-fact');
  }

  async bringCalendar(file) {
    const done = file && (await this.#act('calendar', () => calls.bringCalendar(file)));
    if (!done) return;
    this.say(t(done.skipped ? 'mine.calendar.brought.some' : 'mine.calendar.brought', done));
    await this.#part('calendar', async () => (this.events = await calls.events()));
  }

  async openFeed() {
    const made = await this.#act('calendar', () => calls.openFeed());
    if (made) Object.assign(this, { feed: made, feedIsOpen: true });
    this.changed();
    if (made) focusSoon('#mine-feed');
  }

  async closeFeed() {
    if (await this.#act('calendar', () => calls.closeFeed(), t('mine.feed.closed'))) Object.assign(this, { feed: '', feedIsOpen: false });
    this.changed();
    focusSoon('[data-do=open-feed]');
  }

  async bringContacts(file) {
    const done = file && (await this.#act('contacts', () => calls.bringContacts(file)));
    if (!done) return;
    this.say(t('mine.contacts.brought', done));
    await this.#part('contacts', async () => (this.contacts = await calls.contacts()));
  }

  async removeContact({ id, names }) {
    const done = await this.#act('contacts', () => calls.removeContact(id), t('mine.contact.gone', { name: names[0] }));
    if (done) this.contacts = this.contacts.filter((contact) => contact.id !== id);
    this.changed();
    focusSoon('#mine-contact-search');
  }

  /** The contacts with the searched words in one of their names. */
  get found() {
    const words = this.query.toLocaleLowerCase();
    return this.contacts.filter(({ names }) => names.some((name) => name.toLocaleLowerCase().includes(words)));
  }

  search(query) {
    Object.assign(this, { query, shown: 20 });
    this.changed();
  }

  showMore() {
    this.shown += 100;
    this.changed();
  }

  /** A dropped file goes where its name says. */
  bring(file) {
    if (/\.(vcf|vcard)$/i.test(file?.name ?? '')) this.bringContacts(file);
    else this.bringCalendar(file);
  }

  /** Asks first; null takes the question back and gives the focus to what had asked. */
  ask(what) {
    const before = this.asked;
    this.asked = what;
    this.changed();
    focusSoon(what ? '[data-do=yes]' : `[data-ask="${before}"]`);
  }

  escape() {
    if (!this.asked) return false;
    this.ask(null);
    return true;
  }
}
