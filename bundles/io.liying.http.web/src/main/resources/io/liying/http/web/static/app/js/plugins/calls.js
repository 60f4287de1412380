/** The calls to the plugin manager: with the administrator's token, uploads, and progress as server-sent events. */
import { currentLanguage } from '../i18n.js';
import { ServerProblem } from '../server.js';

const ROOT = '/api/v1/plugins';
const TOKEN = 'liying.administrator';

/** The token lives as long as the tab and is never written elsewhere. */
export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? '',
  set: (value) => (value ? sessionStorage.setItem(TOKEN, value) : sessionStorage.removeItem(TOKEN)),
};

async function send(method, path, { body, type, accept = 'application/json' } = {}) {
  const headers = { 'Accept-Language': currentLanguage(), Accept: accept };
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  if (type) headers['Content-Type'] = type;
  let answer;
  try {
    answer = await fetch(ROOT + path, { method, headers, body });
  } catch {
    throw new ServerProblem(0, 'network', '');
  }
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

function problemOf(status, problem) {
  return new ServerProblem(status, problem.code ?? '', problem.detail ?? problem.title ?? '');
}

const json = (answer) => (answer.status === 204 ? null : answer.json());
const at = (id) => `/${encodeURIComponent(id)}`;
const object = (value) => ({ body: JSON.stringify(value), type: 'application/json' });
const upload = (file) => ({ body: file, type: 'application/octet-stream' });

export const list = async () => (await json(await send('GET', ''))).plugins ?? [];
export const details = async (id) => json(await send('GET', at(id)));
export const inspect = async (file) => json(await send('POST', '/inspect', upload(file)));
export const configure = async (id, values) => json(await send('PUT', `${at(id)}/settings`, object(values)));
export const pin = async (id, pinned) => json(await send('POST', `${at(id)}/${pinned ? 'pin' : 'unpin'}`));

/** A secret goes to the server and never comes back; an empty one is forgotten. */
export const keepSecret = (id, name, value) => {
  const path = `${at(id)}/secrets${at(name)}`;
  return value ? send('PUT', path, object({ value })) : send('DELETE', path);
};

/** Fetches an offer and looks into it. */
export const inspectOffer = async (id) => json(await send('POST', `/catalogue${at(id)}/inspect`));

/** What catalogues offer, or null if the server has no catalogue. */
export async function catalogue() {
  try {
    return (await json(await send('GET', '/catalogue')))?.plugins ?? null;
  } catch {
    return null;
  }
}

/** Installs an uploaded file; `step` hears each event. */
export const install = (file, approvals, step) =>
  follow('POST', `?approve=${encodeURIComponent(approvals.join(','))}`, upload(file), step);

export const installFromCatalogue = (id, approvals, step) =>
  follow('POST', `/catalogue${at(id)}/install?approve=${encodeURIComponent(approvals.join(','))}`, {}, step);

export const rollBack = (id, version, step) => follow('POST', `${at(id)}/rollback`, object({ version }), step);
export const enable = (id, enabled, step) => follow('POST', `${at(id)}/${enabled ? 'enable' : 'disable'}`, {}, step);
export const uninstall = (id, withData, step) => follow('DELETE', `${at(id)}${withData ? '?data=true' : ''}`, {}, step);

/** Reads events until the operation is done; a server that answers at once with JSON is fine, too. */
async function follow(method, path, options, step) {
  const answer = await send(method, path, { ...options, accept: 'text/event-stream' });
  if (!answer.headers.get('Content-Type')?.startsWith('text/event-stream')) return json(answer);
  for await (const { name, data } of eventsOf(answer.body)) {
    if (name === 'done') return data;
    if (name === 'failed') throw problemOf(data.status ?? 0, data);
    step(data);
  }
  throw new ServerProblem(0, 'network', '');
}

async function* eventsOf(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) yield eventOf(block);
  }
}

function eventOf(block) {
  const field = (name) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  return { name: field('event'), data: JSON.parse(field('data') || '{}') };
}
