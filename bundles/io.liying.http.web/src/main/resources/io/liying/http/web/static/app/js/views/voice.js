/** The microphone's button, and what LiYing hears. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';
import { icon } from './icons.js';

export const microphoneView = ({ voice }, actions) => html`
  <button
    class="round voice-button"
    type="button"
    id="microphone"
    data-phase=${voice.phase}
    aria-pressed=${voice.phase !== 'off'}
    aria-label=${t(voice.phase === 'off' ? 'voice.start' : 'voice.stop')}
    title=${t(voice.phase === 'off' ? 'voice.start' : 'voice.stop')}
    @click=${actions.toggleVoice}
  >
    ${icon('microphone')}
  </button>
`;

export const voiceView = ({ voice }, actions) => {
  if (voice.problem) return html`<p class="voice-problem" role="alert">${known(voice.problem)}</p>`;
  if (voice.phase === 'off') return nothing;
  return html`
    <div class="voice" data-phase=${voice.phase} role="status">
      <span class="voice-level" id="voice-level" aria-hidden="true"></span>
      <span class="voice-words">${voice.words || t(`voice.${voice.phase}`)}</span>
      ${voice.phase === 'speaking'
        ? html`<button class="link" type="button" id="hush" @click=${actions.hush}>${t('voice.hush')}</button>`
        : nothing}
    </div>
  `;
};

/** The page's own problems are keys, the server's are texts. */
const known = (problem) => (/^voice\.\w+$/.test(problem) ? t(problem) : problem);
