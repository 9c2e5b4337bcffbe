import { conversation } from './conversation.js';
import * as data from './data.js';
import { el } from './dom.js';
import { glance } from './overview.js';
import * as words from './words.js';

const EVERY = 2000;
const GROUPS = [['teams', 'Teams'], ['mail', 'E-mail'], ['webhook', 'Webhook']];

const main = document.getElementById('main');
const rail = document.getElementById('rail');
const live = document.getElementById('live');
let overview;
let shown;

/** Where the address points: the overview, a channel, or a message of a channel. */
function place() {
  const [, view, channel, file] = location.hash.split('/').map(decodeURIComponent);
  return view === 'c' ? { channel: channel ?? '', file: file ?? '' } : { channel: null, file: '' };
}

function drawRail() {
  const { channel } = place();
  const link = (href, text, current, number) =>
    el('a', { href, 'aria-current': current ? 'page' : null }, el('span', {}, text),
      number === null ? null : el('span.n', {}, words.number(number)));
  const groups = GROUPS.map(([format, title]) => {
    const channels = overview.channels.filter(c => c.format === format);
    return channels.length === 0 ? null : el('div.group', {}, el('h2', {}, title),
      channels.map(c => link(`#/c/${encodeURIComponent(c.name)}`,
        format === 'teams' ? `# ${c.name}` : c.name, c.name === channel, c.messages)));
  });
  rail.replaceChildren(link('#/', 'Overview', channel === null, null), ...groups.filter(g => g),
    ...(overview.report ? [el('a.report', { href: 'report.html', target: '_blank' }, 'Report ↗')] : []));
  document.getElementById('where').textContent = overview.folder;
}

async function view() {
  const { channel, file } = place();
  document.title = channel === null ? 'HubTriage' : `${channel} \u2013 HubTriage`;
  if (channel === null) return { node: await glance(overview) };
  const found = overview.channels.find(c => c.name === channel);
  return found
    ? conversation(found, file)
    : { node: el('p.empty', {}, `There is no channel ${channel} so far.`) };
}

async function draw() {
  try {
    drawRail();
    shown = await view();
    main.replaceChildren(shown.node);
  } catch (failure) {
    main.replaceChildren(el('p.empty', { role: 'alert' }, `This cannot be shown: ${failure.message}`));
  }
}

/** Another view begins at its top, or at the message it is about. */
async function move() {
  await draw();
  const message = document.getElementById(place().file);
  if (message) {
    message.scrollIntoView({ block: 'start' });
    message.focus({ preventScroll: true });
  } else scrollTo(0, 0);
}

/** A conversation grows at its end; the overview is drawn anew where the reader is. */
async function update() {
  if (shown?.grow) {
    drawRail();
    await shown.grow();
    return;
  }
  const top = scrollY;
  await draw();
  scrollTo({ top, behavior: 'instant' });
}

/** Looks whether something changed. */
async function look() {
  try {
    const now = await data.version();
    live.textContent = 'Live';
    live.className = 'live on';
    if (now !== overview.version) {
      overview = await data.overview();
      await update();
    }
  } catch {
    live.textContent = 'Not running';
    live.className = 'live off';
  }
  setTimeout(look, document.hidden ? 5 * EVERY : EVERY);
}

async function start() {
  try {
    overview = await data.overview();
  } catch (failure) {
    main.replaceChildren(el('p.empty', { role: 'alert' }, `This folder cannot be read: ${failure.message}`));
    return;
  }
  addEventListener('hashchange', move);
  document.addEventListener('theme', () => place().channel !== null && draw());
  await move();
  document.documentElement.dataset.ready = 'true';
  look();
}

document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
start();
