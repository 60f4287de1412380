/** The form of a plugin's settings, made from its fields. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';

export const formView = (page, plugin) => html`
  <form class="plugin-form" @submit=${(event) => onSubmit(event, page, plugin)}>
    ${plugin.fields.map((field) => html`
      <div class="plugin-field">
        ${field.type === 'boolean' ? checkView(field) : html`<label for=${idOf(field)}>${field.label || field.name}</label>${inputView(field)}`}
        ${field.description ? html`<small id="${idOf(field)}-help">${field.description}</small>` : nothing}
      </div>
    `)}
    <button class="button is-small" type="submit" data-do="save" ?disabled=${page.busy !== ''}>${t('plugins.save')}</button>
  </form>
`;

/** One small form for each secret; what was entered is never shown again. */
export const secretsView = (page, plugin) => html`
  ${plugin.secrets.map((secret) => html`
    <form class="plugin-form plugin-secret" data-secret=${secret.name} @submit=${(event) => onSecret(event, page, secret)}>
      <label for="secret-${secret.name}">${secret.name} <span class="badge ${secret.kept ? '' : 'is-question'}">${t(secret.kept ? 'plugins.secret.kept' : 'plugins.secret.missing')}</span></label>
      <small id="secret-${secret.name}-help">${secret.reason}</small>
      <div class="plugins-row">
        <input id="secret-${secret.name}" type="password" autocomplete="new-password" required aria-describedby="secret-${secret.name}-help">
        <button class="button is-small" type="submit" data-do="keep-secret" ?disabled=${page.busy !== ''}>${t('plugins.secret.keep')}</button>
        ${secret.kept
          ? html`<button class="link" type="button" data-do="forget-secret" ?disabled=${page.busy !== ''} @click=${() => page.keepSecret(secret.name, '')}>${t('plugins.secret.forget')}</button>`
          : nothing}
      </div>
    </form>
  `)}
`;

function onSecret(event, page, secret) {
  event.preventDefault();
  const input = event.currentTarget.querySelector('input');
  const { value } = input;
  input.value = '';
  page.keepSecret(secret.name, value);
}

const idOf = (field) => `field-${field.name}`;
const valueOf = (field) => field.value ?? field.standard ?? '';
const helpOf = (field) => (field.description ? `${idOf(field)}-help` : nothing);

const checkView = (field) => html`
  <label class="plugin-check">
    <input type="checkbox" id=${idOf(field)} name=${field.name} ?checked=${String(valueOf(field)) === 'true'} aria-describedby=${helpOf(field)}>
    <span>${field.label || field.name}</span>
  </label>
`;

function inputView(field) {
  if (field.options.length) {
    return html`<select id=${idOf(field)} name=${field.name} aria-describedby=${helpOf(field)}>
      ${field.options.map((option) => html`<option value=${option} ?selected=${String(valueOf(field)) === option}>${option}</option>`)}
    </select>`;
  }
  const number = field.type === 'integer' || field.type === 'number';
  return html`<input
    id=${idOf(field)}
    name=${field.name}
    type=${field.type === 'password' ? 'password' : number ? 'number' : 'text'}
    step=${field.type === 'number' ? 'any' : nothing}
    min=${number ? (field.min ?? nothing) : nothing}
    max=${number ? (field.max ?? nothing) : nothing}
    autocomplete=${field.type === 'password' ? 'new-password' : 'off'}
    placeholder=${field.type === 'password' ? t('plugins.secret') : nothing}
    aria-describedby=${helpOf(field)}
    .value=${field.type === 'password' ? '' : String(valueOf(field))}
  >`;
}

/** Sends what was changed; an empty password keeps the one there is. */
function onSubmit(event, page, plugin) {
  event.preventDefault();
  const values = {};
  for (const field of plugin.fields) {
    const input = event.currentTarget.elements.namedItem(field.name);
    const value = typed(field, input);
    const same = field.type === 'password' ? value === '' : String(value) === String(valueOf(field));
    if (!same) values[field.name] = value;
  }
  page.configure(values);
}

function typed(field, input) {
  if (field.type === 'boolean') return input.checked;
  if ((field.type === 'integer' || field.type === 'number') && input.value !== '') return Number(input.value);
  return input.value;
}
