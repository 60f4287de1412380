"""Vocabulary, pronunciations and sentences of a language from its phrases_LANG.txt (de es fr ja zh).

A line "[x] a|b|c" names what {x} stands for in the phrases below it; "word=reading" says how a word is spoken, "[readings]"
holds nothing else. A word's phones are what espeak-ng says of its reading by itself, without stress, length and tone."""
import os, random, re, subprocess

LANG = os.environ["TINY_LANG"]
UNK = "[unk]"
VOICES = dict(de=["de"], es=["es", "es", "es-419"], fr=["fr", "fr", "fr-be", "fr-ch"], ja=["ja"],
              zh=["cmn-latn-pinyin"])[LANG]
# strings of random sounds that are no words: what "[unk]" is made of
SYLLABLES = dict(de="ba krö fin ul mar dos pel tru win gas hup zel", es="ba cri fon ul mar dos pel tru bin gas",
                 fr="ba cri fon ul mar dou pel tru vin gas", ja="か ぬ ほ み ぱ る べ ろ が ぴ ゆ ず",
                 zh="山 马 风 牛 草 鱼 龙 虎 花 树 雨 雪 红 船 门")[LANG].split()

READING, SETS, TEMPLATES = {}, {}, []


def words(text):
    out = []
    for w in text.split():
        w, _, reading = w.partition("=")
        if reading:
            READING[w] = reading
        out.append(w)
    return out


for _line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "phrases_%s.txt" % LANG), encoding="utf-8"):
    _set = re.match(r"\[(\w+)\] (.*)", _line)
    if _set:
        SETS[_set.group(1)] = [words(a) for a in _set.group(2).split("|")]
    elif _line.strip():
        TEMPLATES.append(_line.split())
SETS.pop("readings", None)
WORDS = sorted({w for a in SETS.values() for p in a for w in p} | {w for t in TEMPLATES for w in t if w[0] != "{"})
VOWELS = set()


def reading(word):
    return READING.get(word, word)


def phones(text, voice):
    ipa = subprocess.run(["espeak-ng", "-v", voice, "-q", "--ipa", "--sep=_", text], check=True, capture_output=True,
                         text=True).stdout
    ipa = re.sub(r"\([a-z-]+\)", "", ipa)                        # a change of the language inside a word
    tones = "0-9ɜ" if LANG == "zh" else "0-9"
    found = [re.sub("[ˈˌːˑ\\-‍͡%s]" % tones, "", p) for p in re.split(r"[_\s]+", ipa)]
    found = [p for p in found if p]
    VOWELS.update(p for p in found if re.match("[aeiouyäöüɑɐɒæəɘɚɛɜɔœøʊʌʏɪɨɯ]", p))
    return tuple(found)


LEX = {w: sorted({phones(reading(w), v) for v in set(VOICES)}) for w in WORDS}


def phrase(r):
    out = []
    for t in r.choice(TEMPLATES):
        out += r.choice(SETS[t[1:-1]]) if t[0] == "{" else [t]
    return out


def oov_words():
    r = random.Random(3)
    sounds = {reading(w) for w in WORDS}
    found = {"".join(r.choice(SYLLABLES) for _ in range(r.randint(2, 4))) for _ in range(3000)}
    return sorted(w for w in found if not any(v in w for v in sounds if len(v) > 1))


def sentence(r, oovs):
    x = r.random()
    if x < .5:
        return [(w, True) for w in phrase(r)]
    if x < .84:
        return [(r.choice(WORDS), True) for _ in range(r.randint(1, 6))]
    known = [(w, True) for w in (phrase(r) if r.random() < .5 else [r.choice(WORDS)])] if x < .94 else []
    for _ in range(r.randint(1, 3)):
        known.insert(r.randint(0, len(known)), (r.choice(oovs), False))
    return known
