/** Where the person writes. */
import { html, ref } from '../lit.js';
import { t } from '../i18n.js';
import { isComposing } from '../shortcuts.js';
import { icon } from './icons.js';
import { microphoneView, voiceView } from './voice.js';

const HIGHEST_PX = 220;

export function composerView(state, actions) {
  const running = actions.running();
  const stopping = running?.stopping === true;
  return html`
    <form class="composer" @submit=${(event) => submit(event, actions)}>
      ${voiceView(state, actions)}
      <div class="composer-box">
        <textarea
          id="composer-input"
          rows="1"
          maxlength="20000"
          autocomplete="off"
          enterkeyhint="send"
          placeholder=${t('composer.placeholder')}
          aria-label=${t('composer.label')}
          ${ref(prepare)}
          @input=${(event) => fit(event.target)}
          @keydown=${(event) => onKey(event, state, actions)}
        ></textarea>
        ${microphoneView(state, actions)}
        ${running
          ? html`<button class="round is-stop" type="button" id="stop" aria-label=${t('composer.stop')} title="${t('composer.stop')} (Esc)" ?disabled=${stopping} @click=${actions.interrupt}>
              ${icon('stop')}
            </button>`
          : html`<button class="round" type="submit" id="send" aria-label=${t('composer.send')} title="${t('composer.send')} (Enter)">
              ${icon('send')}
            </button>`}
      </div>
      <p class="composer-note">${icon('lock')}<span>${t('composer.note')}</span></p>
    </form>
  `;
}

function prepare(element) {
  // It has no size before it is part of the page.
  if (element && !element.style.height) requestAnimationFrame(() => fit(element));
}

/** As high as its text, up to a limit; the button lights up when there is something to send. */
function fit(input) {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, HIGHEST_PX)}px`;
  input.style.overflowY = input.scrollHeight > HIGHEST_PX ? 'auto' : 'hidden';
  input.form?.classList.toggle('has-text', input.value.trim() !== '');
}

function onKey(event, state, actions) {
  if (isComposing(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) submit(event, actions);
  else if (event.key === 'ArrowUp' && !event.target.value) recall(event, state);
}

/** The last words again, to change them. */
function recall(event, { conversation }) {
  const last = conversation.turns.at(-1);
  if (!last) return;
  event.preventDefault();
  event.target.value = last.text;
  fit(event.target);
}

function submit(event, actions) {
  event.preventDefault();
  const input = document.getElementById('composer-input');
  const text = input.value;
  if (!text.trim()) return;
  input.value = '';
  fit(input);
  actions.send(text);
  input.focus();
}
