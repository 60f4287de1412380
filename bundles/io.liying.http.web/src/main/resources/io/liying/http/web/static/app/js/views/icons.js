/** The pictograms, drawn on a grid of 24 with one stroke width. */
import { html, svg } from '../lit.js';

const drawn = (shapes) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;

const SHAPES = {
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4 4"/>`,
  more: svg`<circle class="dot" cx="5.5" cy="12" r="1.6"/><circle class="dot" cx="12" cy="12" r="1.6"/><circle class="dot" cx="18.5" cy="12" r="1.6"/>`,
  rename: svg`<path d="M4 20h4L19.5 8.5a2.1 2.1 0 0 0-3-3L5 17z"/><path d="m14.5 7.5 3 3"/>`,
  remove: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 12.5h9.2L17.5 7M10.3 11v5M13.7 11v5"/>`,
  download: svg`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14"/>`,
  send: svg`<path d="M12 19V5.5M6 11.2 12 5l6 6.2"/>`,
  microphone: svg`<rect x="9" y="3.5" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
  play: svg`<path class="dot" d="M8 5.6v12.8a.8.8 0 0 0 1.2.7l10.2-6.4a.8.8 0 0 0 0-1.4L9.2 4.9a.8.8 0 0 0-1.2.7z"/>`,
  stop: svg`<rect class="dot" x="7" y="7" width="10" height="10" rx="2.2"/>`,
  inspector: svg`<rect x="3.5" y="4.5" width="17" height="15" rx="3"/><path d="M14.5 4.5v15M17 8.5h1M17 11.5h1"/>`,
  menu: svg`<path d="M4 7.5h16M4 12h16M4 16.5h10"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2.5"/><path d="M15.5 8.5V7A2.5 2.5 0 0 0 13 4.5H7A2.5 2.5 0 0 0 4.5 7v6A2.5 2.5 0 0 0 7 15.5h1.5"/>`,
  retry: svg`<path d="M5 12a7 7 0 1 1 2.1 5"/><path d="M4.5 19.5v-4h4"/>`,
  back: svg`<path d="M19 12H5.5M11 6l-6 6 6 6"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  plugin: svg`<path d="M9 6.5V3.5M15 6.5V3.5M6.5 6.5h11v4.5a5.5 5.5 0 0 1-11 0zM12 16.5v4"/>`,
  training: svg`<path d="M3.5 9.5 12 5.5l8.5 4-8.5 4zM7 11.5v4.2c0 1 2.2 2.3 5 2.3s5-1.3 5-2.3v-4.2M20.5 9.5v5"/>`,
  sound: svg`<path d="M4.5 9.5v5h3.5l4.5 4V5.5L8 9.5zM16 9.2a4 4 0 0 1 0 5.6M18.5 6.8a7.4 7.4 0 0 1 0 10.4"/>`,
  person: svg`<circle cx="12" cy="8" r="3.8"/><path d="M4.8 19.5c.6-3.7 3.5-5.7 7.2-5.7s6.6 2 7.2 5.7"/>`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14" rx="3"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  notes: svg`<path d="M6 4.5h12v15H6zM9 9h6M9 12.5h6M9 16h3"/>`,
  bell: svg`<path d="M6.5 10.5a5.5 5.5 0 0 1 11 0c0 5 2 6 2 6h-15s2-1 2-6"/><path d="M10 19.5a2.2 2.2 0 0 0 4 0"/>`,
  lock: svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2.5"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>`,
  keyboard: svg`<rect x="3" y="6" width="18" height="12" rx="2.5"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  globe: svg`<circle cx="12" cy="12" r="8"/><path d="M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16"/>`,
  down: svg`<path d="M12 5v13M6.5 12.5 12 18l5.5-5.5"/>`,
  alert: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.8v5M12 16.2h.01"/>`,
  light: svg`<circle cx="12" cy="12" r="3.8"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M18 6l-1.4 1.4M7.4 16.6 6 18"/>`,
  dark: svg`<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"/>`,
  auto: svg`<circle cx="12" cy="12" r="8"/><path class="dot" d="M12 4a8 8 0 0 1 0 16z"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 7.5V12l3 2"/>`,
  calculator: svg`<rect x="5" y="3.5" width="14" height="17" rx="3"/><path d="M8.5 7.5h7M8.5 12h.01M12 12h.01M15.5 12h.01M8.5 16h.01M12 16h.01M15.5 16h.01"/>`,
  timer: svg`<circle cx="12" cy="13.5" r="7"/><path d="M12 10v3.5M10 3.5h4M17.5 7.5l1.2-1.2"/>`,
  smalltalk: svg`<path d="M20 11.5c0 4-3.6 7-8 7-1 0-2-.2-2.9-.5L4.5 19.5l1.3-3.7A6.6 6.6 0 0 1 4 11.5c0-4 3.6-7 8-7s8 3 8 7z"/>`,
  skill: svg`<path d="M12 4.5 13.9 10l5.6 2-5.6 2L12 19.5 10.1 14l-5.6-2 5.6-2z"/>`,
};

SHAPES.alarm = SHAPES.bell;
SHAPES.translate = SHAPES.globe;
SHAPES.websearch = SHAPES.search;
SHAPES.memory = SHAPES.person;

export const icon = (name) => drawn(SHAPES[name] ?? SHAPES.skill);

/** LiYing's mark: a moon over water and its reflection. */
export const logo = () => html`<img class="logo" src="/app/icons/logo.svg" alt="" width="32" height="32">`;
