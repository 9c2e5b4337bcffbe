import { el } from './dom.js';
import * as words from './words.js';

/** How many disconnects each cause explains, and how many messages somebody had to read for it. */
export function noise(causes) {
  const all = causes.reduce((sum, c) => sum + c.rows, 0);
  const most = Math.max(1, ...causes.map(c => c.rows));
  const row = c => {
    const bar = el('span.length', { class: `length c-${c.cause}` });
    bar.style.width = `${Math.max(0.4, (100 * c.rows) / most)}%`;
    return el('tr', {},
      el('th', { scope: 'row', title: c.cause }, el(`i.dot.c-${c.cause}`), words.cause(c.cause)),
      el('td.bars', { 'aria-hidden': 'true' }, bar),
      el('td.n', {}, words.number(c.rows)),
      el('td.n.optional', {}, words.share(c.rows, all)),
      el('td.n', {}, c.messages > 0 ? words.number(c.messages) : el('span.quiet', {}, c.benign ? 'none' : '0')));
  };
  const group = (title, note, list) =>
    list.length === 0 ? null :
      el('tbody', {},
        el('tr.group', {}, el('th', { colspan: 5, scope: 'rowgroup' }, title, el('span.quiet', {}, note))),
        list.map(row));
  const harmless = causes.filter(c => c.benign);
  return el('section.panel', { 'aria-labelledby': 'noise' },
    el('h2', { id: 'noise' }, 'What was noise'),
    el('table.noise', {},
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, 'Cause'), el('td.bars'),
        el('th.n', { scope: 'col' }, 'Rows'), el('th.n.optional', { scope: 'col' }, 'Share'),
        el('th.n', { scope: 'col' }, 'Messages'))),
      group('Explained as harmless', 'nobody is told, the daily digest counts them', harmless),
      group('Needs somebody', 'one incident per cause, told where it belongs', causes.filter(c => !c.benign))));
}
