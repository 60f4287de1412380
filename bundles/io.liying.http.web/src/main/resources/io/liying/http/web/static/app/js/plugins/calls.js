/** The calls to the plugin manager. */
import { follow, json, object, send, upload } from '../administration.js';

const ROOT = '/api/v1/plugins';
const at = (id) => `/${encodeURIComponent(id)}`;
const call = (method, path, options) => send(method, ROOT + path, options);
const run = (method, path, options, step) => follow(method, ROOT + path, options, step);

export const list = async () => (await json(await call('GET', ''))).plugins ?? [];
export const details = async (id) => json(await call('GET', at(id)));
export const inspect = async (file) => json(await call('POST', '/inspect', upload(file)));
export const configure = async (id, values) => json(await call('PUT', `${at(id)}/settings`, object(values)));
export const pin = async (id, pinned) => json(await call('POST', `${at(id)}/${pinned ? 'pin' : 'unpin'}`));

/** A secret goes to the server and never comes back; an empty one is forgotten. */
export const keepSecret = (id, name, value) => {
  const path = `${at(id)}/secrets${at(name)}`;
  return value ? call('PUT', path, object({ value })) : call('DELETE', path);
};

/** Fetches an offer and looks into it. */
export const inspectOffer = async (id) => json(await call('POST', `/catalogue${at(id)}/inspect`));

/** What catalogues offer, or null if the server has no catalogue. */
export async function catalogue() {
  try {
    return (await json(await call('GET', '/catalogue')))?.plugins ?? null;
  } catch {
    return null;
  }
}

/** Installs an uploaded file; `step` hears each event. */
export const install = (file, approvals, step) =>
  run('POST', `?approve=${encodeURIComponent(approvals.join(','))}`, upload(file), step);

export const installFromCatalogue = (id, approvals, step) =>
  run('POST', `/catalogue${at(id)}/install?approve=${encodeURIComponent(approvals.join(','))}`, {}, step);

export const rollBack = (id, version, step) => run('POST', `${at(id)}/rollback`, object({ version }), step);
export const enable = (id, enabled, step) => run('POST', `${at(id)}/${enabled ? 'enable' : 'disable'}`, {}, step);
export const uninstall = (id, withData, step) => run('DELETE', `${at(id)}${withData ? '?data=true' : ''}`, {}, step);
