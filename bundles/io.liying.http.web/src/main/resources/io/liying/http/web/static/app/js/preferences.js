/** What the person chose, kept by the browser. Works without storage, too: then until the page is left. */
const NAME = 'liying.preferences';
const defaults = { language: 'auto', theme: 'auto', inspector: false, voiceMode: 'stop_and_listen' };

function read() {
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(NAME) ?? '{}') };
  } catch {
    return { ...defaults };
  }
}

export const preferences = read();

export function prefer(values) {
  Object.assign(preferences, values);
  keep(localStorage, NAME, preferences);
  applyTheme();
}

function applyTheme() {
  const root = document.documentElement;
  if (preferences.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = preferences.theme;
}

/** Writes a value as JSON; a full or forbidden storage costs comfort only, so it is told to the console. */
export function keep(storage, name, value) {
  try {
    storage.setItem(name, JSON.stringify(value));
  } catch (problem) {
    console.info(`LiYing could not keep ${name}: ${problem.message}`);
  }
}

/** Reads what `keep` wrote, or the fallback. */
export function kept(storage, name, fallback) {
  try {
    return JSON.parse(storage.getItem(name)) ?? fallback;
  } catch {
    return fallback;
  }
}
