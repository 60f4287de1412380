/** The list of sessions: search, more of it, rename, delete with a way back. */
import { t } from './i18n.js';
import { deleteSession, listSessions, renameSession } from './server.js';
import { toast } from './toasts.js';

const PAGE = 40;
const TYPING_PAUSE_MS = 180;
const UNDO_MS = 7_000;

export const noSessions = () => ({ items: [], query: '', more: false, loading: true, problem: null, renaming: null });

export class Sessions {
  #store;
  #conversations;
  #typing = 0;
  #asked = 0;
  #leaving = new Map();

  constructor(store, conversations) {
    this.#store = store;
    this.#conversations = conversations;
    addEventListener('pagehide', () => [...this.#leaving.keys()].forEach((id) => this.#deleteNow(id)));
  }

  get #list() {
    return this.#store.state.sessions;
  }

  /** Reads the list again, as long as it was. */
  refresh() {
    return this.#read(0, Math.max(PAGE, this.#list.items.length));
  }

  more() {
    return this.#read(this.#list.items.length, PAGE);
  }

  search(query) {
    this.#list.query = query;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#read(0, PAGE), TYPING_PAUSE_MS);
    this.#store.changed();
  }

  beginRename(id) {
    this.#list.renaming = id;
    this.#store.changed();
  }

  cancelRename() {
    this.beginRename(null);
  }

  async rename(session, title) {
    this.#list.renaming = null;
    const name = title.trim().slice(0, 200);
    const before = session.title;
    if (name && name !== before) {
      this.#retitle(session.id, name);
      try {
        await renameSession(session.id, name);
      } catch (problem) {
        this.#retitle(session.id, before);
        toast(this.#store, { text: problem.detail || t('problem.rename') });
      }
    }
    this.#store.changed();
  }

  /** Takes a session away; until the note about it goes, it can come back. */
  remove(session) {
    const timer = setTimeout(() => this.#deleteNow(session.id), UNDO_MS);
    this.#leaving.set(session.id, timer);
    this.#list.items = this.#list.items.filter((other) => other.id !== session.id);
    const wasShown = this.#store.state.conversation.id === session.id;
    if (wasShown) this.#conversations.startNew();
    toast(this.#store, {
      text: t('sessions.deleted', { title: session.title || t('sessions.untitled') }),
      action: t('action.undo'),
      act: () => this.#bringBack(session, wasShown),
      lasts: UNDO_MS - 500,
    });
  }

  #bringBack(session, wasShown) {
    clearTimeout(this.#leaving.get(session.id));
    this.#leaving.delete(session.id);
    this.refresh();
    if (wasShown) this.#conversations.open(session);
  }

  async #deleteNow(id) {
    clearTimeout(this.#leaving.get(id));
    try {
      await deleteSession(id);
      this.#conversations.forget(id);
    } catch (problem) {
      if (problem.status !== 404) toast(this.#store, { text: problem.detail || t('problem.delete') });
    }
    this.#leaving.delete(id);
    this.refresh();
  }

  #retitle(id, title) {
    this.#list.items.filter((item) => item.id === id).forEach((item) => (item.title = title));
    const shown = this.#store.state.conversation;
    if (shown.id === id) shown.title = title;
    this.#store.changed();
  }

  async #read(offset, limit) {
    const list = this.#list;
    const asked = ++this.#asked;
    const query = list.query.trim();
    list.loading = true;
    try {
      const read = await listSessions(query, offset, Math.min(limit + 1, 200));
      if (asked !== this.#asked) return;
      const page = read.slice(0, limit).filter((session) => !this.#leaving.has(session.id));
      const earlier = new Set(page.map((session) => session.id));
      list.items = offset === 0 ? page : [...list.items.filter((s) => !earlier.has(s.id)), ...page];
      list.more = read.length > limit;
      list.problem = null;
      this.#nameShown();
    } catch (problem) {
      if (asked === this.#asked) list.problem = problem;
    }
    if (asked === this.#asked) list.loading = false;
    this.#store.changed();
  }

  #nameShown() {
    const shown = this.#store.state.conversation;
    const session = this.#list.items.find((item) => item.id === shown.id);
    if (session) shown.title = session.title;
  }
}
