/** What the pages for the administrator have in common: the question for the token, and what went wrong. */
import { html, nothing, ref } from '../lit.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

/** Asks for the administrator's token; `lead` says what for. */
export const tokenView = (page, lead) => html`
  <form class="plugins-card plugins-ask" @submit=${(event) => onToken(event, page)}>
    <h2>${icon('lock')}${t('plugins.token.title')}</h2>
    <p>${lead}</p>
    <p class="plugins-code"><code>data/admin-token</code></p>
    <label for="plugins-token">${t('plugins.token.label')}</label>
    <div class="plugins-row">
      <input id="plugins-token" type="password" autocomplete="off" spellcheck="false" required ${ref(focusOnce)}>
      <button class="button" type="submit">${t('plugins.token.go')}</button>
    </div>
    ${problemView(page.problem)}
  </form>
`;

function focusOnce(element) {
  if (element && !element.dataset.ready) {
    element.dataset.ready = 'yes';
    setTimeout(() => element.focus());
  }
}

function onToken(event, page) {
  event.preventDefault();
  page.useToken(event.currentTarget.querySelector('#plugins-token').value);
}

export const problemView = (problem) =>
  problem
    ? html`<p class="plugins-problem" role="alert">${icon('alert')}<span>${problem.detail || t('problem.server')}</span></p>`
    : nothing;
