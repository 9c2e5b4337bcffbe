// The subset of Markdown that Teams draws in cards: bold, italic, links, lists, and a backslash
// before what is meant literally. Everything else stays text.

const INLINE =
  /\\([!-/:-@[-`{-~])|\*\*(.+?)\*\*|(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])|\[((?:\\.|[^\]\\])+)\]\((https?:[^)\s]+)\)/g;
const BULLET = /^[-*]\s+/;
const NUMBERED = /^\d+\.\s+/;

const escape = text =>
  text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

function inline(text) {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, literal, bold, italic, label, url] = match;
    html += escape(text.slice(end, match.index));
    if (literal !== undefined) html += escape(literal);
    else if (bold !== undefined) html += `<strong>${inline(bold)}</strong>`;
    else if (italic !== undefined) html += `<em>${inline(italic)}</em>`;
    else html += `<a href="${escape(url)}">${inline(label)}</a>`;
    end = match.index + whole.length;
  }
  return html + escape(text.slice(end));
}

/** Markdown as HTML without anything the text did not ask for. */
export function markdown(text) {
  const blocks = [];
  for (const line of text.split(/\r?\n/)) {
    const list = BULLET.test(line) ? 'ul' : NUMBERED.test(line) ? 'ol' : null;
    const last = blocks.at(-1);
    if (list === null) blocks.push({ list, html: inline(line) });
    else {
      const item = `<li>${inline(line.replace(list === 'ul' ? BULLET : NUMBERED, ''))}</li>`;
      if (last?.list === list) last.html += item;
      else blocks.push({ list, html: item });
    }
  }
  return blocks
    .map(({ list, html }) => (list ? `<${list}>${html}</${list}>` : `<p>${html}</p>`))
    .join('');
}
