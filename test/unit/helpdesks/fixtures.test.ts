/** Every helpdesk reads its saved pages as their JSON says. A page without its JSON, or the reverse, is a failure. */
import { readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import type { Get } from '../../../lib/helpdesks/helpdesk.ts';
import { helpdesks } from '../../../lib/helpdesks/index.ts';
import { readText } from '../../../lib/helpdesks/text.ts';
import type { TicketPage } from '../../../lib/model.ts';

interface Fixture {
  /** What it shows, as a sentence. */
  about: string;
  url: string;
  /** Answers by path; all other paths answer 404. */
  api: Record<string, { status: number; body: unknown }>;
  /** The page that is read, without its ticket. */
  expected: Omit<TicketPage, 'ticket'>;
}

for (const helpdesk of helpdesks) {
  const folder = new URL(`./${helpdesk.id}/`, import.meta.url);
  const names = [...new Set(readdirSync(folder).map((file) => file.replace(/\.(html|json)$/, '')))];
  describe(helpdesk.id, () => {
    for (const name of names) {
      const { about, url, api, expected }: Fixture = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
      it(`${name}: ${about}`, async () => {
        const window = new Window({ url });
        window.document.write(readFileSync(new URL(`${name}.html`, folder), 'utf8'));
        const document = window.document as unknown as Document;
        const get: Get = async (path) => api[path] ?? { status: 404, body: null };
        const shown = helpdesk.match(new URL(url), document);
        if (!shown) throw new Error(`${url} is no ticket of ${helpdesk.id}`);
        const { ticket } = shown;
        const { page, bodies } = await helpdesk.read(document, ticket, { get, pause: async () => {} });
        expect(page).toEqual({ ticket, ...expected });
        for (const message of page.messages.filter(({ text }) => text !== '')) expect(readText(bodies.get(message.id)!)).toBe(message.text);
      });
    }
  });
}
