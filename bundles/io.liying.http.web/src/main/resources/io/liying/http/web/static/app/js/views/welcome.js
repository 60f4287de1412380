/** What an empty conversation shows: a greeting and something to try for each skill that is installed. */
import { html, nothing } from '../lit.js';
import { t, textOr } from '../i18n.js';
import { icon, logo } from './icons.js';
import { shortId, skillName } from './turn.js';

/** The skills that have an example here, the most telling first; an empty conversation shows six. */
const KNOWN = ['clock', 'calculator', 'timer', 'calendar', 'notes', 'smalltalk', 'memory', 'alarm'];
const MOST = 6;

export const welcomeView = ({ skills }, actions) => html`
  <section class="welcome" aria-labelledby="greeting">
    ${logo()}
    <h2 id="greeting">${t(greeting(new Date().getHours()))}</h2>
    <p>${t('welcome.lead')}</p>
    <ul class="suggestions">
      ${suggestions(skills).map(({ id, name, text, hint }) => html`
        <li>
          <button class="suggestion" type="button" data-skill=${id} ?disabled=${!text} @click=${() => actions.send(text)}>
            <span class="suggestion-skill">${icon(id)}${name}</span>
            <span class="suggestion-text">${text ? t('welcome.quote', { text }) : hint}</span>
          </button>
        </li>
      `)}
    </ul>
    ${skills?.length === 0 ? html`<p class="welcome-note">${t('welcome.noskills')}</p>` : nothing}
  </section>
`;

function greeting(hour) {
  if (hour < 5) return 'welcome.night';
  if (hour < 12) return 'welcome.morning';
  return hour < 18 ? 'welcome.day' : 'welcome.evening';
}

/** An example for each installed skill that has one here; others show their summary. Before the skills are known: all. */
function suggestions(skills) {
  if (skills === null || skills.length === 0) return KNOWN.slice(0, MOST).map((id) => known(id));
  const listed = skills.map((skill) => ({ ...skill, id: shortId(skill) }));
  const rank = ({ id }) => (KNOWN.includes(id) ? KNOWN.indexOf(id) : KNOWN.length);
  return listed
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST)
    .map((skill) => (KNOWN.includes(skill.id) ? known(skill.id, skill.name) : foreign(skill)));
}

const known = (id, name) => ({ id, name: name || skillName(id), text: textOr(`suggest.${id}`, '') });

const foreign = ({ id, name, summary, examples }) => ({ id, name: name || id, text: examples?.[0] ?? '', hint: summary ?? '' });
