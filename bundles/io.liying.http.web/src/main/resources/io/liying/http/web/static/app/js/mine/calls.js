/** The calls for what LiYing keeps of the person. */
import { json, object, send } from '../administration.js';

const call = async (method, path, options) => json(await send(method, `/api/v1/${path}`, options));
const at = (id) => encodeURIComponent(id);

/** `{facts, preferences}` */
export const memory = () => call('GET', 'memory');
export const prefer = (changes) => call('PATCH', 'memory/preferences', object(changes));
export const remember = (text) => call('POST', 'memory/facts', object({ text }));
export const forget = (id) => call('DELETE', `memory/facts/${at(id)}`);
export const forgetAll = () => call('DELETE', 'memory');

export const events = async () => (await call('GET', 'calendar/events')).events;
export const bringCalendar = (file) => call('POST', `calendar/import`, { body: file, type: 'text/calendar' });
export const feedIsOpen = async () => (await call('GET', 'calendar/feed')).open;
/** Makes a secret address; it is told this once. */
export const openFeed = async () => new URL((await call('POST', 'calendar/feed')).path, location.origin).href;
export const closeFeed = () => call('DELETE', 'calendar/feed');

export const contacts = async () => (await call('GET', 'contacts')).contacts;
export const bringContacts = (file) => call('POST', `contacts/import`, { body: file, type: 'text/vcard' });
export const removeContact = (id) => call('DELETE', `contacts/${at(id)}`);

/** Where all of it can be downloaded. */
export const EXPORTS = {
  markdown: '/api/v1/memory/export?format=markdown',
  json: '/api/v1/memory/export?format=json',
  calendar: '/api/v1/calendar/export',
};
