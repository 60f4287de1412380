/** The page of the speech models: what is here, what can be fetched, and what is wrong. */
import { html, nothing, repeat } from '../lit.js';
import { languageName, megabytes, t } from '../i18n.js';
import { frameView, problemView } from './administrator.js';
import { barView } from './charts.js';
import { icon } from './icons.js';

export const modelsView = (page, actions) => frameView(page, actions, { name: 'models', content: contentView });

const contentView = (page) => html`
  <p class="plugins-lead">${t('models.lead')}</p>
  ${problemView(page.problem)} ${page.engines.filter(({ problem }) => problem).map(engineView)}
  ${groupView('models.here', page, page.models.filter(({ installed }) => installed), 'models.none.here')}
  ${importView(page)}
  ${groupView('models.offered', page, page.models.filter(({ installed }) => !installed))}
`;

const engineView = ({ id, problem }) =>
  html`<p class="plugins-problem" role="status" data-engine=${id}>${icon('alert')}<span><strong>${id}</strong> ${problem}</span></p>`;

const groupView = (title, page, models, none = 'models.none') => html`
  <h2 class="models-group">${t(title)}</h2>
  ${models.length
    ? html`<ul class="plugins-list">${repeat(models, ({ id }) => id, (model) => modelView(model, page))}</ul>`
    : html`<p class="plugins-none">${page.loading ? t('plugins.loading') : t(none)}</p>`}
`;

const modelView = (model, page) => html`
  <li class="plugins-card training-set" data-model=${model.id}>
    <h2>
      ${model.id} <span class="badge">${model.engine}</span>
      ${model.integrity === 'damaged' ? html`<span class="badge plugin-state" data-state="failed">${t('models.damaged')}</span>` : nothing}
    </h2>
    <p>${factsOf(model).join(' · ')}</p>
    ${model.quality ? html`<p class="plugin-text">${model.quality}</p>` : nothing}
    ${page.arriving.has(model.id) ? arrivingView(model, page) : doView(model, page)}
  </li>
`;

const factsOf = ({ languages, bytes, memory_mb: memory, licence }) =>
  [
    languages.length ? languages.map(languageName).join(', ') : t('models.languages.all'),
    bytes ? megabytes(bytes) : '',
    memory ? t('models.memory', { size: megabytes(memory * 2 ** 20) }) : '',
    licence,
  ].filter(Boolean);

const arrivingView = (model, page) => {
  const { bytes } = page.arriving.get(model.id);
  return html`
    <div class="training-run" role="status">
      ${barView(model.bytes ? bytes / model.bytes : 0, t('models.arriving', { model: model.id }))}
      <div class="plugins-row">
        <span class="training-took">${t('models.arrived', { bytes: megabytes(bytes), all: megabytes(model.bytes) })}</span>
        <button class="link" type="button" data-do="cancel" @click=${() => page.cancel(model)}>${t('plugins.cancel')}</button>
      </div>
    </div>
  `;
};

function doView(model, page) {
  if (!model.installed) return buttonView('install', 'download', t('plugins.install'), () => page.install(model));
  if (page.leaving !== model.id) {
    return html`<div class="plugins-row">
      ${model.integrity === 'damaged' && model.source ? buttonView('install', 'download', t('models.again'), () => page.install(model)) : nothing}
      <button class="link" type="button" data-do="remove" @click=${() => page.ask(model.id)}>${t('models.remove')}</button>
    </div>`;
  }
  return html`<div class="plugins-row" role="group" aria-label=${t('models.remove.ask', { model: model.id })}>
    <span>${t('models.remove.ask', { model: model.id })}</span>
    ${buttonView('remove-yes', 'remove', t('models.remove'), () => page.remove(model))}
    <button class="link" type="button" @click=${() => page.ask(null)}>${t('plugins.cancel')}</button>
  </div>`;
}

const buttonView = (name, image, text, act) =>
  html`<div><button class="button is-small" type="button" data-do=${name} @click=${act}>${icon(image)}${text}</button></div>`;

const importView = (page) => html`
  <form class="plugins-drop models-bring" @submit=${(event) => onImport(event, page)}>
    <label for="models-folder">${t('models.bring')}</label>
    <input id="models-folder" type="text" autocomplete="off" spellcheck="false" placeholder=${t('models.bring.folder')} ?disabled=${page.importing}>
    <button class="button is-small" type="submit" ?disabled=${page.importing}>${icon('plus')}${t('models.bring.go')}</button>
  </form>
`;

async function onImport(event, page) {
  event.preventDefault();
  const input = event.currentTarget.querySelector('#models-folder');
  if (await page.bring(input.value)) input.value = '';
}
