/** Marks entities in the words of the person. */
import { html } from '../lit.js';
import { textOr } from '../i18n.js';

/**
 * The text with its entities marked. Where entities overlap, the one that begins first is marked, and of two that begin
 * together the longer; positions count UTF-16 units, as JavaScript does.
 */
export function highlighted(text, entities) {
  const parts = [];
  let end = 0;
  for (const entity of placed(text, entities)) {
    if (entity.start < end) continue;
    parts.push(text.slice(end, entity.start));
    const type = textOr(`entity.${entity.type}`, entity.type);
    parts.push(html`<mark class="entity" data-type=${entity.type} title="${type}: ${entity.value}">${text.slice(entity.start, entity.end)}</mark>`);
    end = entity.end;
  }
  parts.push(text.slice(end));
  return parts;
}

const placed = (text, entities) =>
  entities
    .filter(({ start, end }) => Number.isInteger(start) && start < end && end <= text.length)
    .sort((one, other) => one.start - other.start || other.end - one.end);
