/** All that goes to the server: REST calls and the socket. Nothing else in the page knows an address of it. */
import { currentLanguage } from './i18n.js';
import { sessionOf, storedMessageOf } from './protocol.js';

/** A call that did not succeed; `detail` is the server's own explanation, fit to be shown, or empty. */
export class ServerProblem extends Error {
  constructor(status, code, detail) {
    super(detail || code || `status ${status}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

async function call(method, path, body, options = {}) {
  const headers = { 'Accept-Language': currentLanguage(), Accept: 'application/json, application/problem+json' };
  if (body) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), ...options });
  } catch {
    throw new ServerProblem(0, 'network', '');
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new ServerProblem(answer.status, problem.code ?? '', problem.detail ?? problem.title ?? '');
  }
  return answer.status === 204 ? null : answer.json().catch(() => null);
}

const at = (id) => encodeURIComponent(id);

/** Sessions, last used first. */
export async function listSessions(query, offset, limit) {
  const answer = await call('GET', `/api/v1/sessions?${new URLSearchParams({ query, offset, limit })}`);
  return (answer?.sessions ?? []).map(sessionOf);
}

/** A session's messages, oldest first. */
export async function readHistory(id) {
  const answer = await call('GET', `/api/v1/chat/history/${at(id)}`);
  return (answer?.messages ?? []).map(storedMessageOf);
}

export const renameSession = (id, title) => call('PATCH', `/api/v1/sessions/${at(id)}`, { title });

/** Deletes a session; finishes even while the page is being left. */
export const deleteSession = (id) => call('DELETE', `/api/v1/chat/history/${at(id)}`, null, { keepalive: true });

/** Where a session can be downloaded; the format is `json` or `markdown`. */
export const exportAddress = (id, format) => `/api/v1/sessions/${at(id)}/export?format=${format}`;

/** The skills as `{id, name, summary}`. */
export async function listSkills() {
  const answer = await call('GET', '/api/v1/skills');
  return answer?.skills ?? [];
}

/** The running timers as `{id, name, due_at, duration}`. */
export async function listTimers() {
  const answer = await call('GET', '/api/v1/timers');
  return answer?.timers ?? [];
}

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;
const PING_MS = 20_000;
const SILENCE_MS = 8_000;
/** Bytes: two seconds of the microphone's sound. */
const MOST_WAITING_SOUND = 64_000;

/**
 * The socket, kept open: after a loss it is opened again with growing pauses. The listeners are `opened()`,
 * `message(object)`, `sound(ArrayBuffer)`, `state({phase, failures, retryAt})`, where phase is `connecting`, `open` or `waiting`, and
 * `resumes()`: the session whose running turn should be heard again, or null.
 */
export class Socket {
  #listeners;
  #socket = null;
  #failures = 0;
  #retry = 0;
  #ping = 0;
  #silence = 0;

  constructor(listeners) {
    this.#listeners = listeners;
    addEventListener('online', () => this.retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.retryNow());
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  connect() {
    clearTimeout(this.#retry);
    this.#listeners.state({ phase: 'connecting', failures: this.#failures });
    const socket = new WebSocket(this.#address());
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => this.#opened(socket);
    socket.onmessage = (event) => this.#received(socket, event.data);
    socket.onclose = () => this.#closed(socket);
  }

  #address() {
    const address = new URL('/ws', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const session = this.#listeners.resumes();
    if (session) address.searchParams.set('session_id', session);
    return address;
  }

  /** Sends a message; false if the socket is not open. */
  send(message) {
    if (!this.isOpen) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Sends a frame of sound unless the connection is so far behind that it would come too late. */
  sendSound(frame) {
    if (this.isOpen && this.#socket.bufferedAmount < MOST_WAITING_SOUND) this.#socket.send(frame);
  }

  /** Opens at once if it is waiting to be opened. */
  retryNow() {
    if (!this.#socket) this.connect();
  }

  /** Asks whether the server is still there; a connection without any answer is given up and opened again. */
  check() {
    clearTimeout(this.#silence);
    if (this.send({ type: 'ping' })) this.#silence = setTimeout(() => this.#giveUp(), SILENCE_MS);
  }

  #giveUp() {
    const dead = this.#socket;
    if (!dead) return;
    dead.close();
    this.#closed(dead);
  }

  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#failures = 0;
    this.#ping = setInterval(() => this.check(), PING_MS);
    this.#listeners.state({ phase: 'open', failures: 0 });
    this.#listeners.opened();
  }

  #received(socket, data) {
    if (socket !== this.#socket) return undefined;
    clearTimeout(this.#silence);
    if (data instanceof ArrayBuffer) return this.#listeners.sound(data);
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      console.warn('LiYing: the server sent something that is not JSON');
      return undefined;
    }
    if (message.type !== 'pong') this.#listeners.message(message);
    return undefined;
  }

  #closed(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    clearInterval(this.#ping);
    clearTimeout(this.#silence);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures) * (0.85 + Math.random() * 0.3);
    this.#failures++;
    this.#listeners.state({ phase: 'waiting', failures: this.#failures, retryAt: Date.now() + pause });
    this.#retry = setTimeout(() => this.connect(), pause);
  }
}
