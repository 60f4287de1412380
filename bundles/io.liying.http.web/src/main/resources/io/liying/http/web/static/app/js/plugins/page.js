/** The page of the plugin manager: its part of the state, and what can be done there. */
import { AdministratorPage } from '../administrator-page.js';
import { focusSoon } from '../focus.js';
import { t } from '../i18n.js';
import * as calls from './calls.js';

export class PluginPage extends AdministratorPage {
  items = [];
  offers = null;
  tab = 'installed';
  /** The plugin whose details are shown, and what is going on there. */
  selected = null;
  busy = '';
  steps = [];
  asksUninstall = false;
  panelOpen = false;
  /** The file that is being installed: `{phase, name, file, offer, found, approved, steps, problem}`. */
  install = null;

  async refresh() {
    this.loading = true;
    this.changed();
    try {
      this.items = await calls.list();
      this.needsToken = false;
      this.problem = null;
      this.offers = await calls.catalogue();
    } catch (problem) {
      this.failed(problem);
    }
    this.loading = false;
    this.changed();
  }

  choose(tab) {
    this.tab = tab;
    this.changed();
  }

  async select(id) {
    try {
      this.selected = await calls.details(id);
      this.problem = null;
    } catch (problem) {
      this.failed(problem);
    }
    this.changed();
  }

  unselect() {
    const id = this.selected?.id;
    Object.assign(this, { selected: null, asksUninstall: false, panelOpen: false, steps: [], problem: null });
    this.changed();
    if (id) focusSoon(`[data-plugin="${id}"]`);
  }

  togglePanel() {
    this.panelOpen = !this.panelOpen;
    this.changed();
  }

  askUninstall(asks) {
    this.asksUninstall = asks;
    this.changed();
  }

  /** Runs a change of the selected plugin and shows its steps; what comes back names the version that answers. */
  async #change(kind, work, say) {
    if (this.busy) return;
    Object.assign(this, { busy: kind, steps: [], problem: null });
    this.changed();
    try {
      const plugin = await work((step) => this.#step(step));
      this.say(say(plugin ?? this.selected));
      if (kind === 'uninstall') this.unselect();
      else if (this.selected) this.selected = await calls.details(this.selected.id);
      this.steps = [];
      this.items = await calls.list();
    } catch (problem) {
      this.failed(problem);
    }
    this.busy = '';
    this.changed();
  }

  #step(step) {
    this.steps.push(step);
    this.changed();
  }

  enable = (enabled) => {
    const { id, name } = this.selected;
    const text = enabled ? 'plugins.enabled' : 'plugins.disabled';
    return this.#change('enable', (step) => calls.enable(id, enabled, step), () => t(text, { name }));
  };

  rollBack = (version) =>
    this.#change('rollback', (step) => calls.rollBack(this.selected.id, version, step), (plugin) => t('plugins.answers', plugin));

  pin = (pinned) =>
    this.#change('pin', () => calls.pin(this.selected.id, pinned), (plugin) => t(pinned ? 'plugins.pin.done' : 'plugins.unpin.done', plugin));

  configure = (values) =>
    this.#change('settings', () => calls.configure(this.selected.id, values), (plugin) => t('plugins.saved', plugin));

  keepSecret = (name, value) =>
    this.#change('secret', () => calls.keepSecret(this.selected.id, name, value).then(() => null), () =>
      t(value ? 'plugins.secret.saved' : 'plugins.secret.forgotten', { secret: name }));

  uninstall = (withData) => {
    const { id, name } = this.selected;
    return this.#change('uninstall', (step) => calls.uninstall(id, withData, step), () => t('plugins.removed', { name }));
  };

  /** Looks into a file, then asks for approval. */
  offer(file) {
    return file ? this.#look({ name: file.name, file, offer: null }, () => calls.inspect(file)) : undefined;
  }

  /** An offer of a catalogue is fetched and looked into as well: only its file says what it needs. */
  offerOf(offer) {
    return this.#look({ name: offer.name, file: null, offer }, () => calls.inspectOffer(offer.id));
  }

  async #look(what, inspect) {
    if (this.install?.phase === 'running') return;
    const install = { ...what, phase: 'reading', found: null, approved: new Set(), steps: [], problem: null };
    this.install = install;
    this.changed();
    try {
      install.found = await inspect();
      install.phase = 'asking';
    } catch (problem) {
      if (this.install === install) this.#installFailed(problem);
    }
    this.changed();
  }

  approve(code, approved) {
    if (approved) this.install.approved.add(code);
    else this.install.approved.delete(code);
    this.changed();
  }

  get mayInstall() {
    return this.install.found.approvals.every((code) => this.install.approved.has(code));
  }

  async startInstall() {
    const { install } = this;
    Object.assign(install, { phase: 'running', steps: [], problem: null });
    this.changed();
    const step = (event) => {
      install.steps.push(event);
      this.changed();
    };
    const approvals = [...install.approved];
    try {
      const plugin = install.file
        ? await calls.install(install.file, approvals, step)
        : await calls.installFromCatalogue(install.offer.id, approvals, step);
      this.say(t('plugins.answers', plugin ?? install.found));
      this.install = null;
      this.refresh();
    } catch (problem) {
      this.#installFailed(problem);
    }
    this.changed();
  }

  #installFailed(problem) {
    if (problem.status === 401) {
      this.install = null;
      this.failed(problem);
    } else {
      Object.assign(this.install, { phase: 'failed', problem });
    }
  }

  cancelInstall() {
    if (this.install?.phase === 'running') return;
    this.install = null;
    this.changed();
    focusSoon('#plugins-choose');
  }

  /** Closes what lies uppermost; false if that is the page itself. */
  escape() {
    if (this.install) this.cancelInstall();
    else if (this.asksUninstall) this.askUninstall(false);
    else if (this.panelOpen) this.togglePanel();
    else if (this.selected) this.unselect();
    else return false;
    return true;
  }
}
