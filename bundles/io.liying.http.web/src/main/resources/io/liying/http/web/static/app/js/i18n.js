/** The texts of the page in seven languages, and dates and numbers as the language writes them. */
import { preferences } from './preferences.js';

/** The languages by their own names, in the order of the menu. */
export const LANGUAGES = {
  ko: '한국어',
  en: 'English',
  zh: '中文',
  ja: '日本語',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
};

let texts = {};
let language = 'en';
let locale = 'en';
let formats = new Map();

/** The language of the page, two letters. */
export const currentLanguage = () => language;

/** Loads the preferred language's texts, or those of the browser's first language that is one of the seven. */
export async function loadLanguage() {
  const wanted = preferences.language in LANGUAGES ? preferences.language : browserLanguage();
  const answer = await fetch(`/app/i18n/${wanted}.json`);
  if (!answer.ok) throw new Error(`texts for ${wanted}: ${answer.status}`);
  texts = await answer.json();
  language = wanted;
  locale = navigator.languages.find((tag) => base(tag) === wanted) ?? wanted;
  formats = new Map();
  document.documentElement.lang = htmlLanguage(wanted);
}

/** A tag for `lang` attributes; Chinese says its script, so that the right shapes of characters are taken. */
export const htmlLanguage = (code) => (code === 'zh' ? 'zh-Hans' : code);

function browserLanguage() {
  return navigator.languages.map(base).find((code) => code in LANGUAGES) ?? 'en';
}

const base = (tag) => tag.toLowerCase().split('-')[0];

/** The text of a key; `{name}` in it is replaced by the value of that name. An unknown key shows itself. */
export function t(key, values) {
  const text = texts[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** The text of a key, or the fallback where there is none: for names that come from skills. */
export const textOr = (key, fallback) => texts[key] ?? fallback;

function format(kind, options, make) {
  const name = kind + JSON.stringify(options);
  if (!formats.has(name)) formats.set(name, make(options));
  return formats.get(name);
}

const dateFormat = (options) => format('date', options, (o) => new Intl.DateTimeFormat(locale, o));
const numberFormat = (options) => format('number', options, (o) => new Intl.NumberFormat(locale, o));

export const timeOfDay = (date) => dateFormat({ timeStyle: 'short' }).format(date);
export const fullDate = (date) => dateFormat({ dateStyle: 'long', timeStyle: 'short' }).format(date);
/** A share of one; what is little is not shown as nothing. */
export function percent(value) {
  const format = numberFormat({ style: 'percent', maximumFractionDigits: 0 });
  return value > 0 && value < 0.005 ? `< ${format.format(0.01)}` : format.format(value);
}

/** Milliseconds with two significant digits below ten and none after the point above. */
export function milliseconds(value) {
  const digits = value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return numberFormat({ style: 'unit', unit: 'millisecond', unitDisplay: 'short', ...digits }).format(value);
}

/** A number of days, in words: `30 days`. */
export const days = (value) => numberFormat({ style: 'unit', unit: 'day', unitDisplay: 'long' }).format(value);

/** A short time in seconds with one digit after the point: `2.3 sec`. */
export const seconds = (value) => numberFormat({ style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);

/** A size in megabytes. */
export const megabytes = (bytes) =>
  numberFormat({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(bytes / 2 ** 20);

/** Today, yesterday, or the date; the year only if it is another one. */
export function day(date, now = new Date()) {
  const days = dayDistance(date, now);
  if (days === 0 || days === 1) {
    const relative = format('relative', {}, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
    return capital(relative.format(-days, 'day'));
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return dateFormat({ day: 'numeric', month: 'long', weekday: 'long', ...year }).format(date);
}

/** The time if it was today, else the short date. */
export function shortWhen(date, now = new Date()) {
  if (dayDistance(date, now) === 0) return timeOfDay(date);
  return dateFormat({ day: 'numeric', month: 'short' }).format(date);
}

/** How many midnights lie between two moments. */
export function dayDistance(date, now = new Date()) {
  const midnight = (moment) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((midnight(now) - midnight(date)) / 86_400_000);
}

export function languageName(code) {
  if (!code) return '';
  try {
    const names = format('names', {}, () => new Intl.DisplayNames(locale, { type: 'language' }));
    return capital(names.of(code));
  } catch {
    return code;
  }
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
