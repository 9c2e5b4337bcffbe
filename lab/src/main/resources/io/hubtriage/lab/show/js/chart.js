import uPlot from '../lib/uPlot.js';
import { colour, el } from './dom.js';
import * as words from './words.js';

const HIGH = 200;
const METRIC_HIGH = 112;

/** Both charts leave the same room for their numbers, so that times stand below each other. */
const AXIS = 52;

/** Half of the last time's name stands out to the right. */
const EDGE = 20;

/** The causes of a stack from the bottom up: what needs nobody is the floor. */
const ORDER = [
  'sas-token-renewal', 'planned-reconnect', 'platform-upgrade', 'unknown', 'connection-lost',
  'keep-alive-timeout', 'throttled', 'crash-loop', 'duplicate-identity', 'authentication-failure',
  'site-outage', 'hub-transient',
];

/** Generous: an average letter of a lane's name, and its distance from the bar. */
const LETTER = 7;
const GAP = 8;

/** Counts a reader knows at sight, for a scale of square roots. */
const MARKS = [1, 5, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];

const utc = seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC');

function axes(values) {
  const look = { stroke: colour('--quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
  return [
    { ...look, space: 70, values: [
      [86400, '{D} {MMM}', null, null, null, null, null, null, 1],
      [60, '{HH}:{mm}', '\n{D} {MMM}', null, '\n{D} {MMM}', null, null, null, 1],
    ] },
    { ...look, size: AXIS, space: 36, values },
  ];
}

/** A picture of some hours of one hub; drawn anew when its width or the theme changes. */
export class Chart {
  /**
   * @param line the server's timeline
   * @param incidents of this hub
   * @param zoom called with the seconds between which to look closer
   */
  constructor(line, incidents, zoom) {
    this.line = line;
    this.incidents = incidents;
    this.zoom = zoom;
    this.causes = ORDER.filter(cause => line.causes?.[cause]);
    this.hidden = new Set();
    this.times = Array.from({ length: line.bins }, (_, i) => line.start + i * line.bin);
    this.tip = el('div.tip', { hidden: '' });
    this.canvas = el('div.canvas', { role: 'img', 'aria-label': this.described() });
    this.lanes = el('div.lanes', { role: 'list', 'aria-label': 'Incidents on the timeline' });
    this.node = el('div', {}, this.legend(), this.canvas, this.lanes);
    this.plots = [];
    const draw = () => this.node.isConnected && this.draw();
    new ResizeObserver(draw).observe(this.node);
    document.addEventListener('theme', draw);
  }

  /** For those who do not see it; the tables below say the same in full. */
  described() {
    const sum = cause => this.line.causes[cause].reduce((a, b) => a + b, 0);
    return `Disconnect and error rows per minute: ${this.causes
      .map(cause => `${words.cause(cause)} ${words.number(sum(cause))}`).join(', ')}`;
  }

  legend() {
    return el('ul.legend', {}, [...this.causes].reverse().map(cause =>
      el('li', {}, el('button', { type: 'button', 'aria-pressed': 'true', click: event => {
        const shown = this.hidden.delete(cause) || !this.hidden.add(cause);
        event.currentTarget.setAttribute('aria-pressed', shown);
        this.draw();
      } }, el(`i.dot.c-${cause}`), words.cause(cause)))));
  }

  draw() {
    this.plots.forEach(plot => plot.destroy());
    this.canvas.replaceChildren();
    const width = this.node.clientWidth;
    const cursor = { sync: { key: 'hub' }, drag: { x: true, y: false }, points: { show: false } };
    this.plots = [new uPlot(this.rows(width, cursor), this.stacked(), this.canvas)];
    if (this.line.average) {
      this.plots.push(new uPlot(this.metric(width, cursor),
        [this.times, this.line.average, this.line.minimum], this.canvas));
    }
    this.canvas.append(this.tip,
      el('span.caption', {}, 'rows per minute'),
      this.line.average ? el('span.caption.low', {}, 'connectedDeviceCount') : '');
    this.drawLanes();
  }

  /**
   * Rows per minute, each cause on top of those before it; the highest is drawn first. Heights are
   * square roots: an outage has a hundred times the rows of a calm minute, and both are to be seen.
   */
  stacked() {
    const sums = new Array(this.line.bins).fill(0);
    const layers = this.causes.map(cause => {
      if (!this.hidden.has(cause)) {
        this.line.causes[cause].forEach((rows, i) => (sums[i] += (rows * 60) / this.line.bin));
      }
      return sums.map(Math.sqrt);
    });
    return [this.times, ...layers.reverse()];
  }

  rows(width, cursor) {
    const path = uPlot.paths.stepped({ align: 1 });
    return {
      width, height: HIGH, tzDate: utc, cursor, legend: { show: false }, padding: [8, EDGE, 0, 0],
      axes: axes((_, ticks) => ticks.map(t => words.number(t * t))).map((axis, i) =>
        i === 0 ? axis : { ...axis, splits: (_, __, ___, most) => this.marks(most) }),
      scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] } },
      series: [{}, ...[...this.causes].reverse().map(cause =>
        ({ fill: colour(`--c-${cause}`), width: 0, paths: path, points: { show: false } }))],
      hooks: { setSelect: [plot => this.select(plot)], setCursor: [plot => this.point(plot)] },
    };
  }

  /** The marks that stand far enough apart. */
  marks(most) {
    const apart = (22 * most) / HIGH;
    const roots = MARKS.map(Math.sqrt).filter(root => root <= most);
    return roots.reduceRight((kept, root) =>
      kept.length === 0 || kept[0] - root >= apart ? [root, ...kept] : kept, []);
  }

  metric(width, cursor) {
    const stroke = colour('--metric');
    return {
      width, height: METRIC_HIGH, tzDate: utc, cursor, legend: { show: false }, padding: [26, EDGE, 0, 0],
      axes: axes((_, ticks) => ticks.map(t => words.number(t))).map((axis, i) =>
        i === 0 ? { ...axis, size: 8, values: (_, ticks) => ticks.map(() => '') } : axis),
      scales: { y: { range: (_, least, most) => [Math.floor(least - 1), Math.ceil(most + 1)] } },
      series: [{},
        { stroke, width: 1.5, points: { show: false } },
        { stroke: colour('--metric-low'), width: 1, points: { show: false } }],
      hooks: { setSelect: [plot => this.select(plot)] },
    };
  }

  select(plot) {
    const { left, width } = plot.select;
    if (width > 8) this.zoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  }

  /** What there was at the pointer. */
  point(plot) {
    const i = plot.cursor.idx;
    this.tip.hidden = i === null || i === undefined || plot.cursor.left < 0;
    if (this.tip.hidden) return;
    const at = this.times[i];
    const found = [...this.causes].reverse().filter(c => !this.hidden.has(c) && this.line.causes[c][i] > 0);
    const connected = this.line.average?.[i];
    this.tip.replaceChildren(
      el('b', {}, `${words.moment(at)} – ${words.clock(at + this.line.bin)} UTC`),
      ...found.map(c => el('span', {}, el(`i.dot.c-${c}`), `${words.cause(c)} ${words.number(this.line.causes[c][i])}`)),
      connected === null || connected === undefined ? '' : el('span.quiet', {}, `${words.number(Math.round(connected))} connected`));
    const room = this.node.clientWidth - this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(0, Math.min(room, plot.cursor.left + AXIS + 14))}px`;
  }

  /** Each incident as a bar from where it was opened to its end; a press looks closer. */
  drawLanes() {
    const from = this.line.start;
    const to = from + this.line.bin * this.line.bins;
    const wide = this.node.clientWidth - AXIS - EDGE;
    const x = seconds => Math.max(0, Math.min(wide, ((seconds - from) / (to - from)) * wide));
    const seen = this.incidents.filter(i => i.openedAt < to && (i.resolvedAt ?? to) >= from);
    this.lanes.style.margin = `0 ${EDGE}px 0 ${AXIS}px`;
    this.lanes.replaceChildren(...seen.map(incident => {
      const left = x(incident.openedAt);
      const width = Math.max(4, x(incident.resolvedAt ?? to) - left);
      const label = `${words.cause(incident.cause)} · ${words.count(incident.deviceCount, 'device')}`;
      const bar = el(`i.c-${incident.cause}`);
      bar.style.left = `${left}px`;
      bar.style.width = `${width}px`;
      const name = el('span', {}, label);
      const room = label.length * LETTER + GAP;
      const after = left + width + room < wide;
      const before = left > room;
      if (after) name.style.left = `${left + width + GAP}px`;
      else if (before) name.style.right = `${wide - left + GAP}px`;
      return el('div', { role: 'listitem' }, el(after || before ? 'button.lane' : 'button.lane.over', { type: 'button',
        title: `${label}, ${words.moment(incident.openedAt)} – ${incident.resolvedAt ? words.moment(incident.resolvedAt) : 'open'} UTC`,
        click: () => this.zoom(incident.openedAt - 3600, (incident.resolvedAt ?? to) + 1200) }, bar, name));
    }));
  }
}
