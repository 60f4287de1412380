/** The dialog that lists the keys. */
import { html, nothing, ref } from '../lit.js';
import { t } from '../i18n.js';
import { SHORTCUTS } from '../shortcuts.js';
import { icon } from './icons.js';

export function helpView({ helpOpen }, actions) {
  if (!helpOpen) return nothing;
  return html`
    <dialog class="dialog" aria-labelledby="help-title" ${ref(show)} @close=${actions.closeHelp} @click=${(event) => outside(event, actions)}>
      <div class="dialog-head">
        <h2 id="help-title">${t('help.title')}</h2>
        <button class="tool" type="button" aria-label=${t('action.close')} @click=${actions.closeHelp}>${icon('close')}</button>
      </div>
      <dl class="shortcuts">
        ${SHORTCUTS.map(({ text, keys }) => html`<div><dt>${t(text)}</dt><dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd></div>`)}
      </dl>
      <p class="dialog-note">${icon('lock')}${t('composer.note')}</p>
    </dialog>
  `;
}

function show(element) {
  if (element && !element.open) setTimeout(() => element.isConnected && element.showModal());
}

const outside = (event, actions) => event.target === event.currentTarget && actions.closeHelp();
