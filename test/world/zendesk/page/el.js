/** `el('p', { class: 'x' }, 'text', child)`: an element with attributes and children; text is always text. */
export function el(tag, attributes = {}, ...children) {
  const svg = tag === 'svg' || tag === 'path';
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const icon = (path, attributes = {}) => el('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true', ...attributes }, el('path', { d: path }));

export const getJson = async (path) => (await fetch(path, { headers: { accept: 'application/json' } })).json();

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** "2 hours ago" */
export function ago(iso) {
  const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
  return Math.abs(minutes) < 60 ? relative.format(minutes, 'minute') : relative.format(Math.round(minutes / 60), 'hour');
}

export const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
