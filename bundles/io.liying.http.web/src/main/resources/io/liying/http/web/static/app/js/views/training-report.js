/** What a measuring found: figures, each intent, what was confused, how honest the confidence is, and the languages. */
import { html, nothing } from '../lit.js';
import { languageName, percent, t } from '../i18n.js';
import { calibrationView, matrixView } from './training-charts.js';

const MOST_PAIRS = 20;

export function reportView(page) {
  const { report } = page;
  if (!report) return html`<p class="plugins-none">${t('training.report.none')}</p>`;
  if (report.comparison) return comparisonView(report.comparison);
  return evaluationView(report.evaluation, page);
}

const evaluationView = (report, page) => html`
  <section class="training-report">
    <h2>${report.set} · ${subjectName(report.subject)}</h2>
    <dl class="training-figures">
      ${figure('accuracy', percentOf(report.accuracy) + (report.deviation ? ` ± ${percentOf(report.deviation)}` : ''))}
      ${figure('inscope', percentOf(report.in_scope))}
      ${report.intents.some(({ intent, sentences }) => intent === 'none' && sentences) ? figure('outofscope', percentOf(report.out_of_scope_recall)) : nothing}
      ${figure('macrof1', percentOf(report.macro_f1))}
      ${figure('calibrationerror', report.calibration_error.toFixed(3))}
      ${figure('sentences', report.sentences)}
      ${report.learn_seconds ? figure('learnseconds', t('training.seconds', { seconds: report.learn_seconds.toFixed(1) })) : nothing}
      ${figure('each', `${Math.round(report.microseconds_per_sentence)} µs`)}
    </dl>
    ${report.left_out.length ? html`<p class="plugin-text">${t('training.leftout', { count: report.left_out.length })} ${report.left_out.slice(0, 12).join(', ')}${report.left_out.length > 12 ? ' …' : ''}</p>` : nothing}
    <h3>${t('training.matrix')}</h3>
    <label class="plugin-check"><input type="checkbox" id="matrix-whole" .checked=${page.wholeMatrix} @change=${(event) => page.showWhole(event.target.checked)}>${t('training.matrix.whole')}</label>
    ${matrixView(report, page.wholeMatrix)}
    <div class="training-columns">
      <section>
        <h3>${t('training.calibration')}</h3>
        ${calibrationView(report.calibration)}
        <p class="plugin-text">${t('training.calibration.note')}</p>
      </section>
      <section>
        <h3>${t('training.languages')}</h3>
        <ul class="training-languages">
          ${report.languages.map((language) => html`<li>
            <strong>${languageName(language.language)}</strong>
            <span>${t('training.language', { sentences: language.sentences, share: percentOf(language.accuracy), covered: language.covered, intents: language.intents })}</span>
            ${language.missing.length ? html`<details><summary>${t('training.missing', { count: language.intents - language.covered })}</summary><p>${language.missing.join(', ')}</p></details>` : nothing}
          </li>`)}
        </ul>
      </section>
    </div>
    <h3>${t('training.confused')}</h3>
    ${report.confusions.length ? confusionsView(report.confusions) : html`<p class="plugin-text">${t('training.confused.none')}</p>`}
    <h3>${t('training.intents')}</h3>
    ${tableView(report.intents, page)}
  </section>
`;

const figure = (name, value) => html`<div><dt>${t(`training.figure.${name}`)}</dt><dd data-figure=${name}>${value}</dd></div>`;

/** With a digit after the point: a tenth of a percent counts here. */
const percentOf = (share) => percent(share).replace(/\d+/, (100 * share).toFixed(1));

export const subjectName = (subject) =>
  ({ live: t('training.subject.live'), skills: t('training.subject.skills'), new: t('training.subject.new') })[subject] ?? t('training.version', { version: subject });

const confusionsView = (confusions) => html`
  <ol class="training-confusions">
    ${confusions.slice(0, MOST_PAIRS).map(({ expected, predicted, count, examples }) => html`<li>
      <p><span class="badge">${count}</span> <strong>${intentName(expected)}</strong> → <strong>${intentName(predicted)}</strong></p>
      <ul>${examples.map((example) => html`<li>${example}</li>`)}</ul>
    </li>`)}
  </ol>
`;

export const intentName = (intent) => (intent === 'none' ? t('training.none') : intent);

const COLUMNS = ['intent', 'sentences', 'precision', 'recall', 'f1'];

const tableView = (intents, page) => html`
  <div class="training-table">
    <table>
      <thead>
        <tr>${COLUMNS.map((column) => html`<th scope="col" aria-sort=${page.sort === column ? 'ascending' : 'none'}>
          <button type="button" class="link" data-sort=${column} @click=${() => page.sortBy(column)}>${t(`training.column.${column}`)}</button>
        </th>`)}</tr>
      </thead>
      <tbody>
        ${sorted(intents, page.sort).map((row) => html`<tr>
          <th scope="row">${intentName(row.intent)}</th><td>${row.sentences}</td>
          <td>${percentOf(row.precision)}</td><td>${percentOf(row.recall)}</td><td>${percentOf(row.f1)}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>
`;

const sorted = (intents, column) =>
  [...intents].sort((one, other) => (column === 'intent' ? one.intent.localeCompare(other.intent) : one[column] - other[column]));

const COMPARED = [['accuracy', 'accuracy'], ['inscope', 'in_scope'], ['outofscope', 'out_of_scope_recall'], ['macrof1', 'macro_f1']];

const comparisonView = (comparison) => html`
  <section class="training-report">
    <h2>${comparison.first.set}</h2>
    <div class="training-table">
      <table>
        <thead><tr><th></th><th scope="col">${subjectName(comparison.first.subject)}</th><th scope="col">${subjectName(comparison.second.subject)}</th></tr></thead>
        <tbody>
          ${COMPARED.map(([name, field]) => html`<tr>
            <th scope="row">${t(`training.figure.${name}`)}</th><td>${percentOf(comparison.first[field])}</td><td>${percentOf(comparison.second[field])}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
    <p>${t('training.compared', { both: comparison.both_right, first: comparison.first_only, second: comparison.second_only, neither: comparison.both_wrong })}</p>
    <p class="plugin-text">${t('training.chance', { share: percentOf(comparison.chance) })}</p>
    <div class="training-table">
      <table>
        <tbody>
          ${comparison.differences.map((one) => html`<tr>
            <th scope="row">${one.text}</th><td>${intentName(one.expected)}</td><td>${intentName(one.first)}</td><td>${intentName(one.second)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
  </section>
`;
