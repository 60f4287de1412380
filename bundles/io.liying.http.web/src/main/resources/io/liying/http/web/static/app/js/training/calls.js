/** The calls to the training. */
import { follow, json, object, send, upload } from '../administration.js';

const ROOT = '/api/v1/nlu';
const at = (name) => `/${encodeURIComponent(name)}`;
const call = async (method, path, options) => json(await send(method, ROOT + path, options));

/** `{sets, intents}` */
export const sets = () => call('GET', '/sets');
export const versions = async () => (await call('GET', '/versions')).versions ?? [];
/** `{on, turns, intents}` */
export const review = () => call('GET', '/review');
export const runs = async () => (await call('GET', '/runs')).runs ?? [];
export const report = (version) => call('GET', `/versions${at(version)}`);

export const bring = (file) => call('POST', `/sets?${new URLSearchParams({ name: file.name })}`, upload(file));
export const forgetSet = (id) => call('DELETE', `/sets${at(id)}`);

/** Begins a run and follows it to its end; `step` hears how far it is. */
export const run = (order, step) => follow('POST', `${ROOT}/runs`, object(order), step);
export const followRun = (id, step) => follow('GET', `${ROOT}/runs${at(id)}`, {}, step);
export const cancelRun = (id) => call('DELETE', `/runs${at(id)}`);

export const activate = (version) => call('POST', `/versions${at(version)}/activate`, object({}));
export const rollBack = (model) => call('POST', '/rollback', object({ model }));

export const label = (id, intent) => call('POST', `/review${at(id)}`, object({ intent }));
export const forgetTurn = (id) => call('DELETE', `/review${at(id)}`);
export const clearReview = () => call('DELETE', '/review');
