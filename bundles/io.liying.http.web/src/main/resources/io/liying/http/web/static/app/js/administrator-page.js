/** What the pages for the administrator have in common: they ask for her token, and show what went wrong. */
import { token } from './administration.js';
import { focusSoon } from './focus.js';
import { toast } from './toasts.js';

export class AdministratorPage {
  #store;
  loading = true;
  needsToken = false;
  problem = null;

  constructor(store) {
    this.#store = store;
  }

  changed() {
    this.#store.changed();
  }

  say(text) {
    toast(this.#store, { text });
  }

  /** Without a token that the server accepts there is nothing else to do than to ask for it. */
  failed(problem) {
    if (problem.status === 401 || problem.status === 403) {
      this.problem = token.get() ? problem : null;
      this.needsToken = true;
      token.set('');
      focusSoon('#plugins-token');
    } else {
      this.problem = problem;
    }
  }

  /** What the work gives, or null if it failed. */
  async attempt(work) {
    this.problem = null;
    try {
      return await work();
    } catch (problem) {
      this.failed(problem);
      return null;
    } finally {
      this.changed();
    }
  }

  useToken(value) {
    token.set(value.trim());
    this.refresh();
  }

  /** Closes what lies uppermost; false if that is the page itself. */
  escape() {
    return false;
  }
}
