// The page has no origin: it asks LiYing's app, by message, to call the plugin's own REST resource.
const words = {"en": ["Roll", "Dice", "Sides"], "de": ["Würfeln", "Würfel", "Seiten"], "fr": ["Lancer", "Dés", "Faces"], "es": ["Tirar", "Dados", "Caras"], "ko": ["굴리기", "주사위 수", "면의 수"], "ja": ["振る", "個数", "面の数"], "zh": ["掷", "骰子数", "面数"]};
const query = new URLSearchParams(location.search);
const language = words[query.get('language')] ? query.get('language') : 'en';
const [roll, dice, sides] = words[language];
const waiting = new Map();
let keys = 0;

addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.liying !== 'answer') return;
  waiting.get(data.key)?.(data);
  waiting.delete(data.key);
});

function ask(path, method, body) {
  return new Promise((resolve) => {
    const key = ++keys;
    waiting.set(key, resolve);
    parent.postMessage({ liying: 'fetch', key, path, method, body }, '*');
  });
}

const part = (id) => document.getElementById(id);

async function show() {
  const answer = await ask('rolls', 'GET');
  if (answer.status !== 200) return;
  part('rolls').replaceChildren(...JSON.parse(answer.body).rolls.map(({ eyes, total }) => {
    const item = document.createElement('li');
    item.textContent = eyes.length > 1 ? `${eyes.join(' + ')} = ${total}` : total;
    return item;
  }));
}

document.documentElement.lang = language;
document.documentElement.classList.toggle('dark', query.get('theme') === 'dark');
part('roll').textContent = roll;
part('dice-label').textContent = dice;
part('sides-label').textContent = sides;
// a form is not submitted here: the frame may run scripts and nothing else
async function rollNow() {
  if (!part('table').reportValidity()) return;
  const answer = await ask('rolls', 'POST', { dice: Number(part('dice').value), sides: Number(part('sides').value) });
  part('problem').textContent = answer.status === 200 ? '' : JSON.parse(answer.body || '{}').detail ?? '';
  await show();
}
part('roll').addEventListener('click', rollNow);
part('table').addEventListener('keydown', ({ key, target }) => key === 'Enter' && target !== part('roll') && rollNow());
show();
