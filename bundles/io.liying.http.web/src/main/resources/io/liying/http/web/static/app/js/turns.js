/** A turn as the page shows it: what the person said, what was understood, and the answer as it grows. */
import { newKey } from './store.js';
import { isFilled, timingsOf, understandingOf, wordsOf } from './protocol.js';

/**
 * Phases: `queued` (waits for its place or the connection), `sent`, `running` (the server has it), `recovering` (the
 * connection was lost meanwhile), then one of `done`, `failed`, `interrupted`.
 */
export function newTurn(text, at = new Date()) {
  return {
    key: newKey(), id: null, phase: 'queued', at, text,
    answer: '', answeredAt: null, streamed: false,
    language: null, intent: null, entities: [], skill: null, asksBack: false,
    timings: null, context: null, data: null, problem: null, stopping: false,
  };
}

export const isOver = (turn) => ['done', 'failed', 'interrupted'].includes(turn.phase);

/** Brings a server message into a turn; true if it was the turn's last. */
export function apply(turn, message) {
  turn.id = message.turn_id ?? turn.id;
  switch (message.type) {
    case 'heard':
      if (turn.phase === 'sent') turn.phase = 'running';
      return false;
    case 'understood':
      Object.assign(turn, understandingOf(message));
      return false;
    case 'skill_chosen':
      turn.skill = message.skill ?? message.skill_id ?? message.id ?? null;
      return false;
    case 'delta':
      grow(turn, wordsOf(message), true);
      return false;
    case 'sentence':
      // Whole sentences only repeat the deltas, unless the answer comes in sentences alone.
      if (!turn.streamed) grow(turn, (turn.answer ? ' ' : '') + wordsOf(message), false);
      return false;
    case 'response':
      complete(turn, message);
      return true;
    case 'interrupted':
      turn.phase = 'interrupted';
      turn.answer = wordsOf(message) || turn.answer;
      turn.answeredAt = new Date();
      return true;
    case 'error':
      fail(turn, message.code ?? '', message.detail ?? message.message ?? '');
      return true;
    default:
      return false;
  }
}

function grow(turn, words, streamed) {
  // After a lost connection some pieces may be missing or come again: then only the whole answer counts.
  if (turn.phase === 'recovering') return;
  turn.phase = 'running';
  turn.answer += words;
  turn.streamed ||= streamed;
}

function complete(turn, message) {
  const understood = understandingOf(message);
  turn.phase = 'done';
  turn.answer = wordsOf(message);
  turn.answeredAt = new Date();
  turn.language = understood.language ?? turn.language;
  turn.intent = understood.intent ?? turn.intent;
  if (understood.entities.length) turn.entities = understood.entities;
  turn.asksBack = message.needs_clarification === true;
  turn.data = isFilled(message.data) ? message.data : null;
  turn.context = isFilled(message.context) ? message.context : null;
  turn.timings = timingsOf(message.timings_ms);
  turn.skill = message.skill ?? turn.skill;
}

export function fail(turn, code, detail) {
  turn.phase = 'failed';
  turn.problem = { code, detail };
}

/** Turns from a session's stored messages, oldest first. */
export function turnsOf(messages) {
  const turns = [];
  const byId = new Map();
  for (const message of messages) {
    let turn = message.turnId ? byId.get(message.turnId) : message.byPerson ? null : turns.at(-1);
    if (!turn) {
      turn = { ...newTurn('', message.at), id: message.turnId, phase: 'done' };
      turns.push(turn);
      if (message.turnId) byId.set(message.turnId, turn);
    }
    takeStored(turn, message);
  }
  return turns;
}

function takeStored(turn, message) {
  if (message.byPerson) {
    turn.text = message.text;
    turn.at = message.at;
  } else {
    turn.answer = message.text;
    turn.answeredAt = message.at;
  }
  turn.language ??= message.language;
  if (message.intent?.name) turn.intent = message.intent;
  if (message.entities.length) turn.entities = message.entities;
  turn.timings = message.timings ?? turn.timings;
}

/**
 * Joins what is shown with what is stored: a turn that is known keeps its details, which storage does not have, and one
 * that is not over keeps its place at the end.
 */
export function merge(shown, stored) {
  const known = new Map(shown.filter((turn) => turn.id).map((turn) => [turn.id, turn]));
  const waiting = shown.filter((turn) => turn.phase !== 'done' && !(turn.id && stored.some((s) => s.id === turn.id)));
  const anonymous = waiting.filter((turn) => !turn.id && turn.phase !== 'queued' && turn.phase !== 'failed');
  const joined = stored
    .map((turn) => known.get(turn.id) ?? turn)
    // The server may have stored the words of a turn whose number has not come here yet.
    .filter((turn) => turn.answer || isOver(turn) === false || !anonymous.some((other) => other.text === turn.text));
  return [...joined, ...waiting];
}
