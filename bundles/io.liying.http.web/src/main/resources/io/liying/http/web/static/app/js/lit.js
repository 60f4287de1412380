/** The parts of lit-html that the views use, so that its address stands in one place. */
export { html, svg, nothing, render } from '/lib/lit-html/lit-html.js';
export { repeat } from '/lib/lit-html/directives/repeat.js';
export { guard } from '/lib/lit-html/directives/guard.js';
export { live } from '/lib/lit-html/directives/live.js';
export { ref } from '/lib/lit-html/directives/ref.js';
