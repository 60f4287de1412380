/** The page of the plugin manager: what is installed, what is offered, and a place to drop a file. */
import { html, nothing, repeat } from '../lit.js';
import { t } from '../i18n.js';
import { chosenFile, frameView, problemView } from './administrator.js';
import { icon } from './icons.js';
import { detailsView } from './plugin-details.js';
import { installView } from './plugin-install.js';

export const pluginsView = (page, actions) =>
  frameView(page, actions, { name: 'plugins', content: contentView, take: (file) => page.offer(file), more: overView });

const overView = (page) => html`${page.selected ? detailsView(page) : nothing} ${page.install ? installView(page) : nothing}`;

const contentView = (page) => html`
  <p class="plugins-lead">${t('plugins.lead')}</p>
  <label class="plugins-drop">
    ${icon('download')}<span>${t('plugins.drop')}</span>
    <span class="button is-small">${icon('plus')}${t('plugins.choose')}</span>
    <input id="plugins-choose" class="unseen" type="file" accept=".jar,.lyp,.zip" @change=${(event) => page.offer(chosenFile(event))}>
  </label>
  ${page.selected ? nothing : problemView(page.problem)}
  ${page.offers
    ? html`<div class="plugins-tabs" role="tablist" aria-label=${t('plugins.title')} @keydown=${(event) => onTabKey(event, page)}>
        ${tabView(page, 'installed')}${tabView(page, 'available')}
      </div>`
    : nothing}
  ${page.offers
    ? html`<div role="tabpanel" id="plugins-panel" aria-label=${t(`plugins.tab.${page.tab}`)}>${page.tab === 'available' ? offersView(page) : installedView(page)}</div>`
    : installedView(page)}
`;

const tabView = (page, name) => html`
  <button role="tab" type="button" class="plugins-tab" aria-controls="plugins-panel" aria-selected=${page.tab === name} tabindex=${page.tab === name ? 0 : -1} @click=${() => page.choose(name)}>
    ${t(`plugins.tab.${name}`)}${name === 'available' ? updatesOf(page) : nothing}
  </button>
`;

function updatesOf(page) {
  const count = page.offers.filter((offer) => offer.update).length;
  return count ? html` <span class="badge is-question">${count}</span>` : nothing;
}

function onTabKey(event, page) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  page.choose(page.tab === 'installed' ? 'available' : 'installed');
  setTimeout(() => document.querySelector('.plugins-tab[aria-selected=true]')?.focus(), 40);
  event.preventDefault();
}

function installedView(page) {
  if (!page.items.length) return html`<p class="plugins-none">${page.loading ? t('plugins.loading') : t('plugins.none')}</p>`;
  return html`<ul class="plugins-list">
    ${repeat(page.items, (plugin) => plugin.id, (plugin) => html`
      <li class="plugins-card" data-state=${plugin.state}>
        <button class="plugin-open" type="button" data-plugin=${plugin.id} aria-label=${t('plugins.details', plugin)} @click=${() => page.select(plugin.id)}>
          <span class="plugin-name">${plugin.name}</span>
          <span class="plugin-version">${plugin.version}</span>
          ${stateView(plugin)} ${plugin.pinned ? html`<span class="badge">${t('plugins.pinned')}</span>` : nothing}
          <span class="plugin-text">${plugin.description}</span>
          ${plugin.problem ? html`<span class="plugin-problem">${icon('alert')}${plugin.problem}</span>` : nothing}
          <span class="plugin-vouch">${vouchView(plugin.signature)}</span>
        </button>
      </li>
    `)}
  </ul>`;
}

const offersView = (page) => html`<ul class="plugins-list">
  ${repeat(page.offers, (offer) => offer.id, (offer) => html`
    <li class="plugins-card plugin-offer">
      <div>
        <span class="plugin-name">${offer.name}</span> <span class="plugin-version">${offer.version}</span>
        <span class="plugin-text">${offer.description}</span>
        ${offer.publisher ? html`<span class="plugin-vouch">${icon('lock')}${offer.publisher}</span>` : nothing}
      </div>
      ${offer.installed && !offer.update
        ? html`<span class="badge">${t('plugins.tab.installed')}</span>`
        : html`<button class="button is-small" type="button" @click=${() => page.offerOf(offer)}>
            ${icon('download')}${offer.update ? t('plugins.update', offer) : t('plugins.install')}
          </button>`}
    </li>
  `)}
</ul>`;

export const stateView = ({ state }) => html`<span class="badge plugin-state" data-state=${state}>${t(`plugins.state.${state}`)}</span>`;

export const vouchView = (signature) => html`
  ${icon(signature.state === 'trusted' ? 'lock' : 'alert')}<span>${t(`plugins.signature.${signature.state}`, { publisher: publisherOf(signature) })}</span>
`;

/** The name in a certificate's subject such as `CN=Ada Lovelace,O=…`. */
export const publisherOf = ({ publisher }) => /(?:^|,)\s*CN=("?)(.+?)\1(?:,|$)/.exec(publisher ?? '')?.[2] ?? publisher ?? '';

export const stepsView = (steps) =>
  steps.length
    ? html`<ol class="plugin-steps" aria-live="polite">${steps.map((step) => html`<li data-phase=${step.phase}>${icon('check')}<span>${step.text || step.phase}</span></li>`)}</ol>`
    : nothing;
