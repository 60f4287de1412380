/**
 * Finds out what became of a turn when the connection was lost in its middle, so that nothing is lost and nothing is said
 * twice: the stored history is the truth.
 */
import { isFilled } from './protocol.js';
import { listSessions, readHistory } from './server.js';
import { turnsOf } from './turns.js';

const PAUSES_MS = [0, 300, 700, 1500, 3000, 5000, 8000, 12_000, 15_000];
/** A turn that the server never reported and that is not stored after so many looks has not arrived. */
const LOOKS_BEFORE_RESEND = 4;
const CLOCKS_DIFFER_MS = 120_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Looks until the fate of the turn is known.
 *
 * @param turn carries `id` if the server has reported it, and `before`: what was known when it was sent
 * @param conversation its `id` is set as soon as the session is found
 * @param isWanted false ends the search: the turn is over, or the connection is gone again
 * @returns `{fate: 'answered', stored}`, `{fate: 'resend'}`, `{fate: 'lost'}` or `{fate: 'unwanted'}`
 */
export async function recover(turn, conversation, isWanted) {
  for (let look = 0; look < PAUSES_MS.length; look++) {
    await pause(PAUSES_MS[look]);
    if (!isWanted()) return { fate: 'unwanted' };
    const found = await findStored(turn, conversation);
    if (!isWanted()) return { fate: 'unwanted' };
    if (found?.answer) return { fate: 'answered', stored: found };
    if (found) turn.id ??= found.id;
    if (found === null && !turn.id && look + 1 >= LOOKS_BEFORE_RESEND) return { fate: 'resend' };
  }
  return { fate: 'lost' };
}

/** The stored turn, `null` if there is none, `undefined` if the server could not be asked. */
async function findStored(turn, conversation) {
  try {
    if (!conversation.id) return await findInNewSessions(turn, conversation);
    return match(turn, turnsOf(await readHistory(conversation.id)));
  } catch (problem) {
    return problem.status === 404 ? null : undefined;
  }
}

async function findInNewSessions(turn, conversation) {
  const since = turn.before.sentAt - CLOCKS_DIFFER_MS;
  const sessions = await listSessions('', 0, 10);
  for (const session of sessions) {
    if (turn.before.sessions.includes(session.id) || session.createdAt.getTime() < since) continue;
    const found = match(turn, turnsOf(await readHistory(session.id)));
    if (found) {
      conversation.id = session.id;
      return found;
    }
  }
  return null;
}

/** Without a number the turn is the first of its words that was not there before it was sent. */
function match(turn, stored) {
  if (turn.id) return stored.find((other) => other.id === turn.id) ?? null;
  const same = stored.filter((other) => sameWords(other.text, turn.text));
  return same[turn.before.same] ?? null;
}

/** The server stores words trimmed and in Unicode NFC. */
export const sameWords = (one, other) => one.normalize('NFC').trim() === other.normalize('NFC').trim();

/** Fills a turn from its stored form, keeping what only this page knows. */
export function takeOver(turn, stored) {
  turn.phase = 'done';
  turn.id = stored.id;
  turn.answer = stored.answer;
  turn.answeredAt = stored.answeredAt;
  turn.language ??= stored.language;
  turn.intent ??= stored.intent;
  if (isFilled(stored.entities)) turn.entities = stored.entities;
  turn.timings = stored.timings;
}
