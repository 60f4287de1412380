/**
 * Markdown of an answer as safe elements. HTML in it is shown as text, never run; pictures become links, because the page
 * loads nothing from elsewhere.
 */
import { Marked } from '/lib/marked/marked.esm.js';
import DOMPurify from '/lib/dompurify/purify.es.mjs';
import { t } from './i18n.js';

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ href, text }) => `<a href="${escape(href)}">${escape(text || href)}</a>`,
  },
});

/** A date such as "21. November" at the start of a paragraph is no list. */
function withoutFalseLists(tokens) {
  return tokens.map((token) => {
    if (token.type !== 'list' || !token.ordered || token.items.length > 1 || token.start === 1) return token;
    const text = token.raw.replace(/^(\s*\d+)([.)])/, '$1\\$2').trim();
    return { type: 'paragraph', raw: token.raw, text, tokens: marked.Lexer.lexInline(text) };
  });
}

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName !== 'A') return;
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
});

const RULES = {
  ALLOWED_TAGS: [
    'p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'hr',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input',
  ],
  ALLOWED_ATTR: ['href', 'start', 'align', 'class', 'type', 'checked', 'disabled'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
  RETURN_DOM_FRAGMENT: true,
};

/** The elements for a text; a new fragment each time. */
export function markdown(text) {
  const parsed = marked.parser(Object.assign(withoutFalseLists(marked.lexer(text)), { links: {} }));
  const fragment = DOMPurify.sanitize(parsed, RULES);
  fragment.querySelectorAll('input').forEach((box) => (box.disabled = true));
  fragment.querySelectorAll('pre').forEach((block) => block.append(copyButton(block)));
  fragment.querySelectorAll('table').forEach(scrollable);
  return fragment;
}

function copyButton(block) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-code';
  button.textContent = t('action.copy');
  const code = block.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.trimEnd());
    button.textContent = t('action.copied');
  });
  return button;
}

function scrollable(table) {
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}
