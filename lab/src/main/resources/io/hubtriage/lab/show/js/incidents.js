import { el } from './dom.js';
import * as words from './words.js';

function when(incident) {
  const end = incident.resolvedAt;
  return end
    ? `${words.moment(incident.openedAt)} – ${words.moment(end)} UTC · ${words.length(end - incident.openedAt)}`
    : `since ${words.moment(incident.openedAt)} UTC · still open`;
}

function told(incident) {
  const link = m => el('li', {},
    el('a', { href: `#/c/${encodeURIComponent(m.channel)}/${encodeURIComponent(m.file)}` },
      `${words.kind(m.kind)} ${words.clock(m.at)}`));
  const channels = [...new Set(incident.messages.map(m => m.channel))].sort();
  return channels.map(channel =>
    el('div.told', {}, el('span.quiet', {}, channel),
      el('ul.links', {}, incident.messages.filter(m => m.channel === channel).map(link))));
}

function devices(incident) {
  const more = incident.deviceCount - incident.devices.length;
  return el('p.devices', {},
    incident.devices.map(name => [el('code', {}, name), ' ']),
    more > 0 ? el('span.quiet', {}, `and ${words.number(more)} more`) : null);
}

function one(incident, show) {
  return el(`li.incident.${incident.severity}`, { id: `i-${incident.id}` },
    el('header', {},
      el('h3', {}, el(`i.dot.c-${incident.cause}`), words.cause(incident.cause)),
      el(`span.severity.${incident.severity}`, {}, incident.severity),
      el('button.small', { type: 'button', click: () => show(incident),
        'aria-label': `Show ${words.cause(incident.cause)} on the timeline` }, 'On the timeline')),
    el('p.quiet', {}, `${incident.hub} · ${when(incident)}`),
    el('p.evidence', {}, incident.evidence),
    el('details', {},
      el('summary', {}, words.count(incident.deviceCount, 'device')), devices(incident)),
    told(incident));
}

/** The incidents, oldest first, with why and what was told. */
export function incidents(overview, show) {
  const more = overview.incidentCount - overview.incidents.length;
  return el('section.panel', { 'aria-labelledby': 'incidents' },
    el('h2', { id: 'incidents' }, 'Incidents'),
    more > 0 ? el('p.quiet', {}, `The newest ${overview.incidents.length}; the report has ${more} older ones too.`) : null,
    overview.incidents.length === 0 ? el('p.empty', {}, 'No incident so far.') : null,
    el('ol.incidents', {}, overview.incidents.map(i => one(i, show))));
}
