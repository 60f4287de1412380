/** Short notes at the lower edge that go by themselves, with at most one thing to do. */
import { newKey } from './store.js';

const LASTS_MS = 5_000;

/** Shows `{text, action?, act?, lasts?}`. */
export function toast(store, { text, action = '', act = null, lasts = LASTS_MS }) {
  const note = { key: newKey(), text, action, act };
  store.state.toasts.push(note);
  setTimeout(() => dismiss(store, note), lasts);
  store.changed();
}

export function dismiss(store, note) {
  store.state.toasts = store.state.toasts.filter((other) => other !== note);
  store.changed();
}
