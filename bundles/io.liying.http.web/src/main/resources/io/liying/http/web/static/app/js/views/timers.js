/** The running timers above the conversation, and the banner of those that ring. */
import { html, nothing, repeat } from '../lit.js';
import { htmlLanguage, t, timeOfDay } from '../i18n.js';
import { countdown } from '../timers.js';
import { ringView } from './charts.js';
import { icon } from './icons.js';

export function timersView({ timers }, actions) {
  if (!timers.length) return nothing;
  const now = Date.now();
  return html`
    <section class="timers" aria-label=${t('timers.title')}>
      <ul>
        ${repeat(timers, (timer) => timer.id, (timer) => html`
          <li class="timer" title=${t('timers.until', { time: timeOfDay(new Date(timer.due)) })}>
            ${ringView((timer.due - now) / timer.total)}
            <span class="timer-name">${timer.name || t('skill.timer')}</span>
            <span class="timer-left" role="timer">${countdown(timer, now)}</span>
          </li>
        `)}
      </ul>
      ${actions.mayAskNotification()
        ? html`<button class="link" type="button" title=${t('timers.notify')} @click=${actions.askNotification}>${icon('bell')}<span>${t('timers.notify')}</span></button>`
        : nothing}
    </section>
  `;
}

export const ringingView = ({ ringing }, actions) => html`
  <div class="ringing" role="alert">${repeat(ringing, (one) => one.key, (one) => html`
      <div class="ringing-banner">
        <span class="ringing-bell">${icon('bell')}</span>
        <p lang=${htmlLanguage(languageOf(one)) || nothing}><strong>${one.text || t('timers.over')}</strong><span>${timeOfDay(one.at)}</span></p>
        <button class="button is-warm" type="button" data-silence @click=${() => actions.silence(one)}>${t('timers.stop')}</button>
      </div>
    `)}</div>
`;

const languageOf = ({ language }) => (typeof language === 'string' ? language : language?.code ?? '');
