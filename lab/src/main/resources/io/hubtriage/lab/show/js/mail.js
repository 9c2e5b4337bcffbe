import { el, languageOf } from './dom.js';

/** Headers a reader looks at first; the others are folded away. */
const FIRST = ['From', 'To', 'Date', 'Subject'];

function headers(list) {
  return el('dl.headers', {}, list.map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

/** No script can run in it, so its height may be read. */
function frame(message) {
  const view = el('iframe', {
    src: `mail/${encodeURIComponent(message.file)}`,
    title: `Mail: ${message.mail.subject}`,
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    load: () => {
      const fit = () => (view.style.height = `${view.contentDocument.documentElement.scrollHeight}px`);
      fit();
      new ResizeObserver(fit).observe(view.contentDocument.body);
    },
  });
  return view;
}

/** A mail: its headers, its HTML part, and its text part behind a switch. */
export function mailed(message) {
  const { mail } = message;
  const text = el('pre.plain', { lang: languageOf(mail.text) }, mail.text);
  const html = mail.html ? frame(message) : null;
  const show = part => {
    text.hidden = part !== 'text';
    if (html) html.hidden = part !== 'html';
    for (const button of buttons) button.setAttribute('aria-pressed', button.value === part);
  };
  const buttons = [['html', 'HTML'], ['text', 'Text']]
    .filter(([part]) => part === 'text' || html)
    .map(([part, label]) =>
      el('button', { type: 'button', value: part, click: () => show(part) }, label));
  show(html ? 'html' : 'text');
  const rest = mail.headers.filter(([name]) => !FIRST.includes(name));
  return el('article.mail', {},
    el('header', {},
      headers(FIRST.flatMap(name => mail.headers.filter(([n]) => n === name))),
      el('div.switch', { role: 'group', 'aria-label': 'Part of the mail' }, buttons)),
    el('details', {}, el('summary', {}, `${rest.length} more headers`), headers(rest)),
    html,
    text);
}
