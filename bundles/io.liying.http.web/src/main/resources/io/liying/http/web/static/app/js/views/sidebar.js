/** The sessions by day, the search in them, and the page's settings. */
import { html, live, nothing, ref, repeat } from '../lit.js';
import { dayDistance, LANGUAGES, shortWhen, t } from '../i18n.js';
import { preferences } from '../preferences.js';
import { isComposing } from '../shortcuts.js';
import { icon, logo } from './icons.js';

/** The pages beside the conversation, with their pictures. */
const LINKS = [['mine', 'person'], ['plugins', 'plugin'], ['training', 'training'], ['models', 'microphone']];
const NARROW = matchMedia('(max-width: 760px)');

export const sidebarView = (state, actions) => html`
  <nav class="sidebar" aria-label=${t('sessions.title')} ?inert=${NARROW.matches && !state.drawerOpen}>
    <div class="brand">
      ${logo()}<span class="brand-name">LiYing</span>
      <button class="tool only-narrow" type="button" aria-label=${t('action.close')} @click=${actions.toggleDrawer}>
        ${icon('close')}
      </button>
    </div>
    <button class="new-conversation" type="button" id="new-conversation" @click=${actions.newConversation}>
      ${icon('plus')}<span>${t('sessions.new')}</span>
    </button>
    <label class="search">
      ${icon('search')}
      <input
        id="session-search"
        type="search"
        autocomplete="off"
        placeholder=${t('sessions.search')}
        aria-label=${t('sessions.search')}
        .value=${live(state.sessions.query)}
        @input=${(event) => actions.search(event.target.value)}
        @keydown=${(event) => searchKey(event, actions)}
      >
    </label>
    <div class="sessions" id="sessions" aria-busy=${state.sessions.loading} @keydown=${moveInList}>
      ${listView(state, actions)}
    </div>
    <div class="sidebar-links">
      ${LINKS.map(([name, image]) => linkView(name, image, state, actions))}
    </div>
    ${settingsView(actions)}
  </nav>
`;

const linkView = (name, image, { other }, actions) => html`
  <button class="sidebar-link" type="button" id="open-${name}" aria-current=${other?.name === name ? 'page' : nothing} @click=${() => actions.openPage(name)}>
    ${icon(image)}<span>${t(`${name}.title`)}</span>
  </button>
`;

function listView({ sessions, conversation }, actions) {
  if (sessions.problem && !sessions.items.length) {
    return html`<div class="sessions-note">
      <p>${t('problem.sessions')} ${sessions.problem.detail}</p>
      <button class="link" type="button" @click=${actions.refreshSessions}>${t('action.retry')}</button>
    </div>`;
  }
  if (!sessions.items.length) {
    const text = sessions.loading ? '' : t(sessions.query ? 'sessions.none.found' : 'sessions.none');
    return html`<p class="sessions-note">${text}</p>`;
  }
  const groups = sessions.query ? [['', sessions.items]] : byDay(sessions.items);
  return html`
    ${repeat(groups, ([name]) => name, ([name, items]) => html`
      ${name ? html`<h2 class="sessions-day">${t(name)}</h2>` : nothing}
      <ul class="sessions-list">
        ${repeat(items, (session) => session.id, (session) => sessionView(session, sessions, conversation, actions))}
      </ul>
    `)}
    ${sessions.more
      ? html`<button class="link sessions-more" type="button" @click=${actions.moreSessions}>${t('sessions.more')}</button>`
      : nothing}
  `;
}

function byDay(items) {
  const groups = new Map();
  for (const session of items) {
    const days = dayDistance(session.updatedAt);
    const name = days <= 0 ? 'day.today' : days === 1 ? 'day.yesterday' : days < 7 ? 'day.week' : 'day.earlier';
    groups.set(name, [...(groups.get(name) ?? []), session]);
  }
  return [...groups];
}

function sessionView(session, sessions, conversation, actions) {
  const title = session.title || t('sessions.untitled');
  if (sessions.renaming === session.id) return html`<li class="session">${renameView(session, actions)}</li>`;
  return html`
    <li class="session ${session.id === conversation.id ? 'is-open' : ''}" data-session=${session.id}>
      <button
        class="session-open"
        type="button"
        aria-current=${session.id === conversation.id ? 'page' : nothing}
        @click=${() => actions.open(session)}
        @dblclick=${() => actions.beginRename(session)}
        @keydown=${(event) => sessionKey(event, session, actions)}
      >
        <span class="session-title" lang=${session.language || nothing}>${title}</span>
        <time class="session-when" datetime=${session.updatedAt.toISOString()}>${shortWhen(session.updatedAt)}</time>
      </button>
      <button
        class="session-more tool"
        type="button"
        aria-haspopup="menu"
        aria-label=${t('sessions.menu', { title })}
        @click=${(event) => actions.openMenu(session, event.currentTarget)}
      >
        ${icon('more')}
      </button>
    </li>
  `;
}

function renameView(session, actions) {
  const take = (element) => {
    if (!element || element.dataset.ready) return;
    element.dataset.ready = 'yes';
    setTimeout(() => element.select());
  };
  return html`<input
    class="session-rename"
    aria-label=${t('action.rename')}
    maxlength="200"
    .value=${session.title}
    ${ref(take)}
    @blur=${(event) => actions.rename(session, event.target.value)}
    @keydown=${(event) => renameKey(event, session, actions)}
  >`;
}

function renameKey(event, session, actions) {
  if (isComposing(event)) return;
  if (event.key === 'Enter') actions.rename(session, event.target.value);
  else if (event.key === 'Escape') actions.cancelRename();
  else return;
  event.preventDefault();
}

function sessionKey(event, session, actions) {
  if (event.key === 'F2') actions.beginRename(session);
  else if (event.key === 'Delete') actions.remove(session);
  else return;
  event.preventDefault();
}

function searchKey(event, actions) {
  if (isComposing(event)) return;
  if (event.key === 'Escape' && event.target.value) actions.search('');
  else if (event.key === 'ArrowDown') document.querySelector('.session-open')?.focus();
  else return;
  event.preventDefault();
}

function moveInList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches('.session-open')) return;
  const all = [...event.currentTarget.querySelectorAll('.session-open')];
  const next = all[all.indexOf(event.target) + step];
  (next ?? document.getElementById('session-search')).focus();
  event.preventDefault();
}

const settingsView = (actions) => html`
  <div class="settings">
    <label class="language">
      ${icon('globe')}
      <select id="language" aria-label=${t('settings.language')} @change=${(event) => actions.chooseLanguage(event.target.value)}>
        <option value="auto" ?selected=${preferences.language === 'auto'}>${t('settings.language.auto')}</option>
        ${Object.entries(LANGUAGES).map(
          ([code, name]) => html`<option value=${code} lang=${code} ?selected=${preferences.language === code}>${name}</option>`,
        )}
      </select>
    </label>
    <div class="theme" role="group" aria-label=${t('settings.theme')}>
      ${['light', 'auto', 'dark'].map(
        (theme) => html`<button
          type="button"
          class="theme-choice"
          aria-pressed=${preferences.theme === theme}
          aria-label=${t(`settings.theme.${theme}`)}
          title=${t(`settings.theme.${theme}`)}
          @click=${() => actions.chooseTheme(theme)}
        >
          ${icon(theme)}
        </button>`,
      )}
    </div>
    <button class="tool" type="button" aria-label=${t('help.title')} title=${t('help.title')} @click=${actions.toggleHelp}>
      ${icon('keyboard')}
    </button>
  </div>
`;
