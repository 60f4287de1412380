/** What the pages for the administrator have in common: their frame, the question for the token, and what went wrong. */
import { html, nothing, ref } from '../lit.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

/**
 * A page with its header. Its texts are `name.title` and `name.token.lead`; `take` gets a file that is dropped on it, and
 * `more` stands beside the content.
 */
export const frameView = (page, actions, { name, content, take, more = () => nothing }) => html`
  <main class="plugins ${name}" @dragover=${take ? onDragOver : nothing} @dragleave=${take ? onDragLeave : nothing} @drop=${take ? (event) => onDrop(event, page, take) : nothing}>
    <header class="header plugins-header">
      <button class="tool" type="button" id="${name}-back" aria-label=${t('plugins.back')} title=${t('plugins.back')} @click=${actions.closePages}>
        ${icon('back')}
      </button>
      <h1 class="plugins-title">${t(`${name}.title`)}</h1>
      ${page.needsToken
        ? nothing
        : html`<button class="tool" type="button" aria-label=${t('plugins.refresh')} title=${t('plugins.refresh')} @click=${() => page.refresh()}>
            ${icon('retry')}
          </button>`}
    </header>
    <div class="plugins-body" aria-busy=${page.loading}>
      ${page.needsToken ? tokenView(page, t(`${name}.token.lead`)) : content(page)}
    </div>
    ${more(page)}
  </main>
`;

function onDragOver(event) {
  event.preventDefault();
  event.currentTarget.classList.add('is-over');
}

function onDragLeave(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.classList.remove('is-over');
}

function onDrop(event, page, take) {
  event.preventDefault();
  event.currentTarget.classList.remove('is-over');
  if (!page.needsToken) take(event.dataTransfer.files[0]);
}

/** Takes the file that was chosen, so that the same one can be chosen again. */
export function chosenFile(event) {
  const [file] = event.target.files;
  event.target.value = '';
  return file;
}

/** Asks for the administrator's token; `lead` says what for. */
const tokenView = (page, lead) => html`
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
