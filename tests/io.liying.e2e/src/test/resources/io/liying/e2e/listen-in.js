// Writes down when the page sends sound, gets messages, and begins and stops to play.
window.heardInPage = { sent: [], got: [], played: [], stopped: [] };
window.WebSocket = class extends WebSocket {
  constructor(...parts) {
    super(...parts);
    this.addEventListener('message', ({ data }) =>
      heardInPage.got.push([performance.now(), typeof data === 'string' ? JSON.parse(data) : { type: 'sound' }]));
  }
  send(data) {
    if (typeof data !== 'string') {
      const samples = new Int16Array(data.buffer ?? data);
      heardInPage.sent.push([performance.now(), samples.reduce((loudest, each) => Math.max(loudest, Math.abs(each)), 0)]);
    }
    super.send(data);
  }
};
const { start, stop } = AudioBufferSourceNode.prototype;
AudioBufferSourceNode.prototype.start = function (when) {
  heardInPage.played.push(performance.now() + Math.max(0, when - this.context.currentTime) * 1000);
  return start.call(this, when);
};
AudioBufferSourceNode.prototype.stop = function (...when) {
  heardInPage.stopped.push(performance.now());
  return stop.apply(this, when);
};
