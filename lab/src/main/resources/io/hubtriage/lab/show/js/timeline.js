import { Chart } from './chart.js';
import * as data from './data.js';
import { el } from './dom.js';
import * as words from './words.js';

/** So many hubs are drawn; the others are chosen from a list. */
const AT_ONCE = 1;
const MARGIN = 20 * 60;

/**
 * A hub's disconnects per minute by cause over its connectedDeviceCount, and its incidents below.
 * @returns {Promise<{node: Node|null, show: (incident: object) => void}>}
 */
export async function timelines(overview) {
  if (overview.hubs.length === 0) return { node: null, show: () => {} };
  const troubled = new Set(overview.incidents.map(i => i.hub));
  let hub = (overview.hubs.find(h => troubled.has(h.name)) ?? overview.hubs[0]).name;
  const place = el('div.chart');
  const whole = el('button.small', { type: 'button', hidden: '', click: () => draw() }, 'Whole time');
  const choice = el('select', { 'aria-label': 'Hub', change: () => ((hub = choice.value), draw()) },
    overview.hubs.map(h => el('option', {}, h.name)));
  choice.value = hub;
  const range = el('p.quiet', { role: 'status' });

  async function draw(from, to) {
    const line = await data.timeline({ hub, ...(from ? { from: Math.floor(from), to: Math.ceil(to) } : {}) });
    whole.hidden = !from;
    range.textContent = `${words.moment(line.start)} – ${words.moment(line.start + line.bin * line.bins)} UTC, `
      + `a step is ${words.length(line.bin)}, heights are square roots. Drag over the chart to look closer.`;
    const of = overview.incidents.filter(i => i.hub === hub);
    place.replaceChildren(new Chart(line, of, draw).node);
  }

  async function show(incident) {
    if (incident.hub !== hub) choice.value = hub = incident.hub;
    const end = incident.resolvedAt ?? incident.openedAt + 3600;
    await draw(incident.openedAt - MARGIN * 3, end + MARGIN);
    section.scrollIntoView({ block: 'start' });
    whole.focus({ preventScroll: true });
  }

  const section = el('section.panel', { 'aria-labelledby': 'timeline' },
    el('header', {},
      el('h2', { id: 'timeline' }, 'Timeline'),
      overview.hubs.length > AT_ONCE ? choice : el('span.quiet', {}, hub), whole),
    place, range);
  await draw();
  return { node: section, show };
}
