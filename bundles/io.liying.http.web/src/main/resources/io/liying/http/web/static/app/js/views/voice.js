/** The microphone's button, and what LiYing hears. */
import { html, nothing } from '../lit.js';
import { t } from '../i18n.js';
import { voiceModes } from '../voice/voice.js';
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
      ${voice.mode === 'push_to_talk' ? holdView(voice, actions) : nothing}
      ${modeView(voice, actions)}
      ${voice.phase === 'speaking'
        ? html`<button class="link" type="button" id="hush" @click=${actions.hush}>${t('voice.hush')}</button>`
        : nothing}
    </div>
  `;
};

const modeView = ({ mode }, actions) => html`
  <select
    class="voice-mode"
    id="voice-mode"
    aria-label=${t('voice.mode')}
    title=${t('voice.mode')}
    @change=${(event) => actions.useVoiceMode(event.target.value)}
  >
    ${voiceModes.map((one) => html`<option value=${one} ?selected=${one === mode}>${t(`voice.${one}`)}</option>`)}
  </select>
`;

/** Held by the mouse, a finger or the space bar; whatever takes it away lets go. */
const holdView = ({ pressed }, actions) => html`
  <button
    class="voice-hold"
    type="button"
    id="hold"
    aria-pressed=${pressed}
    @pointerdown=${actions.pressToTalk}
    @pointerup=${actions.releaseToTalk}
    @pointerleave=${actions.releaseToTalk}
    @pointercancel=${actions.releaseToTalk}
    @keydown=${(event) => isHolding(event) && actions.pressToTalk()}
    @keyup=${(event) => isHolding(event) && actions.releaseToTalk()}
    @blur=${actions.releaseToTalk}
  >
    ${t('voice.hold')}
  </button>
`;

const isHolding = ({ key }) => key === ' ' || key === 'Enter';

/** The page's own problems are keys, the server's are texts. */
const known = (problem) => (/^voice\.\w+$/.test(problem) ? t(problem) : problem);
