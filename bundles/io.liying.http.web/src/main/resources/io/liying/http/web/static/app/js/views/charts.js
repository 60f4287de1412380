/**
 * Small charts as SVG. Their sizes are attributes of shapes, because the content security policy forbids style attributes.
 */
import { html, svg } from '../lit.js';
import { milliseconds, percent, textOr } from '../i18n.js';

const clamp = (value) => Math.max(0, Math.min(1, value));

/** A share between 0 and 1. */
export const barView = (share, name) => html`
  <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="meter" aria-label=${name} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(clamp(share) * 100)} aria-valuetext=${percent(share)}>
    <rect class="bar-all" width="100" height="4"></rect>
    <rect class="bar-part" width=${clamp(share) * 100} height="4"></rect>
  </svg>
`;

const LEAST_WIDTH = 1.2;

/** The stages one after another on a common scale, as they happened. */
export function timingsView({ stages, total }) {
  const scale = Math.max(total, stages.reduce((sum, stage) => sum + stage.took, 0)) || 1;
  let start = 0;
  const rows = stages.map(({ name, took }) => {
    const row = { name, took, x: (start / scale) * 100, width: Math.max((took / scale) * 100, LEAST_WIDTH) };
    start += took;
    return row;
  });
  return html`<ul class="stages">${rows.map(stageView)}</ul>`;
}

const stageView = ({ name, took, x, width }) => html`
  <li class="stage">
    <span class="stage-name">${textOr(`stage.${name}`, name)}</span>
    <svg class="stage-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="bar-all" width="100" height="8"></rect><rect class="bar-part" x=${Math.min(x, 100 - width)} width=${width} height="8"></rect>`}
    </svg>
    <span class="stage-took">${milliseconds(took)}</span>
  </li>
`;

/** A ring that empties, for a timer. */
export function ringView(share) {
  const around = 2 * Math.PI * 8;
  return html`
    <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
      <circle class="ring-all" cx="10" cy="10" r="8"></circle>
      <circle class="ring-part" cx="10" cy="10" r="8" stroke-dasharray="${clamp(share) * around} ${around}" transform="rotate(-90 10 10)"></circle>
    </svg>
  `;
}
