import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exports } from '../../../lib/exports/index.ts';

const modules = globSync('lib/exports/*.ts')
  .map((file) => basename(file, '.ts'))
  .filter((name) => !['index', 'export'].includes(name));

describe('exports', () => {
  it.each(modules)('%s is in the table, under its own name, and has a test', (name) => {
    expect(
      exports.map((one) => one.id),
      `lib/exports/${name}.ts is not in the table of lib/exports/index.ts, or its id is not "${name}"`,
    ).toContain(name);
    expect(existsSync(`test/unit/exports/${name}.test.ts`), `test/unit/exports/${name}.test.ts is missing`).toBe(true);
  });

  it('has no two formats of one name', () => {
    expect(new Set(exports.map((one) => one.id)).size).toBe(exports.length);
  });
});
