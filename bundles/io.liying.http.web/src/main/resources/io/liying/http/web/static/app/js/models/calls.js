/** The calls to the catalogue of speech models. */
import { follow, json, object, send } from '../administration.js';

const ROOT = '/api/v1/models';
const at = (id) => `${ROOT}/${encodeURIComponent(id)}`;

/** `{models, engines}` */
export const list = async () => json(await send('GET', ROOT));
/** Fetches a model; `step` hears how many bytes have arrived, and the signal cancels. */
export const install = (id, step, signal) => follow('POST', at(id), { signal }, step);
export const bring = async (folder) => json(await send('POST', ROOT, object({ folder })));
export const remove = async (id) => json(await send('DELETE', at(id)));
