/** One badge: a small button with a sign and a few words, which belongs to a quote. */
import type { Mark } from '../../lib/protocol.ts';
import { pointAt } from './paint.ts';

/** Never colour alone: each has its sign, of letters that every font has. */
export const SIGNS: Record<Mark['colour'], string> = { red: '×', amber: '?', grey: '–' };
const ABOUT_TICKET = '!';

export function makeButton(document: Document, name: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  // The page may be written from the right: our words have a direction of their own.
  button.dir = 'auto';
  button.addEventListener('click', (event) => {
    // The host's page has no part in it, and a script's click is no person's.
    event.stopPropagation();
    if (event.isTrusted) onPress();
  });
  return button;
}

const span = (document: Document, name: string, text: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
};

/** @param range where its quote stands now. */
export function makeBadge(document: Document, mark: Mark, range: () => Range, onPress: () => void): HTMLButtonElement {
  const button = makeButton(document, `badge ${mark.colour}`, onPress);
  button.title = mark.label;
  button.setAttribute('aria-label', `${mark.label}: “${mark.quote}”`);
  button.append(span(document, 'sign', mark.about === 'ticket' ? ABOUT_TICKET : SIGNS[mark.colour]), span(document, 'label', mark.label));
  for (const type of ['pointerenter', 'focus']) button.addEventListener(type, () => pointAt(range()));
  for (const type of ['pointerleave', 'blur']) button.addEventListener(type, () => pointAt(null));
  return button;
}
