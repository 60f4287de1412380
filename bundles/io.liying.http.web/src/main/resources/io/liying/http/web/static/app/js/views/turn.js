/** One turn: the person's words at the right, the answer below with what can be done with it. */
import { guard, html, nothing } from '../lit.js';
import { fullDate, htmlLanguage, milliseconds, percent, t, textOr, timeOfDay } from '../i18n.js';
import { markdown } from '../markdown.js';
import { isOver } from '../turns.js';
import { icon, logo } from './icons.js';

export const turnView = (turn, state, actions) => html`
  <li class="turn ${state.inspectorOpen && isSelected(turn, state) ? 'is-selected' : ''}" data-phase=${turn.phase} @click=${() => actions.select(turn)}>
    <div class="said">
      <p class="bubble" lang=${languageOf(turn)}>${turn.text}</p>
      <div class="said-notes">${noteView(turn, state)}</div>
    </div>
    ${answerView(turn, state, actions)}
  </li>
`;

/** The selected turn, or the last where none is. */
export const isSelected = (turn, { selected, conversation }) =>
  selected ? turn.key === selected : turn === conversation.turns.at(-1);

const languageOf = (turn) => (turn.language ? htmlLanguage(turn.language.code) : nothing);

function noteView(turn, { connection }) {
  if (turn.phase === 'queued') return html`<span>${t(connection.phase === 'open' ? 'turn.queued' : 'turn.waiting')}</span>`;
  if (turn.phase === 'recovering') return html`<span>${t('turn.recovering')}</span>`;
  return html`<time datetime=${turn.at.toISOString()} title=${fullDate(turn.at)}>${timeOfDay(turn.at)}</time>`;
}

function answerView(turn, state, actions) {
  if (turn.phase === 'queued') return nothing;
  if (turn.phase === 'failed') return failureView(turn, actions);
  if (isOver(turn) && !turn.answer && turn.phase === 'done') return nothing;
  return html`
    <div class="answer">
      ${logo()}
      <div class="answer-body">
        ${turn.answer
          ? html`<div class="bubble markdown" lang=${languageOf(turn)}>${guard([turn.answer], () => markdown(turn.answer))}</div>`
          : turn.phase === 'interrupted'
            ? nothing
            : html`<div class="bubble typing" role="img" aria-label=${t('turn.typing')}><i></i><i></i><i></i></div>`}
        ${isOver(turn) ? footView(turn, state, actions) : nothing}
      </div>
    </div>
  `;
}

const footView = (turn, state, actions) => html`
  <div class="answer-foot">
    ${turn.phase === 'interrupted' ? html`<span class="badge">${t('turn.interrupted')}</span>` : nothing}
    ${turn.asksBack ? html`<span class="badge is-question">${t('turn.asks')}</span>` : nothing}
    <button class="chip" type="button" title=${t('inspector.open')} data-inspect @click=${(event) => inspect(event, turn, actions)}>
      ${chipText(turn, state)}
    </button>
    <button class="tool is-small" type="button" aria-label=${t('action.copy')} title=${t('action.copy')} @click=${() => actions.copy(turn.answer)}>
      ${icon('copy')}
    </button>
  </div>
`;

function inspect(event, turn, actions) {
  event.stopPropagation();
  actions.inspect(turn);
}

/** Skill, confidence and time: the turn in a line. */
function chipText(turn, { skills }) {
  const parts = [];
  if (turn.intent?.name) {
    parts.push(skillName(turn.intent.name.split('.')[0], skills));
    if (turn.intent.confidence !== null) parts.push(percent(turn.intent.confidence));
  }
  if (turn.timings) parts.push(milliseconds(turn.timings.total));
  return parts.length ? parts.join(' · ') : t('inspector.title');
}

export const shortId = ({ id }) => String(id ?? '').split('.').at(-1);

/** A skill's name in the page's language, as the server tells it or as the page knows it. */
export const skillName = (id, skills) => skills?.find((skill) => shortId(skill) === id)?.name || textOr(`skill.${id}`, id);

function failureView(turn, actions) {
  const { code, detail } = turn.problem;
  return html`
    <div class="failure" role="alert">
      ${icon('alert')}
      <div>
        <p class="failure-title">${textOr(`problem.${code}`, t('turn.failed'))}</p>
        ${detail ? html`<p>${detail}</p>` : nothing}
        <button class="button is-small" type="button" data-retry @click=${() => actions.retry(turn)}>
          ${icon('retry')}${t('action.retry')}
        </button>
      </div>
    </div>
  `;
}
