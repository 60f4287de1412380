/** Runs beside the page: turns the microphone's samples into frames of 16-bit PCM and tells how loud they are. */
const FRAME_SAMPLES = 512; // 32 ms at 16 kHz

class Capture extends AudioWorkletProcessor {
  #frame = new Int16Array(FRAME_SAMPLES);
  #filled = 0;
  #loudest = 0;

  process([input]) {
    const samples = input[0];
    if (!samples) return true;
    for (const sample of samples) {
      const clipped = Math.max(-1, Math.min(1, sample));
      this.#frame[this.#filled++] = clipped < 0 ? clipped * 0x8000 : clipped * 0x7fff;
      this.#loudest = Math.max(this.#loudest, Math.abs(clipped));
      if (this.#filled === FRAME_SAMPLES) this.#send();
    }
    return true;
  }

  #send() {
    const { buffer } = this.#frame;
    this.port.postMessage({ sound: buffer, level: this.#loudest }, [buffer]);
    this.#frame = new Int16Array(FRAME_SAMPLES);
    this.#filled = 0;
    this.#loudest = 0;
  }
}

registerProcessor('liying-capture', Capture);
