/** The parts of a person's own data that come and go as files: the calendar and the contacts. */
import { html, nothing, repeat } from '../lit.js';
import { t } from '../i18n.js';
import { EXPORTS } from '../mine/calls.js';
import { chosenFile } from './administrator.js';
import { icon } from './icons.js';
import { confirmView, downloadView, fileView, headView } from './mine-parts.js';

export const calendarView = (page, actions) => html`
  ${headView('calendar', 'calendar')}
  <p class="mine-note">${t(page.events.length ? 'mine.calendar.lead' : 'mine.calendar.none', { count: page.events.length })}</p>
  <div class="mine-doings">
    ${fileView('mine-calendar-file', '.ics,text/calendar', 'mine.calendar.bring', (event) => page.bringCalendar(chosenFile(event)))}
    ${downloadView(EXPORTS.calendar, 'LiYing.ics', 'mine.calendar.save')}
  </div>
  <h3 id="mine-feed-title">${t('mine.feed')}</h3>
  <p class="mine-note">${t(page.feed ? 'mine.feed.once' : page.feedIsOpen ? 'mine.feed.open' : 'mine.feed.lead')}</p>
  ${page.feed ? addressView(page, actions) : nothing}
  <div class="mine-doings">
    ${page.feedIsOpen
      ? html`
          <button class="link" type="button" data-ask="renew" @click=${() => page.ask('renew')}>${t('mine.feed.renew')}</button>
          <button class="link is-grave" type="button" data-ask="close" @click=${() => page.ask('close')}>${t('mine.feed.close')}</button>
        `
      : html`<button class="button is-small" type="button" data-do="open-feed" @click=${() => page.openFeed()}>${t('mine.feed.make')}</button>`}
  </div>
  ${page.asked === 'renew' ? confirmView(page, t('mine.feed.renew.ask'), t('mine.feed.renew'), () => page.openFeed()) : nothing}
  ${page.asked === 'close' ? confirmView(page, t('mine.feed.close.ask'), t('mine.feed.close'), () => page.closeFeed()) : nothing}
`;

const addressView = (page, actions) => html`
  <div class="mine-line">
    <input id="mine-feed" type="text" readonly aria-labelledby="mine-feed-title" .value=${page.feed} @focus=${(event) => event.target.select()}>
    <button class="button is-small" type="button" data-do="copy-feed" @click=${() => actions.copy(page.feed)}>${icon('copy')}${t('action.copy')}</button>
  </div>
`;

export const contactsView = (page) => {
  const { contacts, found, shown } = page;
  return html`
    ${headView('contacts', 'person', contacts.length)}
    <p class="mine-note">${t(contacts.length ? 'mine.contacts.lead' : 'mine.contacts.none')}</p>
    ${contacts.length
      ? html`<label class="search mine-search">
          ${icon('search')}
          <input id="mine-contact-search" type="search" autocomplete="off" placeholder=${t('mine.contacts.search')} aria-label=${t('mine.contacts.search')} .value=${page.query} @input=${(event) => page.search(event.target.value)}>
        </label>`
      : nothing}
    ${contacts.length && !found.length ? html`<p class="mine-note" role="status">${t('sessions.none.found')}</p>` : nothing}
    <ul class="mine-list">${repeat(found.slice(0, shown), ({ id }) => id, (contact) => contactView(contact, page))}</ul>
    <div class="mine-doings">
      ${found.length > shown ? html`<button class="link" type="button" data-do="more" @click=${() => page.showMore()}>${t('sessions.more')}</button>` : nothing}
      ${fileView('mine-contacts-file', '.vcf,.vcard,text/vcard', 'mine.contacts.bring', (event) => page.bringContacts(chosenFile(event)))}
    </div>
  `;
};

const contactView = (contact, page) => {
  const [name, ...others] = contact.names;
  return html`
    <li class="mine-item" data-contact=${contact.id}>
      <span class="mine-text">${name}${others.length ? html` <small>${others.join(', ')}</small>` : nothing}</span>
      <button class="tool is-small" type="button" data-ask=${contact.id} aria-label=${t('mine.contact.remove', { name })} title=${t('models.remove')} @click=${() => page.ask(contact.id)}>
        ${icon('remove')}
      </button>
      ${page.asked === contact.id ? confirmView(page, t('mine.contact.ask', { name }), t('models.remove'), () => page.removeContact(contact)) : nothing}
    </li>
  `;
};
