/** The page of the training: its part of the state, and what can be done there. */
import { AdministratorPage } from '../administrator-page.js';
import { focusSoon } from '../focus.js';
import { t } from '../i18n.js';
import * as calls from './calls.js';

export const TABS = ['sets', 'report', 'versions', 'review'];

export class TrainingPage extends AdministratorPage {
  tab = 'sets';
  sets = [];
  intents = [];
  versions = [];
  review = { on: false, turns: [] };
  /** The run that goes on, or null. */
  run = null;
  /** What was measured last: `{evaluation}` or `{comparison}`, with the run's or version's own facts. */
  report = null;
  sort = 'f1';
  wholeMatrix = false;
  /** The turn under review and the label that the person has chosen for it. */
  turn = 0;
  choice = null;
  busy = false;
  importing = '';

  async refresh() {
    this.loading = true;
    this.changed();
    await this.attempt(async () => {
      const known = await calls.sets();
      this.sets = known.sets;
      this.intents = known.intents;
      this.versions = await calls.versions();
      this.review = await calls.review();
      this.needsToken = false;
      if (!this.run) this.#resume(await calls.runs());
    });
    this.loading = false;
    this.changed();
  }

  /** A run that was begun before the page was loaded is followed to its end. */
  #resume(runs) {
    const running = runs.find((run) => run.state === 'running');
    if (running) this.#follow(running, (step) => calls.followRun(running.id, step));
  }

  choose(tab) {
    this.tab = tab;
    this.problem = null;
    this.changed();
    if (tab === 'review') focusSoon('.review-list');
  }

  async bring(file) {
    if (!file || this.importing) return;
    this.importing = file.name;
    this.tab = 'sets';
    const set = await this.attempt(() => calls.bring(file));
    this.importing = '';
    if (set) {
      this.sets = [...this.sets.filter(({ id }) => id !== set.id), set].sort((one, other) => one.name.localeCompare(other.name));
      this.say(t('training.imported', { name: set.name, count: set.sentences }));
    }
    this.changed();
  }

  async forgetSet(set) {
    await this.attempt(() => calls.forgetSet(set.id));
    await this.refresh();
  }

  start(order) {
    return this.run ? null : this.#follow({ ...order, state: 'running', phase: 'waiting', done: 0, total: 0, milliseconds: 0 }, (step) => calls.run(order, step));
  }

  async #follow(begun, work) {
    this.run = begun;
    this.changed();
    const result = await this.attempt(() => work((step) => {
      this.run = step;
      this.changed();
    }));
    this.run = null;
    if (result) {
      this.report = result;
      this.tab = 'report';
      if (result.version) {
        this.versions = (await this.attempt(calls.versions)) ?? this.versions;
        const { number, model } = result.version;
        this.say(t(model === 'assistant' ? 'training.learnt' : 'training.learnt.alone', { version: number }));
      }
    }
    this.changed();
  }

  cancel() {
    if (this.run?.id) this.attempt(() => calls.cancelRun(this.run.id));
  }

  async show(version) {
    const report = await this.attempt(() => calls.report(version.number));
    if (report?.evaluation) Object.assign(this, { report, tab: 'report' });
    this.changed();
  }

  async use(version) {
    const used = await this.attempt(() => calls.activate(version.number));
    if (used) this.say(t('training.used', { version: used.number }));
    this.versions = (await this.attempt(calls.versions)) ?? this.versions;
  }

  async rollBack() {
    const done = await this.attempt(() => calls.rollBack('assistant'));
    if (!done) return;
    this.say(done.version ? t('training.used', { version: done.version.number }) : t('training.without'));
    this.versions = (await this.attempt(calls.versions)) ?? this.versions;
  }

  sortBy(column) {
    this.sort = column;
    this.changed();
  }

  showWhole(whole) {
    this.wholeMatrix = whole;
    this.changed();
  }

  moveTo(turn) {
    this.turn = Math.max(0, Math.min(turn, this.review.turns.length - 1));
    this.choice = null;
    this.changed();
    setTimeout(() => document.querySelector('.review-turn[aria-current]')?.scrollIntoView({ block: 'nearest' }), 60);
  }

  pick(intent) {
    this.choice = intent;
    this.changed();
  }

  /** The first key chooses, the second confirms: the sentence is learnt and the next one comes. */
  async confirm() {
    const turn = this.review.turns[this.turn];
    if (!turn || !this.choice || this.busy) return;
    this.busy = true;
    const version = await this.attempt(() => calls.label(turn.id, this.choice));
    this.busy = false;
    if (version) await this.#reviewed();
  }

  async forgetTurn() {
    const turn = this.review.turns[this.turn];
    if (!turn) return;
    await this.attempt(() => calls.forgetTurn(turn.id));
    await this.#reviewed();
  }

  async clearReview() {
    await this.attempt(calls.clearReview);
    await this.#reviewed();
  }

  async #reviewed() {
    this.review = (await this.attempt(calls.review)) ?? this.review;
    this.versions = (await this.attempt(calls.versions)) ?? this.versions;
    this.moveTo(this.turn);
    focusSoon('.review-list');
  }

  /** Closes what lies uppermost; false if that is the page itself. */
  escape() {
    if (!this.choice) return false;
    this.pick(null);
    return true;
  }
}
