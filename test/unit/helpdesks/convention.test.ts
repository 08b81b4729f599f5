/** Adding a helpdesk is one module, one table line, one line of meta, one folder of pages. What was forgotten is said in a sentence. */
import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { helpdesks } from '../../../lib/helpdesks/index.ts';
import * as meta from '../../../lib/helpdesks/meta.ts';

/** What the members share. */
const SHARED = ['helpdesk.ts', 'index.ts', 'meta.ts', 'text.ts', 'dom.ts'];
const lib = new URL('../../../lib/helpdesks/', import.meta.url);
const modules = readdirSync(lib)
  .filter((file) => file.endsWith('.ts') && !SHARED.includes(file))
  .map((file) => file.replace('.ts', ''));

const pagesOf = (id: string): string[] => {
  const folder = new URL(`./${id}/`, import.meta.url);
  return existsSync(folder) ? readdirSync(folder) : [];
};

const forgotten = [
  ...modules
    .filter((id) => !helpdesks.some((one) => one.id === id))
    .map((id) => `lib/helpdesks/${id}.ts is not in the table of lib/helpdesks/index.ts.`),
  ...helpdesks
    .filter(({ id }) => !modules.includes(id))
    .map(({ id }) => `The helpdesk "${id}" has no module of its name: file name and id must be the same.`),
  ...helpdesks
    .filter(({ id }) => !meta.helpdesks.some((one) => one.id === id))
    .map(({ id }) => `The helpdesk "${id}" is not in lib/helpdesks/meta.ts.`),
  ...meta.helpdesks
    .filter(({ id }) => !helpdesks.some((one) => one.id === id))
    .map(({ id }) => `lib/helpdesks/meta.ts names "${id}", which is not in the table.`),
  ...helpdesks
    .filter(({ id }) => !pagesOf(id).some((file) => file.endsWith('.html')))
    .map(({ id }) => `test/unit/helpdesks/${id} has no saved page.`),
];

it('every helpdesk has its module, its table line, its meta and its saved pages', () => {
  expect(modules.length).toBeGreaterThan(0);
  expect(forgotten).toEqual([]);
});
