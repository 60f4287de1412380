/** The turns that were not sure. A number chooses what one meant, Enter confirms it: two keys. */
import { html, nothing, repeat } from '../lit.js';
import { languageName, percent, shortWhen, t } from '../i18n.js';
import { intentName } from './training-report.js';

const MOST = 9;

export const reviewView = (page) => html`
  <p class="plugin-text">${page.review.on ? t('training.review.on') : t('training.review.off')}</p>
  ${page.review.turns.length
    ? html`
        <p class="review-keys"><kbd>1</kbd>–<kbd>${MOST}</kbd> ${t('training.review.choose')} · <kbd>0</kbd> ${t('training.none')} · <kbd>Enter</kbd> ${t('training.review.confirm')} · <kbd>Del</kbd> ${t('training.review.forget')} · <kbd>↑</kbd> <kbd>↓</kbd></p>
        <ol class="review-list" tabindex="0" aria-label=${t('training.tab.review')} @keydown=${(event) => onKey(event, page)}>
          ${repeat(page.review.turns, (turn) => turn.id, (turn, place) => turnView(turn, place, page))}
        </ol>
        <p><button class="link" type="button" data-do="clear" @click=${() => page.clearReview()}>${t('training.review.clear')}</button></p>
      `
    : html`<p class="plugins-none">${t('training.review.none')}</p>`}
`;

const turnView = (turn, place, page) => {
  const current = place === page.turn;
  return html`
    <li class="plugins-card review-turn" aria-current=${current ? 'true' : nothing} @click=${() => current || page.moveTo(place)}>
      <p class="review-text" lang=${turn.language}>${turn.text}</p>
      <p class="plugin-text">${shortWhen(new Date(turn.at))} · ${languageName(turn.language)} · ${t('training.review.understood', { intent: intentName(turn.understood), share: percent(turn.confidence) })}</p>
      ${current ? choicesView(turn, page) : nothing}
    </li>
  `;
};

const choicesView = (turn, page) => html`
  <div class="review-choices">
    ${turn.candidates.slice(0, MOST).map(({ intent, confidence }, number) => choiceView(number + 1, intent, `${intent} ${percent(confidence)}`, page))}
    ${choiceView(0, 'none', t('training.none'), page)}
    <select aria-label=${t('training.review.other')} @change=${(event) => page.pick(event.target.value || null)}>
      <option value="">${t('training.review.other')}</option>
      ${page.intents.map((intent) => html`<option value=${intent} ?selected=${page.choice === intent}>${intent}</option>`)}
    </select>
    <button class="button is-small" type="button" data-do="confirm" ?disabled=${!page.choice || page.busy} @click=${() => page.confirm()}>${t('training.review.confirm')}</button>
  </div>
`;

const choiceView = (number, intent, text, page) => html`
  <button class="review-choice" type="button" data-intent=${intent} aria-pressed=${page.choice === intent} @click=${() => page.pick(intent)}>
    <kbd>${number}</kbd> ${text}
  </button>
`;

function onKey(event, page) {
  if (event.target.closest('select, button')) return;
  const turn = page.review.turns[page.turn];
  if (/^[0-9]$/.test(event.key)) {
    const intent = event.key === '0' ? 'none' : turn.candidates[Number(event.key) - 1]?.intent;
    if (!intent) return;
    page.pick(intent);
  } else if (event.key === 'Enter') page.confirm();
  else if (event.key === 'Delete' || event.key === 'Backspace') page.forgetTurn();
  else if (event.key === 'ArrowDown') page.moveTo(page.turn + 1);
  else if (event.key === 'ArrowUp') page.moveTo(page.turn - 1);
  else return;
  event.preventDefault();
}
