// The named peer of the benchmark "nlu-accuracy": trains nlp.js on data.json and writes figures.json.
const fs = require('fs');
const { NlpManager } = require('node-nlp');

async function main() {
  const data = JSON.parse(fs.readFileSync('data.json', 'utf8'));
  const manager = new NlpManager({ languages: [data.language], forceNER: false, autoSave: false, nlu: { log: false } });
  for (const [text, intent] of data.train) {
    manager.addDocument(data.language, text, intent === 'oos' ? 'None' : intent);
  }
  const figures = {};
  let begin = process.hrtime.bigint();
  await manager.train();
  figures.train_seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  for (const part of ['valid', 'test']) {
    if (!data[part]) {
      continue;
    }
    let inScope = 0, right = 0, out = 0, refused = 0;
    const intents = new Map();
    const count = (intent, column) => {
      const counts = intents.get(intent) || [0, 0];
      counts[column]++;
      intents.set(intent, counts);
    };
    begin = process.hrtime.bigint();
    for (const [text, intent] of data[part]) {
      const result = await manager.process(data.language, text);
      const chosen = result.intent === 'None' ? 'oos' : result.intent;
      const hit = chosen === intent;
      if (intent === 'oos') {
        out++;
        refused += hit ? 1 : 0;
      } else {
        inScope++;
        right += hit ? 1 : 0;
      }
      count(intent, 1);
      count(chosen, 1);
      if (hit) {
        count(intent, 0);
      }
    }
    figures[part + '_ms_per_text'] = Number(process.hrtime.bigint() - begin) / 1e6 / data[part].length;
    figures[part + '_in_scope_accuracy'] = right / inScope;
    const meant = new Set(data[part].map(([, intent]) => intent));
    figures[part + '_macro_f1'] =
      [...meant].reduce((sum, intent) => sum + 2 * intents.get(intent)[0] / intents.get(intent)[1], 0) / meant.size;
    if (out > 0) {
      figures[part + '_out_of_scope_recall'] = refused / out;
    }
  }
  figures.peak_resident_megabytes = process.resourceUsage().maxRSS / 1024;
  fs.writeFileSync('figures.json', JSON.stringify(figures));
}

main();
