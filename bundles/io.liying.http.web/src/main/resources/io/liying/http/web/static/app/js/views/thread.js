/** The conversation: turn after turn, or a greeting where there is none yet. */
import { html, nothing, ref, repeat } from '../lit.js';
import { day, dayDistance, t } from '../i18n.js';
import { icon } from './icons.js';
import { turnView } from './turn.js';
import { welcomeView } from './welcome.js';

export const threadView = (state, actions) => html`
  <div class="thread-frame">
    <div class="thread" id="thread" tabindex="0" role="log" aria-live="off" aria-label=${t('thread.title')} ${ref(actions.attachScroll)}>
      ${contentView(state, actions)}
    </div>
    ${state.atEnd || !state.conversation.turns.length
      ? nothing
      : html`<button class="to-end" type="button" aria-label=${t('thread.end')} title=${t('thread.end')} @click=${actions.toEnd}>
          ${icon('down')}
        </button>`}
  </div>
`;

function contentView(state, actions) {
  const { turns, loaded, problem } = state.conversation;
  if (problem && !turns.length) return problemView(problem, actions);
  if (!turns.length) return loaded ? welcomeView(state, actions) : html`<div class="loading" aria-label=${t('thread.loading')}></div>`;
  return html`<ol class="turns">
    ${repeat(turns, (turn) => turn.key, (turn, index) => html`
      ${dayView(turn, turns[index - 1])} ${turnView(turn, state, actions)}
    `)}
  </ol>`;
}

function dayView(turn, before) {
  const isNewDay = before ? dayDistance(before.at, turn.at) !== 0 : dayDistance(turn.at) !== 0;
  return isNewDay ? html`<li class="day"><span>${day(turn.at)}</span></li>` : nothing;
}

const problemView = (problem, actions) => html`
  <div class="thread-problem">
    ${icon('alert')}
    <h2>${t(problem.status === 404 ? 'problem.session.gone' : 'problem.history')}</h2>
    <p>${problem.detail || t(problem.status === 404 ? 'problem.session.gone.hint' : 'problem.server.hint')}</p>
    ${problem.status === 404
      ? html`<button class="button" type="button" @click=${actions.newConversation}>${t('sessions.new')}</button>`
      : html`<button class="button" type="button" @click=${actions.reload}>${t('action.retry')}</button>`}
  </div>
`;
