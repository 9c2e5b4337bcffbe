import { el } from './dom.js';
import { incidents } from './incidents.js';
import { noise } from './noise.js';
import { timelines } from './timeline.js';
import * as words from './words.js';

function tile(value, name, note) {
  return el('li', {}, el('b', {}, value), el('span', {}, name), el('small', {}, note));
}

/** From rows to messages in four numbers. */
function numbers(overview) {
  const rows = overview.causes.reduce((sum, c) => sum + c.rows, 0);
  const harmless = overview.causes.filter(c => c.benign).reduce((sum, c) => sum + c.rows, 0);
  const messages = overview.channels.reduce((sum, c) => sum + c.messages, 0);
  const devices = overview.incidents.filter(i => !i.resolvedAt).length;
  return el('ul.numbers', {},
    tile(words.number(rows), 'disconnect and error rows', words.count(overview.hubs.length, 'hub')),
    tile(words.share(harmless, rows), 'explained as harmless', `${words.number(harmless)} rows that need nobody`),
    tile(words.number(overview.incidentCount), overview.incidentCount === 1 ? 'incident' : 'incidents',
      devices === 0 ? 'all resolved' : `${words.number(devices)} still open`),
    tile(words.number(messages), messages === 1 ? 'message' : 'messages',
      overview.channels.map(c => `${c.name} ${words.number(c.messages)}`).join(' · ') || 'no channel yet'));
}

function span(hubs) {
  if (hubs.length === 0) return 'Nothing was analysed here yet; messages appear as they arrive.';
  const first = Math.min(...hubs.map(h => h.first));
  const last = Math.max(...hubs.map(h => h.last));
  const names = hubs.length <= 3 ? hubs.map(h => h.name).join(', ') : words.count(hubs.length, 'hub');
  return `${names} · ${words.moment(first)} – ${words.moment(last)} UTC · ${words.length(last - first)}`;
}

/** Everything at a glance. */
export async function glance(overview) {
  const charts = await timelines(overview);
  return el('div.overview', {},
    el('header.title', {}, el('h1', {}, 'Why devices disconnected'), el('p.quiet', {}, span(overview.hubs))),
    numbers(overview),
    charts.node,
    el('div.columns', {},
      incidents(overview, charts.show),
      overview.causes.length > 0 ? noise(overview.causes) : null));
}
