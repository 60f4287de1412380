/** The dialog that asks for approval and then shows how the installation goes on. */
import { html, nothing, ref } from '../lit.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';
import { permissionText } from './plugin-details.js';
import { problemView } from './administrator.js';
import { publisherOf, stepsView, vouchView } from './plugins.js';

export function installView(page) {
  const { install } = page;
  return html`
    <dialog class="dialog plugin-install" data-phase=${install.phase} aria-labelledby="install-title" ${ref(show)} @cancel=${(event) => { event.preventDefault(); page.escape(); }}>
      <div class="dialog-head">
        <h2 id="install-title">${titleOf(install)}</h2>
        ${install.phase === 'running'
          ? nothing
          : html`<button class="tool" type="button" aria-label=${t('action.close')} @click=${() => page.cancelInstall()}>${icon('close')}</button>`}
      </div>
      ${install.phase === 'asking' ? askView(page, install) : nothing}
      ${install.phase === 'running' || install.phase === 'failed' ? stepsView(install.steps) : nothing}
      ${install.phase === 'running' ? html`<p class="plugins-working" role="status"><span class="connection-dot"></span>${t('plugins.working')}</p>` : nothing}
      ${problemView(install.problem)}
    </dialog>
  `;
}

function show(element) {
  if (element && !element.open) setTimeout(() => element.isConnected && !element.open && element.showModal());
}

function titleOf({ phase, name, found }) {
  if (phase === 'reading') return t('plugins.install.reading', { file: name });
  if (!found) return name;
  if (phase !== 'asking') return `${found.name} ${found.version}`;
  return found.installed ? t('plugins.upgrade.title', found) : t('plugins.install.title', found);
}

function askView(page, { found, approved }) {
  return html`
    <p class="plugin-text">${found.description}</p>
    ${found.signature ? html`<p class="plugin-vouch">${vouchView(found.signature)}</p>` : nothing}
    <p class="plugin-lead">${t(found.approvals.length ? 'plugins.approve' : 'plugins.approve.none')}</p>
    <ul class="plugin-approvals">
      ${found.approvals.map((code) => html`<li>
        <label class="plugin-check">
          <input type="checkbox" value=${code} .checked=${approved.has(code)} @change=${(event) => page.approve(code, event.target.checked)}>
          ${approvalView(code, found)}
        </label>
      </li>`)}
    </ul>
    ${restView(found)}
    <div class="plugins-row">
      <button class="button" type="button" id="install-go" ?disabled=${!page.mayInstall} @click=${() => page.startInstall()}>
        ${icon('download')}${found.installed ? t('plugins.upgrade') : t('plugins.install')}
      </button>
      <button class="link" type="button" @click=${() => page.cancelInstall()}>${t('plugins.cancel')}</button>
    </div>
  `;
}

/** Each approval in words; one of a kind that this page does not know shows its code. */
function approvalView(code, found) {
  const permission = found.permissions.find((one) => one.code === code);
  if (permission) return words(permissionText(permission), permission.reason);
  if (code === 'unsigned') return words(t('plugins.approve.unsigned'), '');
  const [kind, value = ''] = [code.split(':')[0], code.slice(code.indexOf(':') + 1)];
  if (kind === 'publisher') return words(t('plugins.approve.publisher', { publisher: publisherOf(found.signature ?? {}) || value }), value);
  if (kind === 'finding') {
    const uses = found.findings.filter((one) => one.kind === value && !one.permitted);
    return words(t('plugins.approve.finding', { use: t(`plugins.permission.${value}`, { value: '…' }) }), uses.map((one) => `${one.class}: ${one.use}`).join(', '));
  }
  return words(code, '');
}

const words = (text, more) => html`<span><strong>${text}</strong>${more ? html`<small>${more}</small>` : nothing}</span>`;

/** Permissions that need no approval are told all the same. */
function restView(found) {
  const rest = found.permissions.filter((one) => !found.approvals.includes(one.code));
  if (!rest.length) return nothing;
  return html`<ul class="plugin-facts">${rest.map((one) => html`<li><strong>${permissionText(one)}</strong><span>${one.reason}</span></li>`)}</ul>`;
}
