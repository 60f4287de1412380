/**
 * The conversation by voice: microphone to the server, LiYing's voice from it. The phases are `off`, `starting`, `listening`
 * (nobody speaks), `hearing` (the person speaks), `thinking` and `speaking`.
 */
import { prefer, preferences } from '../preferences.js';
import { Microphone } from './microphone.js';
import { Player } from './player.js';

const REPORT_MS = 250;

/** What happens when the person speaks while LiYing speaks; the names are the server's. */
export const voiceModes = ['stop_and_listen', 'finish_then_listen', 'push_to_talk'];

export const noVoice = () => ({ phase: 'off', level: 0, words: '', problem: null, mode: preferences.voiceMode, pressed: false });

export class Voice {
  #store;
  #socket;
  #sessionOf;
  #microphone = new Microphone();
  #player = new Player();
  #turn = null;
  #session = null;
  #reports = 0;

  /** `sessionOf()` is the session on show, or null. */
  constructor(store, socket, sessionOf) {
    this.#store = store;
    this.#socket = socket;
    this.#sessionOf = sessionOf;
  }

  get isOn() {
    return this.#store.state.voice.phase !== 'off';
  }

  toggle() {
    return this.isOn ? this.stop() : this.start();
  }

  async start() {
    this.#set({ phase: 'starting', problem: null, words: '' });
    this.#player.open();
    try {
      await this.#microphone.open({
        sound: (frame) => this.#isHeard && this.#socket.sendSound(frame),
        level: (level) => this.#show(level),
      });
    } catch (problem) {
      this.#microphone.close();
      this.#set({ ...noVoice(), problem: problem.name === 'NotAllowedError' ? 'voice.denied' : 'voice.absent' });
      return;
    }
    this.begin();
  }

  /** Tells the server that sound comes now; also after the connection was lost or another session is shown. */
  begin() {
    if (!this.#microphone.isOpen) return;
    const session = this.#sessionOf();
    this.#session = session;
    const { mode } = this.#store.state.voice;
    this.#socket.send({ type: 'voice', action: 'start', mode, ...(session ? { session_id: session } : {}) });
  }

  /** Talks in another manner from now on, one of `voiceModes`. */
  use(mode) {
    prefer({ voiceMode: mode });
    if (this.isOn) this.#socket.send({ type: 'voice', action: 'mode', mode });
    this.#set({ mode, pressed: false });
  }

  /** The button is held: LiYing is quiet and listens until it is let go. */
  press() {
    if (!this.isOn || this.#store.state.voice.pressed) return;
    this.#socket.send({ type: 'played', ms: this.#player.heard });
    this.#socket.send({ type: 'voice', action: 'press' });
    this.#quiet();
    this.#set({ phase: 'listening', pressed: true });
  }

  release() {
    if (!this.#store.state.voice.pressed) return;
    this.#set({ pressed: false });
    this.#socket.send({ type: 'voice', action: 'release' });
  }

  /** With push to talk nothing leaves the page while the button is not held. */
  get #isHeard() {
    const { mode, pressed } = this.#store.state.voice;
    return this.isOn && (mode !== 'push_to_talk' || pressed);
  }

  /** Another session is shown: LiYing listens there. */
  showing(session) {
    if (this.isOn && session !== this.#session) this.begin();
  }

  stop() {
    this.#socket.send({ type: 'voice', action: 'stop' });
    this.#microphone.close();
    this.#quiet();
    this.#set(noVoice());
  }

  /** The person wants LiYing to be quiet. */
  hush() {
    if (this.#store.state.voice.phase !== 'speaking') return;
    this.#socket.send({ type: 'played', ms: this.#player.heard });
    this.#socket.send({ type: 'voice', action: 'hush' });
    this.#quiet();
    this.#set({ phase: 'listening' });
  }

  sound(bytes) {
    if (this.isOn) this.#player.play(bytes);
  }

  /** Takes a server message; false if it is not about the voice. */
  receive(message) {
    switch (message.type) {
      case 'voice_started':
        this.#set({ phase: 'listening' });
        return true;
      case 'speech_started':
        this.#set({ phase: 'hearing', words: '' });
        return true;
      case 'hearing':
        this.#set({ phase: 'hearing', words: message.text });
        return true;
      case 'speech_ended':
        this.#set({ phase: 'thinking' });
        return true;
      case 'transcript':
        this.#set({ phase: 'thinking', words: message.text });
        return true;
      case 'unheard':
      case 'stop_word':
        this.#set({ phase: 'listening', words: '' });
        return true;
      case 'speaking':
        this.#speaking(message);
        return true;
      case 'hush':
        this.#quiet();
        this.#set({ phase: this.#store.state.voice.phase === 'speaking' ? 'listening' : this.#store.state.voice.phase });
        return true;
      case 'spoken':
        return true;
      case 'heard':
        this.#session = message.session_id;
        return false;
      default:
        return this.#problem(message);
    }
  }

  #problem(message) {
    if (message.type !== 'error' || !/^(voice|speech|conversation)\./.test(message.code ?? '')) return false;
    if (this.#store.state.voice.phase === 'starting') this.stop();
    this.#set({ problem: message.detail });
    return true;
  }

  #speaking({ turn_id: turn, sample_rate: rate }) {
    this.#player.begin(rate, turn !== this.#turn);
    this.#turn = turn;
    this.#set({ phase: 'speaking', words: '' });
    clearInterval(this.#reports);
    this.#reports = setInterval(() => this.#report(), REPORT_MS);
  }

  #report() {
    this.#socket.send({ type: 'played', ms: this.#player.heard });
    if (this.#player.isPlaying) return;
    clearInterval(this.#reports);
    if (this.#store.state.voice.phase === 'speaking') this.#set({ phase: 'listening' });
  }

  #quiet() {
    clearInterval(this.#reports);
    this.#player.hush();
    this.#turn = null;
  }

  #set(values) {
    Object.assign(this.#store.state.voice, values);
    this.#store.changed();
  }

  /** The meter moves without painting the page. */
  #show(level) {
    document.getElementById('voice-level')?.style.setProperty('--level', level.toFixed(3));
  }
}
