/**
 * An element. Text is only ever set as text, so nothing a log says can become markup.
 * @param {string} name tag and classes: "p.quiet"
 * @param {Record<string, unknown>} attributes functions become listeners; null leaves one out
 * @param {...(Node|string|number|null|Array)} children
 */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null));
  return node;
}

/** The language of a text, as far as its letters tell: kana are Japanese. */
export const languageOf = text => (/[\u3041-\u30ff]/.test(text) ? 'ja' : 'en');

/** The theme's value of a custom property, such as "--line". */
export const colour = name =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
