import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../../../lib/sources/index.ts';
import { sourceMetas } from '../../../lib/sources/meta.ts';
import type { LogConfig, Source } from '../../../lib/sources/source.ts';

const root = new URL('../../../', import.meta.url);

function isSource(value: unknown): value is Source {
  const one = value as Partial<Source> | null;
  return typeof one === 'object' && one !== null && typeof one.id === 'string' && typeof one.origins === 'function' && typeof one.find === 'function';
}

/** Every source that a module of the folder exports, by the module's file name. */
const modules: [file: string, source: Source][] = [];
for (const file of readdirSync(new URL('lib/sources/', root))) {
  if (!file.endsWith('.ts') || file === 'index.ts') continue;
  const exported = Object.values(await import(`../../../lib/sources/${file.replace(/\.ts$/, '')}.ts`));
  for (const source of exported.filter(isSource)) modules.push([file, source]);
}

test('there are sources to check', () => {
  expect(modules.map(([file]) => file)).toContain('otel-jaeger.ts');
});

test.each(modules)('%s follows the conventions', (file, source) => {
  expect(`${source.id}.ts`, `the source in lib/sources/${file} has the id "${source.id}": file name and id must be the same`).toBe(file);
  expect(sources.includes(source), `"${source.id}" was forgotten in the table of lib/sources/index.ts`).toBe(true);
  expect(
    sourceMetas.some(({ id }) => id === source.id),
    `"${source.id}" was forgotten in lib/sources/meta.ts`,
  ).toBe(true);
  expect(
    existsSync(new URL(`test/unit/sources/${source.id}/`, root)),
    `"${source.id}" has no tests: test/unit/sources/${source.id}/ was forgotten`,
  ).toBe(true);
});

test('the table holds nothing that is not a module of its own, and nothing twice', () => {
  const ids = sources.map(({ id }) => id);
  expect(ids.toSorted(), 'every entry of lib/sources/index.ts is a module in lib/sources').toEqual(modules.map(([, { id }]) => id).toSorted());
});

test.each(sourceMetas)('meta of $id names a source and fields that a log has', ({ id, label, fields }) => {
  expect(sources.filter((source) => source.id === id).length, `meta.ts names "${id}", which lib/sources/index.ts does not have`).toBe(1);
  expect(label.trim(), `"${id}" has no label in meta.ts`).not.toBe('');
  const log: Omit<LogConfig, 'id' | 'source'> = { url: '', attribute: '', conversation: '', pattern: '', headers: [], settlingSeconds: 0 };
  for (const field of fields) expect(Object.keys(log), `field "${field.id}" of "${id}" is no field of LogConfig`).toContain(field.id);
});
