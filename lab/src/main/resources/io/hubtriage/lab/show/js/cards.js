import { hostConfig } from './data.js';
import { el, languageOf } from './dom.js';
import { markdown } from './markdown.js';

const configs = new Map();

/** Teams' own colours and sizes for the theme in force. */
async function config() {
  const theme = document.documentElement.dataset.theme;
  if (!configs.has(theme)) configs.set(theme, hostConfig(theme));
  return new AdaptiveCards.HostConfig(await configs.get(theme));
}

function open(action) {
  const url = action.url ?? '';
  if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

/** A card as Teams draws it. */
export async function drawn(content) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = await config();
  card.onExecuteAction = open;
  card.parse(content);
  const frame = el('div.card', { lang: languageOf(JSON.stringify(content)) });
  const node = card.render();
  frame.append(node ?? el('p.empty', {}, 'The renderer refuses this card.'));
  return frame;
}
