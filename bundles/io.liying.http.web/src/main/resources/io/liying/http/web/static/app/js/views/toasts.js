/** The notes at the lower edge. */
import { html, nothing, repeat } from '../lit.js';

export const toastsView = ({ toasts }, actions) => html`
  <div class="toasts" role="status">
    ${repeat(toasts, (note) => note.key, (note) => html`
      <div class="toast">
        <span>${note.text}</span>
        ${note.action ? html`<button class="link" type="button" @click=${() => act(note, actions)}>${note.action}</button>` : nothing}
      </div>
    `)}
  </div>
`;

function act(note, actions) {
  actions.dismiss(note);
  note.act();
}
