/** Plays 16-bit PCM as it arrives, stops at once, and knows how much of it was heard. */
const LEAD_SECONDS = 0.03;

export class Player {
  #context = null;
  #rate = 22_050;
  #sources = new Set();
  #played = [];
  #until = 0;

  /** Browsers let sound begin after the person has touched the page; so this is called when a button is pressed. */
  open() {
    this.#context ??= new AudioContext({ latencyHint: 'interactive' });
    this.#context.resume();
  }

  get isPlaying() {
    return this.#sources.size > 0;
  }

  /** What comes next belongs to a new speech, or goes on with the one before. */
  begin(rate, isNew) {
    this.#rate = rate;
    if (isNew) this.#played = [];
  }

  play(bytes) {
    const samples = new Int16Array(bytes);
    if (!this.#context || !samples.length) return;
    const buffer = this.#context.createBuffer(1, samples.length, this.#rate);
    const channel = buffer.getChannelData(0);
    samples.forEach((sample, index) => (channel[index] = sample / 0x8000));
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#context.destination);
    const start = Math.max(this.#context.currentTime + LEAD_SECONDS, this.#until);
    this.#until = start + buffer.duration;
    this.#played.push({ start, duration: buffer.duration });
    this.#sources.add(source);
    source.onended = () => this.#sources.delete(source);
    source.start(start);
  }

  hush() {
    this.#sources.forEach((source) => source.stop());
    this.#sources.clear();
    this.#until = 0;
    this.#played = [];
  }

  /** Milliseconds of the present speech that were heard. */
  get heard() {
    const now = this.#context?.currentTime ?? 0;
    const seconds = this.#played.reduce((sum, { start, duration }) => sum + Math.max(0, Math.min(now - start, duration)), 0);
    return Math.round(seconds * 1000);
  }
}
