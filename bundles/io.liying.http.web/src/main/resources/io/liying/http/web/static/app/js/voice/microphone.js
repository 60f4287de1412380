/** The microphone as frames of 16-bit PCM at 16 kHz, with the browser's echo cancellation. */
const RATE = 16_000;

export class Microphone {
  #stream = null;
  #context = null;

  get isOpen() {
    return this.#stream !== null;
  }

  /** Asks for the microphone; the listeners are `sound(ArrayBuffer)` and `level(0 to 1)`. */
  async open({ sound, level }) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
    });
    const context = new AudioContext({ sampleRate: RATE, latencyHint: 'interactive' });
    this.#stream = stream;
    this.#context = context;
    await context.audioWorklet.addModule('/app/js/voice/capture-worklet.js');
    const capture = new AudioWorkletNode(context, 'liying-capture', { numberOfOutputs: 0, channelCount: 1 });
    capture.port.onmessage = ({ data }) => {
      level(data.level);
      sound(data.sound);
    };
    context.createMediaStreamSource(stream).connect(capture);
    await context.resume();
  }

  close() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#context?.close();
    this.#stream = null;
    this.#context = null;
  }
}
