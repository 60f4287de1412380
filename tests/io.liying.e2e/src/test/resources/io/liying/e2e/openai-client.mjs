// What programs that were written for OpenAI's service do with sound, with OpenAI's own client, unchanged.
import { createReadStream } from 'node:fs';
import OpenAI, { toFile } from 'openai';

const [address, apiKey, recording] = process.argv.slice(2);
const client = new OpenAI({ baseURL: new URL('/v1', address).href, apiKey });
const file = () => createReadStream(recording);
const audio = client.audio;

const transcription = await audio.transcriptions.create({ file: file(), model: 'whisper-1', language: 'en' });
const verbose = await audio.transcriptions.create({
  file: file(),
  model: 'whisper-1',
  response_format: 'verbose_json',
  timestamp_granularities: ['word'],
});
const events = [];
for await (const event of await audio.transcriptions.create({ file: file(), model: 'whisper-1', stream: true })) {
  events.push(event.type);
}
const translation = await audio.translations.create({ file: file(), model: 'whisper-1' });
const speech = await audio.speech.create({
  model: 'tts-1',
  voice: 'alloy',
  input: 'The timer is set for five minutes.',
  response_format: 'wav',
});
const sound = Buffer.from(await speech.arrayBuffer());
const usual = await audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'Set a timer for five minutes.' });
const mp3 = Buffer.from(await usual.arrayBuffer());
const heardAgain = await audio.transcriptions.create({
  file: await toFile(mp3, 'speech.mp3'),
  model: 'whisper-1',
  language: 'en',
  response_format: 'verbose_json',
});
const opus = await audio.speech.create({
  model: 'tts-1',
  voice: 'alloy',
  input: 'What time is it?',
  response_format: 'opus',
});
const opusHeard = await audio.transcriptions.create({
  file: await toFile(Buffer.from(await opus.arrayBuffer()), 'speech.opus'),
  model: 'whisper-1',
  language: 'en',
});
const pcm = await audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'Yes.', response_format: 'pcm' });
let refused = '';
try {
  await audio.speech.create({ model: 'tts-1', voice: 'alloy', input: '' });
} catch (problem) {
  refused = `${problem.constructor.name} ${problem.status}`;
}
console.log(
  JSON.stringify({
    text: transcription.text,
    words: verbose.words?.map(({ word }) => word),
    events: [...new Set(events)],
    translation: translation.text,
    sound: sound.subarray(0, 4).toString('latin1'),
    seconds: Math.round((sound.length - 44) / 2 / sound.readUInt32LE(24)),
    usual: usual.headers.get('content-type'),
    frame: mp3.readUInt16BE(0) >= 0xffe0,
    heardAgain: heardAgain.duration,
    opus: opusHeard.text,
    pcmRate: pcm.headers.get('x-sample-rate'),
    refused,
  }),
);
