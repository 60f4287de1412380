/**
 * The frame of a plugin's panel. It has no origin, so it can neither see this page nor call the server. It asks by
 * message, and only for its own plugin's addresses: `{liying: 'fetch', key, path, method, body}` is answered by
 * `{liying: 'answer', key, status, body}`.
 */
import { currentLanguage } from '../i18n.js';

/** The address of the page, which learns the language and the colours from its query. */
export function panelAddress(plugin) {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark' || wantsDark();
  return `${plugin.panel}?${new URLSearchParams({ language: currentLanguage(), theme: dark ? 'dark' : 'light' })}`;
}

function wantsDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Answers the messages of a frame until it has left the page. */
export function serve(frame, plugin) {
  const listener = (event) => {
    if (!frame.isConnected) removeEventListener('message', listener);
    else if (event.source === frame.contentWindow && event.data?.liying === 'fetch') answer(frame, plugin, event.data);
  };
  addEventListener('message', listener);
}

async function answer(frame, plugin, { key, path = '', method = 'GET', body }) {
  const root = new URL(`/plugins/${encodeURIComponent(plugin.id)}/`, location.href);
  const address = new URL(String(path).replace(/^\/+/, ''), root);
  let result = { status: 403, body: '' };
  if (address.origin === root.origin && address.pathname.startsWith(root.pathname)) {
    try {
      const headers = { 'Accept-Language': currentLanguage(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
      const reply = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
      result = { status: reply.status, body: await reply.text() };
    } catch {
      result = { status: 0, body: '' };
    }
  }
  // a frame without an origin can only be addressed as anyone
  frame.contentWindow?.postMessage({ liying: 'answer', key, ...result }, '*');
}
