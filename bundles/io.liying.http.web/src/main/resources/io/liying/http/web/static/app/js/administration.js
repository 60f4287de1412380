/** Calls that only the administrator may make: with her token, uploads, and progress as server-sent events. */
import { currentLanguage } from './i18n.js';
import { ServerProblem } from './server.js';

const TOKEN = 'liying.administrator';

/** The token lives as long as the tab and is never written elsewhere. */
export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? '',
  set: (value) => (value ? sessionStorage.setItem(TOKEN, value) : sessionStorage.removeItem(TOKEN)),
};

export async function send(method, path, { body, type, signal, accept = 'application/json' } = {}) {
  const headers = { 'Accept-Language': currentLanguage(), Accept: accept };
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  if (type) headers['Content-Type'] = type;
  let answer;
  try {
    answer = await fetch(path, { method, headers, body, signal });
  } catch {
    throw new ServerProblem(0, 'network', '');
  }
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

function problemOf(status, problem) {
  return new ServerProblem(status, problem.code ?? '', problem.detail ?? problem.title ?? '');
}

export const json = (answer) => (answer.status === 204 ? null : answer.json());
export const object = (value) => ({ body: JSON.stringify(value), type: 'application/json' });
export const upload = (file) => ({ body: file, type: 'application/octet-stream' });

/** Reads events until the operation is done; a server that answers at once with JSON is fine, too. */
export async function follow(method, path, options, step) {
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
