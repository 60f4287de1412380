/**
 * The pictures of a report as SVG. Sizes and shades are attributes of shapes, because the content security policy forbids
 * style attributes.
 */
import { html, nothing, svg } from '../lit.js';
import { percent, t } from '../i18n.js';
import { intentName } from './training-report.js';

const SHOWN = 20;
const LABELLED = 40;
const SIDE = 640;

/** Which intent was taken for which: rows are what was meant, columns what was understood. */
export function matrixView({ intents, confusions }, whole) {
  const names = whole ? intents.map(({ intent }) => intent) : mostConfused(intents, confusions);
  const index = new Map(names.map((name, place) => [name, place]));
  const cell = Math.max(3, Math.min(28, SIDE / Math.max(1, names.length)));
  const labelled = names.length <= LABELLED;
  const left = labelled ? 180 : 8;
  const top = labelled ? 130 : 8;
  const right = labelled ? 90 : 8;
  const size = cell * names.length;
  const most = Math.max(1, ...confusions.map(({ count }) => count));
  return html`
    <div class="training-picture">
      <svg class="matrix" viewBox="0 0 ${left + size + right} ${top + size + 8}" width=${left + size + right} role="img" aria-label=${t('training.matrix')}>
        <rect class="matrix-ground" x=${left} y=${top} width=${size} height=${size}></rect>
        ${intents.filter(({ intent }) => index.has(intent)).map(({ intent, sentences, right, recall }) =>
          sentences ? cellView('matrix-right', index.get(intent), index.get(intent), cell, left, top, 0.15 + 0.85 * recall, `${intentName(intent)}: ${right} / ${sentences}`) : nothing)}
        ${confusions.filter(({ expected, predicted }) => index.has(expected) && index.has(predicted)).map(({ expected, predicted, count }) =>
          cellView('matrix-wrong', index.get(predicted), index.get(expected), cell, left, top, 0.35 + 0.65 * Math.sqrt(count / most), `${intentName(expected)} → ${intentName(predicted)}: ${count}`))}
        ${labelled ? names.map((name, place) => labelView(name, place, cell, left, top)) : nothing}
      </svg>
    </div>
    <p class="plugin-text">${t('training.matrix.note')}</p>
  `;
}

const cellView = (kind, column, row, cell, left, top, shade, title) =>
  svg`<rect class=${kind} x=${left + column * cell} y=${top + row * cell} width=${cell - 0.5} height=${cell - 0.5} fill-opacity=${shade.toFixed(2)}><title>${title}</title></rect>`;

const labelView = (name, place, cell, left, top) => {
  const middle = place * cell + cell / 2;
  return svg`
    <text class="matrix-label" x=${left - 6} y=${top + middle + 4} text-anchor="end">${short(intentName(name))}</text>
    <text class="matrix-label" transform="translate(${left + middle + 4} ${top - 6}) rotate(-55)">${short(intentName(name))}</text>
  `;
};

const short = (name) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);

function mostConfused(intents, confusions) {
  const names = new Set();
  for (const { expected, predicted } of confusions) {
    if (names.size + (names.has(expected) ? 0 : 1) + (names.has(predicted) ? 0 : 1) > SHOWN) break;
    names.add(expected).add(predicted);
  }
  for (const { intent } of intents) {
    if (names.size >= Math.min(SHOWN, 8)) break;
    names.add(intent);
  }
  return [...names].sort();
}

const W = 380;
const H = 260;
const PAD = 40;
const LEFT = 62;
const RIGHT = 22;
const x = (share) => LEFT + share * (W - LEFT - RIGHT);
const y = (share) => H - PAD - share * (H - PAD - 10);

/** How often the intent was right at each confidence: on the diagonal the confidence is honest. */
export function calibrationView(bins) {
  const filled = bins.filter(({ count }) => count);
  const all = filled.reduce((sum, { count }) => sum + count, 0) || 1;
  return html`
    <svg class="calibration" viewBox="0 0 ${W} ${H}" width=${W} role="img" aria-label=${t('training.calibration')}>
      <line class="chart-axis" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(0)}></line>
      <line class="chart-axis" x1=${x(0)} y1=${y(0)} x2=${x(0)} y2=${y(1)}></line>
      <line class="chart-honest" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(1)}></line>
      ${[0, 0.5, 1].map((share) => svg`
        <text class="chart-label" x=${x(share)} y=${y(0) + 16} text-anchor="middle">${percent(share)}</text>
        <text class="chart-label" x=${x(0) - 6} y=${y(share) + 4} text-anchor="end">${percent(share)}</text>`)}
      ${filled.map(({ from, count }) => svg`<rect class="chart-count" x=${x(from) + 2} width=${x(0.1) - x(0) - 4} y=${y(0) - (count / all) * (H - PAD - 10)} height=${(count / all) * (H - PAD - 10)}></rect>`)}
      <polyline class="chart-curve" points=${filled.map((bin) => `${x(bin.confidence)},${y(bin.accuracy)}`).join(' ')}></polyline>
      ${filled.map((bin) => svg`<circle class="chart-point" cx=${x(bin.confidence)} cy=${y(bin.accuracy)} r="4"><title>${percent(bin.confidence)} → ${percent(bin.accuracy)} (${bin.count})</title></circle>`)}
      <text class="chart-label" x=${x(0.5)} y=${H - 6} text-anchor="middle">${t('training.confidence')}</text>
      <text class="chart-label" transform="translate(11 ${y(0.5)}) rotate(-90)" text-anchor="middle">${t('training.figure.accuracy')}</text>
    </svg>
  `;
}
