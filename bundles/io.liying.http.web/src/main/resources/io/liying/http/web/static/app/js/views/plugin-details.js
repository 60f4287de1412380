/** All about one plugin, in a drawer at the right edge. */
import { html, nothing, ref } from '../lit.js';
import { languageName, t } from '../i18n.js';
import { panelAddress, serve } from '../plugins/panel.js';
import { icon } from './icons.js';
import { formView, secretsView } from './plugin-form.js';
import { problemView } from './administrator.js';
import { stateView, stepsView, vouchView } from './plugins.js';

export function detailsView(page) {
  const plugin = page.selected;
  return html`
    <dialog class="dialog plugin-drawer ${page.panelOpen ? 'is-wide' : ''}" aria-labelledby="plugin-title" ${ref(show)} @cancel=${(event) => { event.preventDefault(); page.escape(); }} @click=${(event) => event.target === event.currentTarget && page.unselect()}>
      <div class="dialog-head">
        <h2 id="plugin-title" tabindex="-1">${plugin.name} <span class="plugin-version">${plugin.version}</span></h2>
        <button class="tool" type="button" aria-label=${t('action.close')} @click=${() => page.unselect()}>${icon('close')}</button>
      </div>
      ${page.panelOpen ? panelView(page, plugin) : factsView(page, plugin)}
    </dialog>
  `;
}

function show(element) {
  if (element && !element.open) setTimeout(() => element.isConnected && !element.open && element.showModal());
}

const factsView = (page, plugin) => html`
  <p class="plugin-badges">${stateView(plugin)}${plugin.pinned ? html`<span class="badge">${t('plugins.pinned')}</span>` : nothing}</p>
  <p class="plugin-text">${plugin.description}</p>
  ${plugin.problem ? html`<p class="plugin-problem">${icon('alert')}${plugin.problem}</p>` : nothing}
  <p class="plugin-vouch">${vouchView(plugin.signature)}</p>
  ${problemView(page.problem)} ${stepsView(page.steps)}
  <div class="plugin-actions">
    ${plugin.panel && plugin.state === 'active'
      ? button(page, 'inspector', 'plugins.panel', () => page.togglePanel(), 'is-main')
      : nothing}
    ${plugin.state === 'active'
      ? button(page, 'stop', 'plugins.disable', () => page.enable(false))
      : button(page, 'retry', 'plugins.enable', () => page.enable(true), 'is-main')}
    ${plugin.pinned ? button(page, 'lock', 'plugins.unpin', () => page.pin(false)) : button(page, 'lock', 'plugins.pin', () => page.pin(true))}
    ${button(page, 'remove', 'plugins.uninstall', () => page.askUninstall(true), 'is-grave')}
  </div>
  ${page.asksUninstall ? uninstallView(page, plugin) : nothing}
  ${section('plugins.permissions', permissionsView(plugin))}
  ${plugin.findings.length ? section('plugins.findings', findingsView(plugin.findings)) : nothing}
  ${plugin.fields.length ? section('plugins.settings', formView(page, plugin)) : nothing}
  ${plugin.secrets?.length ? section('plugins.secrets', secretsView(page, plugin)) : nothing}
  ${plugin.earlier.length ? section('plugins.earlier', earlierView(page, plugin)) : nothing}
  ${section('plugins.about', aboutView(plugin))}
  ${plugin.left_overs.length ? section('plugins.leftovers', leftOversView(plugin)) : nothing}
`;

const section = (title, content) => html`<section class="plugin-section"><h3>${t(title)}</h3>${content}</section>`;

const button = (page, image, text, act, kind = '') => html`
  <button class="plugin-action ${kind}" type="button" data-do=${text} ?disabled=${page.busy !== ''} @click=${act}>${icon(image)}<span>${t(text)}</span></button>
`;

export const permissionText = ({ kind, value }) => t(`plugins.permission.${kind}`, { value });

function permissionsView({ permissions }) {
  if (!permissions.length) return html`<p>${t('plugins.permissions.none')}</p>`;
  return html`<ul class="plugin-facts">
    ${permissions.map((one) => html`<li><strong>${permissionText(one)}</strong><span>${one.reason}</span></li>`)}
  </ul>`;
}

export const findingsView = (findings) => html`<ul class="plugin-facts">
  ${findings.map((one) => html`<li class=${one.permitted ? '' : 'is-open'}>
    <code>${one.use}</code><span>${one.class} · ${t(one.permitted ? 'plugins.finding.permitted' : 'plugins.finding.open')}</span>
  </li>`)}
</ul>`;

const earlierView = (page, plugin) => html`<ul class="plugin-facts plugin-earlier">
  ${plugin.earlier.map((version) => html`<li>
    <span>${version}</span>
    <button class="link" type="button" data-version=${version} ?disabled=${page.busy !== ''} @click=${() => page.rollBack(version)}>${t('plugins.rollback')}</button>
  </li>`)}
</ul>`;

const aboutView = (plugin) => html`<dl class="plugin-about">
  ${row('plugins.calls', t('plugins.calls.value', plugin))} ${row('plugins.author', plugin.author)} ${row('plugins.licence', plugin.licence)}
  ${/^https?:/.test(plugin.homepage)
    ? row('plugins.homepage', html`<a href=${plugin.homepage} target="_blank" rel="noopener noreferrer">${plugin.homepage}</a>`)
    : nothing}
  ${row('plugins.languages', plugin.languages.map(languageName).join(', '))} ${row('plugins.checksum', html`<code>${plugin.sha256}</code>`)}
</dl>`;

const row = (title, value) => (value ? html`<div><dt>${t(title)}</dt><dd>${value}</dd></div>` : nothing);

const leftOversView = (plugin) => html`<ul class="plugin-facts">
  ${plugin.left_overs.map((old) => html`<li><span>${old.version}</span><span>${old.holders.join(', ')}</span></li>`)}
</ul>`;

const uninstallView = (page, plugin) => html`
  <form class="plugin-confirm" role="alertdialog" aria-labelledby="uninstall-title" @submit=${(event) => onUninstall(event, page)}>
    <p id="uninstall-title">${t('plugins.uninstall.ask', plugin)}</p>
    <label class="plugin-check"><input type="checkbox" name="data"><span>${t('plugins.uninstall.data')}</span></label>
    <div class="plugins-row">
      <button class="plugin-action is-grave" type="submit" data-do="confirm" ?disabled=${page.busy !== ''}>${icon('remove')}<span>${t('plugins.uninstall')}</span></button>
      <button class="link" type="button" @click=${() => page.askUninstall(false)}>${t('plugins.cancel')}</button>
    </div>
  </form>
`;

function onUninstall(event, page) {
  event.preventDefault();
  page.uninstall(new FormData(event.currentTarget).has('data'));
}

const panelView = (page, plugin) => html`
  <button class="link" type="button" @click=${() => page.togglePanel()}>${t('plugins.panel.close')}</button>
  <iframe class="plugin-panel" sandbox="allow-scripts" title=${plugin.name} ${ref((frame) => openPanel(frame, plugin))}></iframe>
`;

function openPanel(frame, plugin) {
  if (!frame || frame.dataset.ready) return;
  frame.dataset.ready = 'yes';
  serve(frame, plugin);
  frame.src = panelAddress(plugin);
}
