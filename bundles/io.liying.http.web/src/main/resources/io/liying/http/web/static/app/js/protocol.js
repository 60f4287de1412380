/**
 * The server's messages in the form the page works with. The server may say a little more or less than expected: what is
 * missing becomes empty here, so that nothing behind this module has to ask.
 */

/** `"ko"` or `{code, confidence, alternatives}`. */
export function languageOf(value) {
  if (!value) return null;
  if (typeof value === 'string') return { code: value, confidence: null, alternatives: [] };
  const code = value.code ?? value.language ?? value.name;
  if (!code) return null;
  return { code: String(code).toLowerCase(), confidence: value.confidence ?? null, alternatives: ranked(value.alternatives) };
}

/** `"timer.set"` or `{name, confidence, alternatives}`; no name means "none of these". */
export function intentOf(value, confidence = null) {
  if (!value) return null;
  if (typeof value === 'string') return { name: value, confidence, alternatives: [] };
  const name = value.name ?? value.intent ?? null;
  return { name, confidence: value.confidence ?? confidence, alternatives: ranked(value.alternatives) };
}

function ranked(list) {
  if (!Array.isArray(list)) return [];
  return list
    .map((entry) => ({
      name: String(entry.name ?? entry.code ?? entry.value ?? entry.intent ?? entry.language ?? ''),
      confidence: entry.confidence ?? 0,
    }))
    .filter((entry) => entry.name);
}

export const entitiesOf = (list) => (Array.isArray(list) ? list.filter((entity) => entity?.type) : []);

/** Stages in their order, and how long the whole took. */
export function timingsOf(value) {
  if (!value || typeof value !== 'object') return null;
  const stages = Object.entries(value)
    .filter(([name, took]) => name !== 'total' && Number.isFinite(took))
    .map(([name, took]) => ({ name, took }));
  const sum = stages.reduce((all, stage) => all + stage.took, 0);
  const total = Number.isFinite(value.total) ? value.total : sum;
  return stages.length || total ? { stages, total } : null;
}

/** The words in a message, whatever the field is called. */
export const wordsOf = (message) => String(message.content ?? message.text ?? message.delta ?? message.heard ?? '');

/** What the server understood, from `understood`, `response` or a stored message. */
export function understandingOf(message) {
  return {
    language: languageOf(message.language),
    intent: intentOf(message.intent, message.confidence ?? null),
    entities: entitiesOf(message.entities),
  };
}

export const isFilled = (value) => !!value && typeof value === 'object' && Object.keys(value).length > 0;

export function sessionOf(value) {
  return {
    id: value.id ?? value.session_id,
    title: value.title ?? '',
    language: languageOf(value.language)?.code ?? '',
    updatedAt: dateOf(value.updated_at ?? value.created_at),
    createdAt: dateOf(value.created_at ?? value.updated_at),
    messages: value.messages ?? 0,
  };
}

export function storedMessageOf(value) {
  const role = String(value.role ?? '').toLowerCase();
  return {
    byPerson: role === 'person' || role === 'user',
    text: wordsOf(value),
    turnId: value.turn_id ?? null,
    at: dateOf(value.at ?? value.created_at),
    timings: timingsOf(value.timings_ms),
    ...understandingOf(value),
  };
}

function dateOf(value) {
  const date = value ? new Date(value) : new Date();
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
