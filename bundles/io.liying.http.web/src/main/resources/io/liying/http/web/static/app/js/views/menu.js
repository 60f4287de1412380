/** The menu of a session, beside the button that opened it. */
import { html, ref } from '../lit.js';
import { t } from '../i18n.js';
import { exportAddress } from '../server.js';
import { icon } from './icons.js';

export const menuView = ({ session, opener }, actions) => html`
  <div class="menu-backdrop" @click=${() => actions.closeMenu()}></div>
  <div class="menu" role="menu" aria-label=${session.title} ${ref((element) => place(element, opener))} @keydown=${(e) => onKey(e, actions)}>
    ${item('rename', 'action.rename', actions, () => actions.beginRename(session))}
    ${download('export.markdown', session, 'markdown', 'md', actions)} ${download('export.json', session, 'json', 'json', actions)}
    ${item('remove', 'action.delete', actions, () => actions.remove(session), 'is-grave')}
  </div>
`;

const item = (image, text, actions, act, kind = '') => html`
  <button
    class="menu-item ${kind}"
    role="menuitem"
    type="button"
    data-do=${image}
    @click=${() => {
      actions.closeMenu(false);
      act();
    }}
  >
    ${icon(image)}<span>${t(text)}</span>
  </button>
`;

const download = (text, session, format, ending, actions) => html`
  <a
    class="menu-item"
    role="menuitem"
    data-do=${format}
    href=${exportAddress(session.id, format)}
    download="${fileName(session.title)}.${ending}"
    @click=${() => setTimeout(() => actions.closeMenu())}
  >
    ${icon('download')}<span>${t(text)}</span>
  </a>
`;

const fileName = (title) => title.replace(/[^\p{L}\p{N} _-]/gu, '').trim().slice(0, 60) || 'LiYing';

function place(element, opener) {
  if (!element || element.dataset.placed) return;
  element.dataset.placed = 'yes';
  const from = opener.getBoundingClientRect();
  // The element has no size before it is painted.
  requestAnimationFrame(() => {
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = from.bottom + 4;
    element.style.left = `${Math.max(8, Math.min(from.right - width, innerWidth - width - 8))}px`;
    element.style.top = `${below + height > innerHeight - 8 ? Math.max(8, from.top - height - 4) : below}px`;
    element.querySelector('[role=menuitem]').focus();
  });
}

function onKey(event, actions) {
  const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
  const here = items.indexOf(document.activeElement);
  const target = { ArrowDown: here + 1, ArrowUp: here - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (target !== undefined) items[target % items.length].focus();
  else if (event.key === 'Tab') actions.closeMenu();
  else return;
  event.preventDefault();
}
