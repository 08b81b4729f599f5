import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exports } from '../../../lib/exports/index.ts';
import { exportMetas } from '../../../lib/exports/meta.ts';

const modules = globSync('lib/exports/*.ts')
  .map((file) => basename(file, '.ts'))
  .filter((name) => !['index', 'export', 'read', 'bundle', 'meta'].includes(name));

describe('exports', () => {
  it.each(modules)('%s is in the table, under its own name, and has a test', (name) => {
    expect(
      exports.map((one) => one.id),
      `lib/exports/${name}.ts is not in the table of lib/exports/index.ts, or its id is not "${name}"`,
    ).toContain(name);
    expect(existsSync(`test/unit/exports/${name}.test.ts`), `test/unit/exports/${name}.test.ts is missing`).toBe(true);
  });

  // What signs needs the browser's types, so the compiler does not hold these to the core's; this does.
  it.each(globSync('lib/{exports,trail,redaction,verify,words}/**/*.ts'))('%s asks no clock, no chance, no network and no page', (file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`|'[^']*'/g, "''");
    expect(code.match(/\bDate\.now|new Date\(\)|Math\.random|\bfetch\(|\bdocument\.|\bwindow\.|getRandomValues|\bbrowser\./g)).toBeNull();
  });

  it('are all known by their ids where there is no code', () => {
    expect(exportMetas.map((one) => one.id).sort()).toEqual(exports.map((one) => one.id).sort());
  });

  it('has no two formats of one name', () => {
    expect(new Set(exports.map((one) => one.id)).size).toBe(exports.length);
  });
});
