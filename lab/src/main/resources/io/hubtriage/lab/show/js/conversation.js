import { drawn } from './cards.js';
import * as data from './data.js';
import { el } from './dom.js';
import { mailed } from './mail.js';
import * as words from './words.js';

const WHAT = { teams: 'Teams channel', mail: 'E-mail', webhook: 'Webhook' };

async function body(message) {
  if (message.format === 'card') return drawn(message.card);
  if (message.format === 'mail') return mailed(message);
  return el('pre.plain.json', { tabindex: 0 }, message.text);
}

/** A message as a chat shows it: who, when, what for, and what was said. */
async function said(message) {
  const kind = message.kind || 'other';
  return el('li.message', { id: message.file, tabindex: -1 },
    el('img.avatar', { src: 'mark.svg', alt: '', width: 32, height: 32 }),
    el('div.said', {},
      el('p.byline', {},
        el('b', {}, 'HubTriage'),
        el('time', { datetime: new Date(message.at * 1000).toISOString() },
          `${words.clock(message.at)} UTC`),
        el(`span.kind.${kind}`, {}, words.kind(message.kind)),
        el('a.raw', { href: `notices/${encodeURIComponent(message.file)}`, target: '_blank',
          title: 'The message byte for byte' }, words.size(message.bytes))),
      await body(message)));
}

/** The messages of a page with a line wherever a day begins. */
async function listed(messages, before) {
  const items = [];
  let day = before;
  for (const message of messages) {
    const today = words.longDay(message.at);
    if (today !== day) items.push(el('li.day', {}, el('span', {}, today)));
    day = today;
    items.push(await said(message));
  }
  return items;
}

/**
 * One channel's conversation, oldest first, the newest page of it.
 * @param {{name: string, format: string, messages: number}} channel
 * @param {string} file the message to show; "" for none
 * @returns {Promise<{node: Node, grow: () => Promise<void>}>}
 */
export async function conversation(channel, file) {
  const around = file ? { around: file } : {};
  let page = await data.messages({ channel: channel.name, ...around });
  const list = el('ol.messages', {}, await listed(page.messages, ''));
  const earlier = el('button.more', { type: 'button', click: older }, 'Earlier messages');
  const later = el('a.more', { href: `#/c/${encodeURIComponent(channel.name)}` }, 'Newest messages');
  earlier.hidden = page.start === 0;
  later.hidden = page.end === page.total;

  async function older() {
    const before = await data.messages({ channel: channel.name, before: page.start });
    const last = before.messages.at(-1);
    const first = list.querySelector('.day');
    if (last && first?.textContent === words.longDay(last.at)) first.remove();
    list.prepend(...(await listed(before.messages, '')));
    page = { ...page, start: before.start };
    earlier.hidden = page.start === 0;
  }

  /** Adds what has come since, and leaves the rest where it is. */
  async function grow() {
    const newest = await data.messages({ channel: channel.name });
    later.hidden = page.end === page.total;
    if (!later.hidden) return;
    const shown = new Set([...list.querySelectorAll('.message')].map(item => item.id));
    const last = page.messages.at(-1);
    list.append(...(await listed(newest.messages.filter(m => !shown.has(m.file)),
      last ? words.longDay(last.at) : '')));
    page = { ...newest, start: Math.min(page.start, newest.start) };
    total.textContent = words.count(page.total, 'message');
  }

  const total = el('span', {}, words.count(page.total, 'message'));
  const node = el('section.conversation', {},
    el('header.title', {},
      el('h1', {}, channel.format === 'teams' ? `# ${channel.name}` : channel.name),
      el('p.quiet', {}, `${WHAT[channel.format]} · `, total, channel.format === 'teams'
        ? ' · drawn by Microsoft\u2019s card renderer with its Teams host configuration' : null)),
    earlier, list, later);
  return { node, grow };
}
