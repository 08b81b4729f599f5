/** The extension's own words, for the command-line doors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const entries = JSON.parse(readFileSync(join(import.meta.dirname, '../public/_locales/en/messages.json'), 'utf8')) as Record<string, Entry>;

/** As `browser.i18n.getMessage`; the key itself where it is missing. */
export function t(key: string, ...values: string[]): string {
  const entry = entries[key];
  if (!entry) return key;
  return entry.message.replaceAll(/\$(\w+)\$/g, (whole, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    return content ? (values[Number(content.slice(1)) - 1] ?? '') : whole;
  });
}
