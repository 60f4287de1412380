/** The page of a person's own data: how LiYing answers her, and what she told it. */
import { html, live, nothing, repeat } from '../lit.js';
import { currentLanguage, htmlLanguage, languageName, LANGUAGES, shortWhen, t } from '../i18n.js';
import { EXPORTS } from '../mine/calls.js';
import { frameView } from './administrator.js';
import { icon } from './icons.js';
import { calendarView, contactsView } from './mine-files.js';
import { confirmView, downloadView, headView, sectionView } from './mine-parts.js';
import { recordingsView } from './mine-recordings.js';
import { speakingView } from './mine-speaking.js';

export const mineView = (page, actions) => frameView(page, actions, { name: 'mine', content: (own) => contentView(own, actions), take: (file) => page.bring(file) });

const contentView = (page, actions) => html`
  <p class="plugins-lead">${t('mine.lead')}</p>
  ${sectionView(page, 'preferences', page.preferences, preferencesView)} ${sectionView(page, 'memory', page.facts, factsView)}
  ${sectionView(page, 'calendar', page.events, (own) => calendarView(own, actions))} ${sectionView(page, 'contacts', page.contacts, contactsView)}
  ${sectionView(page, 'speaking', page.canSpeak, speakingView)} ${sectionView(page, 'recordings', page.recordings.kept, recordingsView)}
`;

const preferencesView = (page) => html`
  ${headView('preferences', 'skill')}
  <div class="mine-fields">
    ${choiceView('language', page.preferences.language, [
      ['', t('mine.language.spoken')],
      ...Object.entries(LANGUAGES),
    ], (language) => page.prefer({ language }))}
    ${choiceView('time', page.preferences.time_format, [
      ['', t('mine.time.usual')],
      ['twenty_four_hours', t('mine.time.whole')],
      ['twelve_hours', t('mine.time.half')],
    ], (format) => page.prefer({ time_format: format }))}
    <form class="mine-field" @submit=${(event) => onPlace(event, page)}>
      <label for="mine-place">${t('mine.place')}</label>
      <div class="mine-line">
        <input id="mine-place" type="text" maxlength="100" autocomplete="off" placeholder=${t('mine.place.none')} .value=${page.preferences.place?.text ?? ''}>
        <button class="button is-small" type="submit">${t('plugins.save')}</button>
      </div>
    </form>
  </div>
  <fieldset class="mine-address">
    <legend>${t('mine.formality')}</legend>
    <p class="mine-note">${t('mine.formality.lead')}</p>
    <div class="mine-fields">${addressed(page.preferences).map((language) => formalityView(page, language))}</div>
  </fieldset>
`;

/** What the two forms of address are called in a language. */
const FORMS = {
  ko: ['반말', '존댓말'],
  en: ['Hi!', 'Good day.'],
  zh: ['你', '您'],
  ja: ['だよ', 'です・ます'],
  es: ['tú', 'usted'],
  fr: ['tu', 'vous'],
  de: ['du', 'Sie'],
};

/** The languages whose form of address is offered: that of the page, the preferred one, and those that have been chosen. */
function addressed({ language, formality = {} }) {
  const wanted = [currentLanguage(), language, ...Object.keys(formality)];
  return Object.keys(LANGUAGES).filter((code) => wanted.includes(code));
}

function formalityView(page, language) {
  const [informal, formal] = FORMS[language];
  return choiceView(`formality-${language}`, page.preferences.formality?.[language], [
    ['', t('mine.formality.heard')],
    ['informal', `${t('mine.formality.informal')} (${informal})`],
    ['formal', `${t('mine.formality.formal')} (${formal})`],
  ], (value) => page.prefer({ formality: { [language]: value } }), languageName(language));
}

/** One of some values; the empty one takes the preference back. */
const choiceView = (name, chosen, values, prefer, label = t(`mine.${name}`)) => html`
  <div class="mine-field">
    <label for="mine-${name}">${label}</label>
    <select id="mine-${name}" .value=${live(chosen ?? '')} @change=${(event) => prefer(event.target.value || null)}>
      ${values.map(([value, text]) => html`<option value=${value} lang=${value in LANGUAGES ? htmlLanguage(value) : nothing} ?selected=${value === (chosen ?? '')}>${text}</option>`)}
    </select>
  </div>
`;

function onPlace(event, page) {
  event.preventDefault();
  page.prefer({ place: event.currentTarget.querySelector('input').value.trim() || null });
}

const factsView = (page) => html`
  ${headView('memory', 'smalltalk', page.facts.length)}
  <form class="mine-line" @submit=${(event) => onFact(event, page)}>
    <input id="mine-fact" type="text" maxlength="500" autocomplete="off" aria-label=${t('mine.fact.label')} placeholder=${t('mine.fact.example')}>
    <button class="button is-small" type="submit">${icon('plus')}${t('mine.fact.keep')}</button>
  </form>
  ${page.facts.length
    ? html`<ul class="mine-list">${repeat(page.facts, ({ id }) => id, (fact) => factView(fact, page))}</ul>`
    : html`<p class="mine-note">${t('mine.facts.none')}</p>`}
  <div class="mine-doings">
    ${downloadView(EXPORTS.markdown, 'LiYing.md', 'export.markdown')} ${downloadView(EXPORTS.json, 'LiYing.json', 'export.json')}
    <button class="link is-grave" type="button" data-ask="everything" ?disabled=${!hasAnything(page)} @click=${() => page.ask('everything')}>${t('mine.everything')}</button>
  </div>
  ${page.asked === 'everything' ? confirmView(page, t('mine.everything.ask', { count: page.facts.length }), t('mine.everything'), () => page.forgetAll()) : nothing}
`;

const hasAnything = ({ facts, preferences }) => facts.length > 0 || Object.keys(preferences).length > 0;

const factView = (fact, page) => html`
  <li class="mine-item" data-fact=${fact.id}>
    <span class="mine-text" lang=${htmlLanguage(fact.language)}>${fact.text}</span>
    <time datetime=${fact.at}>${shortWhen(new Date(fact.at))}</time>
    <button class="tool is-small" type="button" data-ask=${fact.id} aria-label=${t('mine.fact.forget', fact)} title=${t('mine.forget')} @click=${() => page.ask(fact.id)}>
      ${icon('remove')}
    </button>
    ${page.asked === fact.id ? confirmView(page, t('mine.fact.ask'), t('mine.forget'), () => page.forget(fact)) : nothing}
  </li>
`;

async function onFact(event, page) {
  event.preventDefault();
  const input = event.currentTarget.querySelector('input');
  if (await page.remember(input.value)) input.value = '';
  input.focus();
}
