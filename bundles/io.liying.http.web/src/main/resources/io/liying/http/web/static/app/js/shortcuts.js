/** Keys that work everywhere in the page, and how they are written on this system. */
const isApple = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');
const ctrl = isApple ? '⌘' : 'Ctrl';

/** What the help shows: a text's key and the keys to press. */
export const SHORTCUTS = [
  { text: 'shortcut.send', keys: ['Enter'] },
  { text: 'shortcut.newline', keys: ['Shift', 'Enter'] },
  { text: 'shortcut.stop', keys: ['Esc'] },
  { text: 'shortcut.recall', keys: ['↑'] },
  { text: 'shortcut.compose', keys: ['/'] },
  { text: 'shortcut.new', keys: [ctrl, 'Shift', 'O'] },
  { text: 'shortcut.search', keys: [ctrl, 'K'] },
  { text: 'shortcut.inspector', keys: [ctrl, 'I'] },
  { text: 'shortcut.rename', keys: ['F2'] },
  { text: 'shortcut.help', keys: ['?'] },
];

/** True for keys that an input method is still using to compose a character, as for Korean, Japanese or Chinese. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

const isTyping = (target) => target.closest?.('input, textarea, select, [contenteditable]') !== null;

/** Letters by what is printed on the key, and by place where the keyboard writes another script. */
const isLetter = (event, letter) =>
  event.key.toLowerCase() === letter || (event.key.charCodeAt(0) > 127 && event.code === `Key${letter.toUpperCase()}`);

/** Listens for the keys; the actions are `newConversation`, `search`, `inspector`, `compose`, `help`, `escape`. */
export function listen(actions) {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const action = actionOf(event);
    if (!action) return;
    if (actions[action]() !== false) event.preventDefault();
  });
}

function actionOf(event) {
  const command = isApple ? event.metaKey : event.ctrlKey;
  if (command && !event.altKey) {
    if (event.shiftKey && isLetter(event, 'o')) return 'newConversation';
    if (!event.shiftKey && isLetter(event, 'k')) return 'search';
    if (!event.shiftKey && isLetter(event, 'i')) return 'inspector';
    return null;
  }
  if (event.key === 'Escape') return 'escape';
  if (isTyping(event.target) || event.altKey || event.metaKey || event.ctrlKey) return null;
  if (event.key === '/') return 'compose';
  return event.key === '?' ? 'help' : null;
}
