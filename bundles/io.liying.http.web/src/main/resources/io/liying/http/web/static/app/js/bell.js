/** The sound of a timer, made by the browser itself: two soft strokes every two seconds, for a minute at the most. */
const STROKES = [
  { at: 0, pitch: 783.99 },
  { at: 0.28, pitch: 1046.5 },
];
const EVERY_MS = 2_000;
const RINGS = 30;

export class Bell {
  #audio = null;
  #timer = 0;
  #left = 0;

  constructor() {
    // Browsers allow sound only after the person has touched the page once.
    const unlock = () => {
      this.#audio ??= this.#newAudio();
      this.#audio?.resume();
    };
    addEventListener('pointerdown', unlock, { once: true });
    addEventListener('keydown', unlock, { once: true });
  }

  get isRinging() {
    return this.#timer !== 0;
  }

  start() {
    this.#left = RINGS;
    if (this.isRinging) return;
    this.#strike();
    this.#timer = setInterval(() => this.#strike(), EVERY_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  #newAudio() {
    return 'AudioContext' in window ? new AudioContext() : null;
  }

  #strike() {
    if (this.#left-- <= 0) {
      this.stop();
      return;
    }
    const audio = this.#audio;
    if (!audio || audio.state !== 'running') return;
    for (const { at, pitch } of STROKES) {
      // A bell: the tone and a fainter one almost three octaves above, both dying away.
      this.#tone(audio, audio.currentTime + at, pitch, 0.22, 1.3);
      this.#tone(audio, audio.currentTime + at, pitch * 2.76, 0.06, 0.5);
    }
  }

  #tone(audio, start, pitch, loudness, length) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(loudness, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}
