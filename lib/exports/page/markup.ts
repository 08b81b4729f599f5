/** HTML as text, in which everything that is not ours is escaped. Pure. */

/** A piece of HTML: what is in it was escaped where it came from elsewhere. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Value = Markup | string | number | null | undefined | false | readonly Value[];

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Stand around a reading in an opened trail, until it is written as HTML. */
export const READING = { open: '\uE000', close: '\uE001' };

/** What would be invisible, or turn the writing round, is shown as a box; readings are marked as such. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] as string)
    .replaceAll(/(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu, '\uFFFD')
    .replaceAll(READING.open, '<span class="reading">')
    .replaceAll(READING.close, '</span>');

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.html;
  return Array.isArray(value) ? value.map(written).join('') : escaped(String(value));
}

export const html = (strings: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(strings.reduce((text, string, i) => text + written(values[i - 1]) + string));

/** What was said, recorded, judged or decided: a mark before each line. */
export type Standing = 'asserted' | 'recorded' | 'judged' | 'decided';
