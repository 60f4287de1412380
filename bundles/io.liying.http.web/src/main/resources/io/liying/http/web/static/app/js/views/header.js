/** The bar above the conversation: what it is about, and whether the server is there. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

export const headerView = (state, actions) => html`
  <header class="header">
    <button class="tool only-narrow" type="button" aria-label=${t('sessions.show')} @click=${actions.toggleDrawer}>
      ${icon('menu')}
    </button>
    <h1 class="header-title ${state.conversation.turns.length ? '' : 'unseen'}" title=${state.conversation.title}>${state.conversation.title || t('sessions.untitled')}</h1>
    <span class="header-space"></span>
    ${connectionView(state.connection, actions)}
    <button
      class="tool"
      type="button"
      id="toggle-inspector"
      aria-label=${t('inspector.toggle')}
      title=${t('inspector.toggle')}
      aria-pressed=${state.inspectorOpen}
      @click=${actions.toggleInspector}
    >
      ${icon('inspector')}
    </button>
  </header>
`;

/** Quiet while all is well and during the first attempt; then it says what happens and offers to hurry. */
function connectionView({ phase, failures }, actions) {
  if (phase === 'open' || failures === 0) return nothing;
  return html`
    <div class="connection" role="status">
      <span class="connection-dot"></span>
      <span class="connection-text">${t(phase === 'connecting' ? 'connection.connecting' : 'connection.lost')}</span>
      ${phase === 'waiting'
        ? html`<button class="link" type="button" @click=${actions.reconnect}>${t('connection.retry')}</button>`
        : nothing}
    </div>
  `;
}
