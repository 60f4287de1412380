/** The part of a person's own data that says how LiYing speaks to her. */
import { html, live, nothing } from '../lit.js';
import { htmlLanguage, LANGUAGES, percent, t } from '../i18n.js';
import { icon } from './icons.js';
import { headView } from './mine-parts.js';

/** What is said to try a voice, in its own language. */
const SAMPLES = {
  ko: '안녕하세요. 저는 이렇게 말해요.',
  en: 'Hello. This is how I sound.',
  zh: '你好，我的声音是这样的。',
  ja: 'こんにちは。わたしはこんな声です。',
  es: 'Hola. Así sueno yo.',
  fr: 'Bonjour. Voici ma voix.',
  de: 'Hallo. So klinge ich.',
};

export const speakingView = (page) => {
  const { speaking } = page;
  return html`
    ${headView('speaking', 'sound')}
    <p class="mine-note">${t('mine.speaking.lead')}</p>
    <div class="mine-fields">
      <div class="mine-field">
        <label for="mine-speaking-language">${t('settings.language')}</label>
        <select id="mine-speaking-language" .value=${live(speaking.language)} @change=${(event) => speaking.show(event.target.value)}>
          ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${htmlLanguage(code)} ?selected=${code === speaking.language}>${name}</option>`)}
        </select>
      </div>
      <div class="mine-field">
        <label for="mine-voice">${t('mine.speaking.voice')}</label>
        <select id="mine-voice" .value=${live(speaking.values.voice ?? '')} @change=${(event) => page.speak('voice', event.target.value || null)}>
          <option value="" ?selected=${!speaking.values.voice}>${t('mine.speaking.usual')}</option>
          ${speaking.offered.map(({ id }) => html`<option value=${id} ?selected=${id === speaking.values.voice}>${id}</option>`)}
        </select>
      </div>
    </div>
    <div class="mine-fields">${['rate', 'volume', 'pitch'].map((name) => sliderView(page, name))}</div>
    <div class="mine-doings">
      <button class="button is-small" type="button" data-do="try-voice" @click=${() => page.tryVoice(SAMPLES[speaking.language])}>${icon('sound')}${t('mine.speaking.try')}</button>
      ${speaking.isUsual
        ? nothing
        : html`<button class="link" type="button" data-do="usual-voice" @click=${() => page.usualVoice()}>${t('mine.speaking.reset')}</button>`}
    </div>
  `;
};

/** The narrow part of the limits in which people choose; what was said by voice may lie outside of it. */
const NARROW = { rate: [0.5, 2], volume: [0, 2], pitch: [0.5, 2] };

const sliderView = (page, name) => {
  const value = page.speaking.values[name];
  const [least, most] = page.speaking.limits[name] ?? NARROW[name];
  return html`
    <div class="mine-field">
      <label class="mine-slider" for="mine-${name}">${t(`mine.speaking.${name}`)}<output for="mine-${name}">${percent(value)}</output></label>
      <input
        id="mine-${name}"
        type="range"
        min=${Math.min(value, Math.max(least, NARROW[name][0]))}
        max=${Math.max(value, Math.min(most, NARROW[name][1]))}
        step="0.05"
        .value=${live(String(value))}
        aria-valuetext=${percent(value)}
        @change=${(event) => page.speak(name, Number(event.target.value))}
      >
    </div>
  `;
};
