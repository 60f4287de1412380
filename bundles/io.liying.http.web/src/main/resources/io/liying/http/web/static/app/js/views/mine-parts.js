/** What the parts of a person's own data are made of. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';
import { problemView } from './administrator.js';
import { icon } from './icons.js';

/** A card, once its data has arrived; a part that is not installed is left out. */
export const sectionView = (page, name, data, content) => {
  const problem = page.problems[name];
  if (data === null && (!problem || problem.status === 404)) return nothing;
  return html`<section class="plugins-card mine-part" aria-labelledby="mine-${name}-title" aria-busy=${page.busy.has(name)} data-part=${name}>
    ${data === null ? headView(name, 'alert') : content(page)} ${problemView(problem)}
  </section>`;
};

export const headView = (name, image, count = 0) => html`
  <h2 id="mine-${name}-title">${icon(image)}${t(`mine.${name}`)}${count ? html` <span class="badge">${count}</span>` : nothing}</h2>
`;

export const downloadView = (address, name, text) =>
  html`<a class="link mine-link" href=${address} download=${name}>${icon('download')}${t(text)}</a>`;

/** A question before something is destroyed. */
export const confirmView = (page, question, text, act) => html`
  <div class="plugin-confirm mine-confirm" role="group" aria-label=${question}>
    <span>${question}</span>
    <div class="plugins-row">
      <button class="button is-small is-grave" type="button" data-do="yes" @click=${act}>${text}</button>
      <button class="link" type="button" @click=${() => page.ask(null)}>${t('plugins.cancel')}</button>
    </div>
  </div>
`;

/** A button that chooses a file. */
export const fileView = (id, accept, text, take) => html`
  <label class="link mine-link">
    ${icon('plus')}${t(text)}
    <input id=${id} class="unseen" type="file" accept=${accept} @change=${(event) => take(event)}>
  </label>
`;
