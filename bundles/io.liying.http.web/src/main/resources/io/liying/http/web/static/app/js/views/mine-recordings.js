/** The part of a person's own data with what she said by voice, as sound. */
import { html, live, nothing, repeat } from '../lit.js';
import { days, fullDate, htmlLanguage, seconds, t } from '../i18n.js';
import { icon } from './icons.js';
import { confirmView, headView } from './mine-parts.js';

export const recordingsView = (page) => {
  const { recordings } = page;
  const { kept, shown, sound } = recordings;
  return html`
    ${headView('recordings', 'microphone', kept.length)}
    <p class="mine-note">${t('mine.recordings.lead')}</p>
    ${choiceView(page)}
    <p class="mine-note" role="status">${statusOf(recordings)}</p>
    ${kept.length
      ? html`
          <ul class="mine-list" aria-labelledby="mine-recordings-title">${repeat(kept.slice(0, shown), ({ id }) => id, (recording) => recordingView(recording, page))}</ul>
          <div class="mine-doings">
            ${kept.length > shown ? html`<button class="link" type="button" data-do="more-recordings" @click=${() => recordings.showMore()}>${t('sessions.more')}</button>` : nothing}
            <button class="link is-grave" type="button" data-ask="recordings" @click=${() => page.ask('recordings')}>${t('mine.recordings.all')}</button>
          </div>
        `
      : nothing}
    ${page.asked === 'recordings' ? confirmView(page, t('mine.recordings.all.ask', { count: kept.length }), t('mine.recordings.all'), () => page.removeRecordings()) : nothing}
    ${sound ? html`<audio autoplay .src=${sound} @pause=${(event) => isHeard(event, recordings) && recordings.stop()} @error=${(event) => isHeard(event, recordings) && page.unplayable()}></audio>` : nothing}
  `;
};

/** A player that was taken away pauses, too, when another one plays already. */
const isHeard = ({ target }, { sound }) => target.src === sound;

const choiceView = (page) => {
  const { recordings } = page;
  const { choices, days: chosen, wanted } = recordings;
  return html`
    <div class="mine-fields">
      <div class="mine-field">
        <label for="mine-recordings">${t('mine.recordings.keep')}</label>
        <select id="mine-recordings" data-ask="days" .value=${live(String(chosen))} @change=${(event) => page.keepRecordings(Number(event.target.value))}>
          ${choices.map((value) => html`<option value=${value} ?selected=${value === chosen}>${value ? days(value) : t('mine.recordings.never')}</option>`)}
        </select>
      </div>
    </div>
    ${page.asked === 'days'
      ? confirmView(page, t('mine.recordings.fewer.ask', { days: days(wanted), count: recordings.olderThan(wanted) }), t('mine.recordings.fewer'), () => page.keepRecordings(wanted, true))
      : nothing}
  `;
};

function statusOf({ days: chosen, kept }) {
  if (chosen) return t(kept.length ? 'mine.recordings.on' : 'mine.recordings.on.none', { days: days(chosen) });
  return t(kept.length ? 'mine.recordings.off' : 'mine.recordings.off.none');
}

const recordingView = (recording, page) => {
  const { id, at, language, seconds: length } = recording;
  const { recordings } = page;
  const plays = recordings.playing === id;
  const text = recording.text || t('mine.recording.wordless');
  return html`
    <li class="mine-item" data-recording=${id}>
      <button class="tool is-small" type="button" data-do=${plays ? 'stop' : 'play'} aria-label=${t(plays ? 'mine.recording.stop' : 'mine.recording.play', { text })} @click=${() => (plays ? recordings.stop() : page.playRecording(id))}>
        ${icon(plays ? 'stop' : 'play')}
      </button>
      <span class="mine-text mine-recording">
        <span lang=${recording.text && language ? htmlLanguage(language) : nothing}>${text}</span>
        <small><time datetime=${at}>${fullDate(new Date(at))}</time> · ${seconds(length)}</small>
      </span>
      <button class="tool is-small" type="button" data-ask=${id} aria-label=${t('mine.recording.delete', { text })} title=${t('action.delete')} @click=${() => page.ask(id)}>
        ${icon('remove')}
      </button>
      ${page.asked === id ? confirmView(page, t('mine.recording.ask'), t('action.delete'), () => page.removeRecording(id)) : nothing}
    </li>
  `;
};
