/** The locale's own strings, filled as `browser.i18n.getMessage` fills them, in a fixed zone. */
import { type MessageKey, words } from '../../../components/words.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

export const entries: Record<string, Entry> = messages;

export function translate(key: MessageKey, ...substitutions: string[]): string {
  const entry = entries[key];
  if (!entry) throw new Error(`No string for ${key}.`);
  return entry.message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    const value = content && substitutions[Number(content.slice(1)) - 1];
    if (value === undefined) throw new Error(`${key}: nothing was given for $${name}$.`);
    return value;
  });
}

export const english = words(translate, 'en-GB', 'UTC');
