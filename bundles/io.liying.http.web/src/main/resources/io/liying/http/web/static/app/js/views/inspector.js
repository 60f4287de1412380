/** How a turn was understood: language, intent, entities, time, and what the session remembers. */
import { html, nothing } from '../lit.js';
import { htmlLanguage, languageName, milliseconds, percent, t, textOr } from '../i18n.js';
import { isFilled } from '../protocol.js';
import { barView, timingsView } from './charts.js';
import { highlighted } from './highlight.js';
import { icon } from './icons.js';
import { isSelected, skillName } from './turn.js';

export function inspectorView(state, actions) {
  const turn = state.conversation.turns.find((candidate) => isSelected(candidate, state)) ?? state.conversation.turns.at(-1);
  return html`
    <aside class="inspector" id="inspector" aria-labelledby="inspector-title" ?inert=${!state.inspectorOpen}>
      <div class="inspector-head">
        <h2 id="inspector-title" tabindex="-1">${t('inspector.title')}</h2>
        <button class="tool" type="button" aria-label=${t('action.close')} @click=${actions.toggleInspector}>${icon('close')}</button>
      </div>
      <div class="inspector-body">${turn ? turnView(turn, state) : html`<p class="inspector-none">${t('inspector.none')}</p>`}</div>
    </aside>
  `;
}

const turnView = (turn, { skills }) => html`
  <blockquote class="inspector-text" lang=${turn.language ? htmlLanguage(turn.language.code) : nothing}>${highlighted(turn.text, turn.entities)}</blockquote>
  ${turn.language ? languageView(turn.language) : nothing} ${turn.intent ? intentView(turn, skills) : nothing}
  ${turn.entities.length ? entitiesView(turn.entities) : nothing}
  ${turn.timings ? section('timings', timingsView(turn.timings), milliseconds(turn.timings.total)) : nothing}
  ${isFilled(turn.data) ? section('data', factsView(turn.data)) : nothing}
  ${isFilled(turn.context) ? section('context', factsView(turn.context)) : nothing}
  ${!turn.language && !turn.intent && !turn.timings ? html`<p class="inspector-none">${t('inspector.nothing')}</p>` : nothing}
`;

const section = (name, content, aside = '') => html`
  <section class="facts" data-part=${name}>
    <h3>${t(`inspector.${name}`)}${aside ? html`<span class="facts-aside">${aside}</span>` : nothing}</h3>
    ${content}
  </section>
`;

const languageView = (language) =>
  section('language', candidates(language.code, language.confidence, language.alternatives, languageName, 'is-plain'));

function intentView({ intent, skill, asksBack, data }, skills) {
  const chosen = skill ?? intent.name?.split('.')[0];
  return section('intent', html`
    ${candidates(intent.name, intent.confidence, intent.alternatives, (name) => name ?? t('inspector.intent.none'), 'is-code')}
    ${chosen ? html`<p class="facts-line">${t('inspector.skill')} <strong>${skillName(chosen, skills)}</strong></p>` : nothing}
    ${data?.translation ? html`<p class="facts-line" data-part="translation">${translation(data.translation)}</p>` : nothing}
    ${asksBack ? html`<p class="facts-line"><span class="badge is-question">${t('turn.asks')}</span></p>` : nothing}
  `);
}

/** Where the words of an answer come from that the skill gave in another language. */
const translation = ({ from, by }) =>
  t(by ? 'inspector.translated' : 'inspector.untranslated', { language: languageName(from), service: by });

/** The likeliest with a wide bar, the others below with thin ones. */
function candidates(best, confidence, alternatives, nameOf, kind) {
  const others = alternatives.filter((other) => other.name !== best).slice(0, 4);
  return html`
    <div class="candidate is-best">
      <span class="candidate-name ${kind}">${nameOf(best)}</span>
      ${confidence === null ? nothing : html`<span class="candidate-share">${percent(confidence)}</span>${barView(confidence, nameOf(best))}`}
    </div>
    ${others.map((other) => html`
      <div class="candidate">
        <span class="candidate-name ${kind}">${nameOf(other.name)}</span>
        <span class="candidate-share">${percent(other.confidence)}</span>
        ${barView(other.confidence, nameOf(other.name))}
      </div>
    `)}
  `;
}

const entitiesView = (entities) => section('entities', html`
  <ul class="entities">
    ${entities.map((entity) => html`
      <li class="entity-row">
        <span class="entity-type" data-type=${entity.type}>${textOr(`entity.${entity.type}`, entity.type)}</span>
        <span class="entity-words">${entity.text ?? ''}</span>
        <code class="entity-value">${entity.value}</code>
        ${Number.isFinite(entity.confidence) ? html`<span class="entity-share">${percent(entity.confidence)}</span>` : nothing}
      </li>
    `)}
  </ul>
`);

/** Names and values; what is nested is indented. */
const factsView = (facts) => html`
  <dl class="pairs">
    ${Object.entries(facts).map(([name, value]) => html`<div><dt>${name}</dt><dd>${valueView(value)}</dd></div>`)}
  </dl>
`;

function valueView(value) {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) {
    return value.length ? html`<ol class="values">${value.map((entry) => html`<li>${valueView(entry)}</li>`)}</ol>` : '–';
  }
  return typeof value === 'object' ? factsView(value) : String(value);
}
