// Runs before the first paint, so that a chosen theme does not flash. The rest of the preferences: preferences.js.
try {
  const kept = JSON.parse(localStorage.getItem('liying.preferences') ?? '{}');
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
} catch {
  // Storage is blocked or was written by something else: the system's theme stays.
}
