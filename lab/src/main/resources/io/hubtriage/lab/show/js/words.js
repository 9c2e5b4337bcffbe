// Numbers, times and names as the page writes them: English, UTC.

const utc = options => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const CLOCK = utc({ hour: '2-digit', minute: '2-digit' });
const DAY = utc({ day: 'numeric', month: 'short' });
const LONG_DAY = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const NUMBER = new Intl.NumberFormat('en-GB');

const date = seconds => new Date(seconds * 1000);
export const clock = seconds => CLOCK.format(date(seconds));
export const day = seconds => DAY.format(date(seconds));
export const longDay = seconds => LONG_DAY.format(date(seconds));
export const moment = seconds => `${day(seconds)} ${clock(seconds)}`;
export const number = value => NUMBER.format(value);
export const count = (value, noun) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Rounding never claims all or nothing: 9,999 of 10,000 are >99.9 %. */
export function share(part, whole) {
  if (whole === 0 || part === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (100 * part) / whole;
  if (percent >= 99.95) return '>99.9 %';
  return percent < 0.05 ? '<0.1 %' : `${percent.toFixed(1)} %`;
}

/** The two largest units that matter. */
export function length(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [large, small, units] =
    minutes < 48 * 60
      ? [Math.floor(minutes / 60), minutes % 60, ['h', 'min']]
      : [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), ['d', 'h']];
  return `${large} ${units[0]}${small === 0 ? '' : ` ${small} ${units[1]}`}`;
}

export const size = bytes => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} KB`);

const CAUSES = {
  'sas-token-renewal': 'SAS token renewal',
  'planned-reconnect': 'Planned reconnect',
  'platform-upgrade': 'Platform upgrade',
  'connection-lost': 'Connection lost',
  'keep-alive-timeout': 'Keep-alive timeout',
  'crash-loop': 'Crash loop',
  'authentication-failure': 'Authentication failure',
  'duplicate-identity': 'Duplicate identity',
  'hub-transient': 'Hub fault',
  'site-outage': 'Site outage',
  throttled: 'Throttled',
  unknown: 'Unknown',
};
export const cause = code => CAUSES[code] ?? code;

const KINDS = {
  opened: 'New',
  grew: 'Grew',
  upgraded: 'Cause found',
  reminder: 'Still going on',
  resolved: 'Resolved',
  digest: 'Daily digest',
  summary: 'Summary',
};
export const kind = code => KINDS[code] ?? (code || 'Message');
