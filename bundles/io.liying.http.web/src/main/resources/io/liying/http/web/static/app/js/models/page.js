/** The page of the speech models: its part of the state, and what can be done there. */
import { AdministratorPage } from '../administrator-page.js';
import { focusSoon } from '../focus.js';
import { t } from '../i18n.js';
import * as calls from './calls.js';

export class ModelsPage extends AdministratorPage {
  models = [];
  engines = [];
  /** The installations that go on, by the model's id: `{bytes, stop}`. */
  arriving = new Map();
  /** The model whose removal waits for a yes. */
  leaving = null;
  importing = false;

  async refresh() {
    this.loading = true;
    this.changed();
    await this.attempt(async () => {
      const known = await calls.list();
      this.models = known.models;
      this.engines = known.engines ?? [];
      this.needsToken = false;
    });
    this.loading = false;
    this.changed();
  }

  async install({ id }) {
    if (this.arriving.has(id)) return;
    const stop = new AbortController();
    const coming = { bytes: 0, stop };
    this.arriving.set(id, coming);
    const done = await this.attempt(async () => {
      try {
        return await calls.install(id, ({ bytes }) => this.#arrived(coming, bytes), stop.signal);
      } catch (problem) {
        if (stop.signal.aborted) return null;
        throw problem;
      }
    });
    this.arriving.delete(id);
    if (done) await this.#changedTo(t('models.installed', { model: id }));
    else if (stop.signal.aborted) this.say(t('models.cancelled', { model: id }));
    this.changed();
  }

  #arrived(coming, bytes) {
    coming.bytes = bytes;
    this.changed();
  }

  cancel({ id }) {
    this.arriving.get(id)?.stop.abort();
  }

  /** Asks first; `null` takes the question back. */
  ask(id) {
    this.leaving = id;
    this.changed();
    if (id) focusSoon('[data-do=remove-yes]');
  }

  async remove({ id }) {
    this.leaving = null;
    if (await this.attempt(() => calls.remove(id))) await this.#changedTo(t('models.removed', { model: id }));
  }

  async bring(folder) {
    if (!folder.trim() || this.importing) return false;
    this.importing = true;
    const done = await this.attempt(() => calls.bring(folder.trim()));
    this.importing = false;
    if (done) await this.#changedTo(t('models.installed', { model: done.id }));
    this.changed();
    return done !== null;
  }

  async #changedTo(text) {
    this.say(text);
    await this.refresh();
  }

  escape() {
    if (!this.leaving) return false;
    this.ask(null);
    return true;
  }
}
