/** The page of the training: sentences to learn, what came of it, the versions, and turns to review. */
import { html, nothing, repeat } from '../lit.js';
import { languageName, percent, shortWhen, t } from '../i18n.js';
import { TABS } from '../training/page.js';
import { chosenFile, frameView, problemView } from './administrator.js';
import { barView } from './charts.js';
import { icon } from './icons.js';
import { reportView } from './training-report.js';
import { reviewView } from './training-review.js';

export const trainingView = (page, actions) =>
  frameView(page, actions, { name: 'training', content: contentView, take: (file) => page.bring(file) });

const contentView = (page) => html`
  <p class="plugins-lead">${t('training.lead')}</p>
  ${runView(page)} ${problemView(page.problem)}
  <div class="plugins-tabs" role="tablist" aria-label=${t('training.title')} @keydown=${(event) => onTabKey(event, page)}>${TABS.map((name) => tabView(page, name))}</div>
  <div role="tabpanel" id="training-panel" aria-label=${t(`training.tab.${page.tab}`)}>
    ${{ sets: setsView, report: reportView, versions: versionsView, review: reviewView }[page.tab](page)}
  </div>
`;

const tabView = (page, name) => html`
  <button role="tab" type="button" class="plugins-tab" aria-controls="training-panel" data-tab=${name} aria-selected=${page.tab === name} tabindex=${page.tab === name ? 0 : -1} @click=${() => page.choose(name)}>
    ${t(`training.tab.${name}`)}${name === 'review' && page.review.turns.length
      ? html` <span class="badge is-question">${page.review.turns.length}</span>`
      : nothing}
  </button>
`;

function onTabKey(event, page) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  page.choose(TABS[(TABS.indexOf(page.tab) + step + TABS.length) % TABS.length]);
  setTimeout(() => document.querySelector('.plugins-tab[aria-selected=true]')?.focus(), 80);
  event.preventDefault();
}

/** How far the run is, while it goes on. */
const runView = (page) => {
  const { run } = page;
  return run
    ? html`<section class="plugins-card training-run" role="status" aria-label=${t('training.running')}>
        <p><strong>${t(`training.phase.${run.phase}`)}</strong> <span>${run.set}</span> <span class="training-took">${t('training.seconds', { seconds: Math.round(run.milliseconds / 1000) })}</span></p>
        ${barView(run.total ? run.done / run.total : 0, t('training.running'))}
        ${run.id ? html`<button class="link" type="button" id="training-cancel" @click=${() => page.cancel()}>${t('plugins.cancel')}</button>` : nothing}
      </section>`
    : nothing;
};

const setsView = (page) => html`
  <label class="plugins-drop">
    ${icon('download')}<span>${page.importing ? t('training.importing', { file: page.importing }) : t('training.drop')}</span>
    <span class="button is-small">${icon('plus')}${t('plugins.choose')}</span>
    <input id="training-choose" class="unseen" type="file" accept=".csv,.tsv,.json,.jsonl,.yml,.yaml,.txt" @change=${(event) => page.bring(chosenFile(event))}>
  </label>
  ${page.sets.length
    ? html`<ul class="plugins-list">${repeat(page.sets, (set) => set.id, (set) => setView(set, page))}</ul>`
    : html`<p class="plugins-none">${page.loading ? t('plugins.loading') : t('training.sets.none')}</p>`}
`;

const setView = (set, page) => html`
  <li class="plugins-card training-set" data-set=${set.id}>
    <h2>${set.name}</h2>
    <p>${t('training.set', { sentences: set.sentences, intents: Object.keys(set.intents).length })} · ${languagesOf(set)}</p>
    <p class="plugin-text">${set.known.length ? t('training.set.known', { count: set.known.length }) : t('training.set.alone')}</p>
    ${set.problem_count ? problemsView(set) : nothing}
    <div class="plugins-row">
      <button class="button is-small" type="button" data-do="train" ?disabled=${page.run !== null || !set.sentences} @click=${(event) => train(event, set, page)}>
        ${icon('training')}${t('training.train')}
      </button>
      ${page.sets.length > 1
        ? html`<label class="training-on">${t('training.on')}
            <select class="training-test">
              <option value="">${t('training.on.heldout')}</option>
              ${page.sets.filter(({ id }) => id !== set.id).map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
            </select>
          </label>`
        : nothing}
      <button class="link" type="button" data-do="evaluate" ?disabled=${page.run !== null || !set.known.length} @click=${() => page.start({ kind: 'evaluate', set: set.id, subject: 'live' })}>${t('training.evaluate')}</button>
      <button class="link" type="button" data-do="cross-validate" ?disabled=${page.run !== null} @click=${() => page.start({ kind: 'cross-validate', set: set.id, folds: 5 })}>${t('training.crossvalidate')}</button>
      <button class="link" type="button" data-do="forget" @click=${() => page.forgetSet(set)}>${t('training.forget')}</button>
    </div>
  </li>
`;

const languagesOf = (set) =>
  Object.entries(set.languages)
    .sort((one, other) => other[1] - one[1])
    .map(([code, count]) => `${languageName(code)} ${count}`)
    .join(', ');

const problemsView = (set) => html`
  <details class="training-problems">
    <summary>${icon('alert')}${t('training.problems', { count: set.problem_count })}</summary>
    <ol>${set.problems.map(({ line, text }) => html`<li>${line ? html`<strong>${t('training.line', { line })}</strong> ` : nothing}<span>${text}</span></li>`)}</ol>
  </details>
`;

function train(event, set, page) {
  const test = event.currentTarget.closest('li').querySelector('.training-test')?.value;
  page.start({ kind: 'train', set: set.id, ...(test ? { test } : {}) });
}

const versionsView = (page) =>
  page.versions.length
    ? html`
        ${compareView(page)}
        <ul class="plugins-list">${repeat(page.versions, ({ number }) => number, (version) => versionView(version, page))}</ul>
      `
    : html`<p class="plugins-none">${t('training.versions.none')}</p>`;

const versionView = (version, page) => html`
  <li class="plugins-card training-set" data-version=${version.number}>
    <h2>
      ${t('training.version', { version: version.number })}
      ${version.active ? html`<span class="badge plugin-state" data-state="active">${t('training.active')}</span>` : nothing}
    </h2>
    <p>
      ${version.model === 'assistant' ? t('training.assistant') : version.model} ·
      ${t('training.origin', { source: version.source === 'review' ? t('training.tab.review') : version.source, count: version.sentences })} ·
      ${shortWhen(new Date(version.created_at))} ${version.accuracy === undefined ? nothing : html`· ${t('training.right', { share: percent(version.accuracy) })}`}
    </p>
    <div class="plugins-row">
      ${version.active && version.model === 'assistant'
        ? html`<button class="button is-small" type="button" data-do="rollback" @click=${() => page.rollBack()}>${icon('back')}${t('plugins.rollback')}</button>`
        : nothing}
      ${version.active ? nothing : html`<button class="button is-small" type="button" data-do="use" @click=${() => page.use(version)}>${t('training.use')}</button>`}
      ${version.accuracy === undefined ? nothing : html`<button class="link" type="button" data-do="report" @click=${() => page.show(version)}>${t('training.tab.report')}</button>`}
    </div>
  </li>
`;

const compareView = (page) =>
  page.sets.length
    ? html`<form class="plugins-card training-compare" @submit=${(event) => compare(event, page)}>
        <strong>${t('training.compare')}</strong>
        ${subjectView('first', 'skills', page)} ${subjectView('second', 'live', page)}
        <label>${t('training.on')} <select name="set">${page.sets.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>
        <button class="button is-small" type="submit" ?disabled=${page.run !== null}>${t('training.compare.go')}</button>
      </form>`
    : nothing;

const subjectView = (name, chosen, page) => html`
  <select name=${name} aria-label=${t('training.compare')}>
    ${['skills', 'live'].map((subject) => html`<option value=${subject} ?selected=${subject === chosen}>${t(`training.subject.${subject}`)}</option>`)}
    ${page.versions.map(({ number }) => html`<option value=${number}>${t('training.version', { version: number })}</option>`)}
  </select>
`;

function compare(event, page) {
  event.preventDefault();
  page.start({ kind: 'compare', ...Object.fromEntries(new FormData(event.currentTarget)) });
}
