/** What the views can do: each action changes the state through its controller and puts the focus where it belongs. */
import { focusSoon } from './focus.js';
import { loadLanguage, t } from './i18n.js';
import { Pages } from './pages.js';
import { prefer } from './preferences.js';
import { dismiss, toast } from './toasts.js';

const find = (selector) => document.querySelector(selector);

const PHONE = matchMedia('(max-width: 760px)');

export function createActions({ store, socket, conversations, sessions, timers, scroll, readSkills, voice }) {
  const { state } = store;
  const drafts = new Map();
  const pages = new Pages(store);
  const composer = () => find('#composer-input');

  const swapDraft = (change) => {
    const input = composer();
    if (input) drafts.set(state.conversation.key, input.value);
    change();
    if (!input) return;
    input.value = drafts.get(state.conversation.key) ?? '';
    input.dispatchEvent(new Event('input'));
  };

  const closeDrawer = () => store.set({ drawerOpen: false });

  const actions = {
    compose: () => focusSoon('#composer-input'),
    running: () => conversations.running,

    /** Opens a page beside the conversation. */
    openPage: async (name) => {
      await pages.open(name);
      focusSoon(`#${name}-back`);
    },
    closePages: () => {
      if (!state.other) return;
      store.set({ other: null });
      const { id } = state.conversation;
      history.replaceState(null, '', id ? `#/${encodeURIComponent(id)}` : location.pathname);
      actions.compose();
    },

    newConversation: () => {
      actions.closePages();
      swapDraft(() => conversations.startNew());
      closeDrawer();
      actions.compose();
    },
    open: (session) => {
      actions.closePages();
      if (session.id !== state.conversation.id) swapDraft(() => conversations.open(session));
      closeDrawer();
      if (!PHONE.matches) actions.compose();
    },
    reload: () => conversations.reload(),
    send: (text) => {
      conversations.send(text);
      drafts.delete(state.conversation.key);
      scroll.toEnd();
    },
    retry: (turn) => conversations.retry(turn),
    interrupt: () => conversations.interrupt(),
    toggleVoice: () => voice.toggle(),
    hush: () => voice.hush(),
    useVoiceMode: (mode) => voice.use(mode),
    pressToTalk: () => voice.press(),
    releaseToTalk: () => voice.release(),
    reconnect: () => socket.retryNow(),
    toEnd: () => scroll.toEnd(),
    attachScroll: (element) => scroll.attach(element),

    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        toast(store, { text: t('action.copied'), lasts: 1_800 });
      } catch {
        toast(store, { text: t('problem.copy') });
      }
    },

    search: (query) => sessions.search(query),
    moreSessions: () => sessions.more(),
    refreshSessions: () => sessions.refresh(),
    beginRename: (session) => sessions.beginRename(session.id),
    cancelRename: () => sessions.cancelRename(),
    rename: (session, title) => sessions.rename(session, title),
    remove: (session) => sessions.remove(session),

    openMenu: (session, opener) => store.set({ menu: { session, opener } }),
    closeMenu: (giveFocusBack = true) => {
      const opener = state.menu?.opener;
      store.set({ menu: null });
      if (giveFocusBack) opener?.focus();
    },

    toggleDrawer: () => store.set({ drawerOpen: !state.drawerOpen, inspectorOpen: PHONE.matches ? false : state.inspectorOpen }),
    toggleInspector: () => {
      const inspectorOpen = !state.inspectorOpen;
      store.set({ inspectorOpen });
      prefer({ inspector: inspectorOpen });
      focusSoon(inspectorOpen ? '#inspector-title' : '#composer-input');
    },
    inspect: (turn) => {
      store.set({ selected: turn.key, inspectorOpen: true });
      prefer({ inspector: true });
    },
    select: (turn) => {
      if (state.inspectorOpen) store.set({ selected: turn.key });
    },
    toggleHelp: () => store.set({ helpOpen: !state.helpOpen }),
    closeHelp: () => store.set({ helpOpen: false }),
    dismiss: (note) => dismiss(store, note),

    silence: (ringing) => timers.silence(ringing),
    askNotification: () => timers.ask(),
    mayAskNotification: () => timers.mayAsk,

    chooseLanguage: async (language) => {
      prefer({ language });
      await loadLanguage();
      store.changed();
      readSkills();
      pages.refresh();
    },
    chooseTheme: (theme) => {
      prefer({ theme });
      store.changed();
    },
  };

  /** Closes what lies uppermost; with nothing open it ends the running turn. */
  const escape = () => {
    if (state.menu) actions.closeMenu();
    else if (state.helpOpen) actions.closeHelp();
    else if (state.drawerOpen) closeDrawer();
    else if (state.other) state.other.page.escape() || actions.closePages();
    else if (state.ringing.length) actions.silence(state.ringing[0]);
    else if (conversations.running) actions.interrupt();
    else return false;
    return true;
  };

  actions.keys = {
    newConversation: actions.newConversation,
    search: () => {
      if (PHONE.matches) store.set({ drawerOpen: true });
      focusSoon('#session-search');
    },
    inspector: actions.toggleInspector,
    compose: actions.compose,
    help: actions.toggleHelp,
    escape,
  };
  return actions;
}
