/** The whole page. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';
import { composerView } from './composer.js';
import { headerView } from './header.js';
import { helpView } from './help.js';
import { inspectorView } from './inspector.js';
import { menuView } from './menu.js';
import { ringingView, timersView } from './timers.js';
import { sidebarView } from './sidebar.js';
import { threadView } from './thread.js';
import { toastsView } from './toasts.js';

export const appView = (state, actions) => {
  const { other } = state;
  return html`
  <a class="skip" href="#composer-input" @click=${(event) => skip(event, actions)}>${t('skip')}</a>
  <div class="app ${state.drawerOpen ? 'drawer-open' : ''} ${state.inspectorOpen && !other ? 'inspector-open' : ''}">
    ${sidebarView(state, actions)}
    <div class="scrim" @click=${state.drawerOpen ? actions.toggleDrawer : actions.toggleInspector}></div>
    ${other ? other.view(other.page, actions) : nothing}
    <main class="main" ?hidden=${other !== null}>
      ${headerView(state, actions)} ${ringingView(state, actions)} ${timersView(state, actions)} ${threadView(state, actions)}
      ${composerView(state, actions)}
    </main>
    ${inspectorView(state, actions)}
  </div>
  ${state.menu ? menuView(state.menu, actions) : nothing}
  ${helpView(state, actions)} ${toastsView(state, actions)}
  <div class="unseen" role="status" aria-live="polite" lang=${state.announcement.language || nothing}>
    ${state.announcement.text}
  </div>
`;
};

/** Leads to the message field from wherever the person is; the address stays that of the conversation. */
function skip(event, actions) {
  event.preventDefault();
  actions.closePages();
  actions.compose();
}
