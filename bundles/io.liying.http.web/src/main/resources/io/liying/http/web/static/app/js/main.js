/** Puts the page together: state, controllers, views; then connects. */
import { createActions } from './actions.js';
import { Conversations, emptyConversation } from './conversation.js';
import { htmlLanguage, loadLanguage, t } from './i18n.js';
import { render } from './lit.js';
import { pageInAddress } from './pages.js';
import { preferences } from './preferences.js';
import { Scroll } from './scroll.js';
import { listSkills, listTimers, Socket } from './server.js';
import { noSessions, Sessions } from './sessions.js';
import { listen } from './shortcuts.js';
import { Store } from './store.js';
import { Timers } from './timers.js';
import { toast } from './toasts.js';
import { appView } from './views/app.js';
import { noVoice, Voice } from './voice/voice.js';

const WIDE = matchMedia('(min-width: 1180px)');

const store = new Store({
  connection: { phase: 'connecting', failures: 0 },
  conversation: emptyConversation(),
  sessions: noSessions(),
  skills: null,
  selected: null,
  inspectorOpen: preferences.inspector && WIDE.matches,
  drawerOpen: false,
  helpOpen: false,
  /** The page that is shown instead of the conversation: `{name, page, view}`. */
  other: null,
  menu: null,
  toasts: [],
  timers: [],
  ringing: [],
  announcement: { text: '', language: '' },
  atEnd: true,
  voice: noVoice(),
});
const { state } = store;
const root = document.getElementById('root');
const scroll = new Scroll((atEnd) => store.set({ atEnd }));

const socket = new Socket({
  opened: () => {
    conversations.connected();
    voice.begin();
    readSkills();
    readTimers();
    sessions.refresh();
    if (!conversations.running) conversations.reload();
  },
  resumes: () => conversations.unfinished,
  message: (message) => {
    if (voice.receive(message)) return;
    if (message.type === 'notice') noticed(message);
    else if (!conversations.receive(message) && message.type === 'error' && message.code !== 'turn.not_running') {
      toast(store, { text: message.detail || t('problem.server') });
    }
  },
  sound: (bytes) => voice.sound(bytes),
  state: (connection) => {
    if (connection.phase === 'waiting') conversations.disconnected();
    store.set({ connection });
  },
});

const conversations = new Conversations(store, socket, {
  answered: (turn) => {
    timers.learn(turn.data, turn.intent?.name, turn.asksBack);
    announce(turn.answer, turn.language?.code);
    sessions.refresh();
  },
  interrupted: () => {
    announce(t('turn.interrupted'));
    sessions.refresh();
  },
  failed: () => announce(t('turn.failed')),
  shown: (conversation) => {
    const address = conversation.id ? `#/${encodeURIComponent(conversation.id)}` : location.pathname;
    if (location.hash !== address && !state.other) history.replaceState(null, '', address);
    scroll.toEnd();
    voice.showing(conversation.id);
  },
});
const voice = new Voice(store, socket, () => state.conversation.id);
const sessions = new Sessions(store, conversations);
const timers = new Timers(store);
const actions = createActions({ store, socket, conversations, sessions, timers, scroll, readSkills, voice });

function announce(text, language = '') {
  // The same words once more are news only if they differ.
  const again = text === state.announcement.text ? '\u00a0' : '';
  store.set({ announcement: { text: text + again, language: htmlLanguage(language) } });
}

function noticed(notice) {
  if (['timer.fired', 'alarm.fired', 'reminder.fired'].includes(notice.kind)) timers.ring(notice);
  else if (notice.text) toast(store, { text: notice.text });
}

/** Skills come and go while the server runs, so they are read at each connection; without them the page suggests all. */
async function readSkills() {
  try {
    store.set({ skills: await listSkills() });
  } catch {
    store.set({ skills: state.skills ?? [] });
  }
}

/** Timers may have been set through another door; without the timer skill those that the page remembers stay. */
async function readTimers() {
  const known = state.timers;
  try {
    const running = await listTimers();
    if (state.timers === known) timers.learn({ running }); // else an answer that came meanwhile knows more
  } catch (problem) {
    console.info(`LiYing: the running timers are not known: ${problem.message}`);
  }
}

function paint() {
  document.title = titleOf(state);
  render(appView(state, actions), root);
  scroll.settle();
}

function titleOf({ ringing, conversation, other }) {
  if (ringing.length) return `⏰ ${ringing[0].text}`;
  if (other) return `${t(`${other.name}.title`)} · LiYing`;
  return conversation.title ? `${conversation.title} · LiYing` : 'LiYing';
}

const sessionInAddress = () => decodeURIComponent(location.hash.replace(/^#\/?/, ''));

function openFromAddress() {
  const page = pageInAddress();
  if (page) return actions.openPage(page);
  actions.closePages();
  const id = sessionInAddress();
  if (id && id !== state.conversation.id) conversations.open({ id, title: '' });
}

await loadLanguage();
listen(actions.keys);
addEventListener('hashchange', openFromAddress);
openFromAddress();
store.paintWith(paint);
if (!matchMedia('(max-width: 760px)').matches) actions.compose();
socket.connect();
sessions.refresh();
readSkills();
