/** Who may import whom. The table is the house's plan: an edge that it does not name is an error with a sentence. */
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A place is named by a path prefix (folders end with `/`); the longest that fits counts. `node` is Node's own modules. */
const PLACES: Record<string, readonly string[]> = {
  'lib/model.ts': ['lib/model/'],
  'lib/model/': ['lib/model/'],
  'lib/id.ts': ['lib/model.ts', '@noble/hashes'],
  'lib/days.ts': ['lib/model.ts'],
  'lib/policy-version.ts': ['lib/model.ts'],
  'lib/colour.ts': ['lib/model.ts'],
  'lib/open.ts': ['lib/model.ts', 'lib/colour.ts'],
  'lib/protocol.ts': ['lib/model.ts', 'lib/sources/source.ts'],
  'lib/browser.ts': ['webextension-polyfill'],
  'lib/wire.ts': ['lib/model.ts', 'lib/protocol.ts', 'lib/browser.ts'],
  'lib/settings-schema.ts': ['lib/model.ts', 'lib/sources/source.ts', 'valibot'],
  'lib/settings-lookup.ts': ['lib/model.ts', 'lib/settings-schema.ts', 'lib/sources/source.ts'],
  'lib/settings.ts': ['lib/model.ts', 'lib/settings-schema.ts', 'lib/settings-lookup.ts', 'lib/browser.ts'],
  'lib/seal.ts': ['lib/model.ts', 'canonicalize', '@noble/hashes'],
  'lib/trail/': ['lib/model.ts', 'lib/seal.ts', 'lib/trail/', 'valibot'],
  'lib/cut.ts': ['lib/model.ts', 'lib/seal.ts'],
  'lib/store/': ['lib/model.ts', 'lib/seal.ts', 'lib/trail/', 'lib/cut.ts', 'lib/store/', 'dexie'],
  'lib/helpdesks/': ['lib/model.ts', 'lib/id.ts', 'lib/helpdesks/'],
  'lib/nesting.ts': ['lib/model.ts'],
  'lib/sources/': ['lib/model.ts', 'lib/nesting.ts', 'lib/sources/'],
  'lib/actions/': ['lib/model.ts', 'lib/actions/'],
  'lib/claims/': ['lib/model.ts', 'lib/id.ts', 'lib/actions/', 'lib/claims/'],
  'lib/match.ts': ['lib/model.ts', 'lib/actions/', 'lib/claims/', 'lib/rules/rule.ts', 'lib/match/'],
  'lib/match/': ['lib/model.ts', 'lib/nesting.ts', 'lib/actions/', 'lib/claims/', 'lib/rules/rule.ts', 'lib/match/'],
  'lib/rules/': ['lib/model.ts', 'lib/id.ts', 'lib/actions/', 'lib/claims/', 'lib/match.ts', 'lib/match/', 'lib/rules/'],
  'lib/judge.ts': ['lib/model.ts', 'lib/rules/'],
  'lib/judging.ts': ['lib/model.ts', 'lib/match.ts', 'lib/rules/', 'lib/judge.ts'],
  'lib/audit.ts': [
    'lib/model.ts',
    'lib/id.ts',
    'lib/nesting.ts',
    'lib/actions/',
    'lib/claims/',
    'lib/match.ts',
    'lib/match/',
    'lib/rules/',
    'lib/judging.ts',
  ],
  'lib/words/verification.ts': ['lib/model.ts', 'lib/trail/', 'lib/verify/', 'lib/words/'],
  'lib/words/': ['lib/model.ts', 'lib/colour.ts', 'lib/open.ts', 'lib/words/', 'public/_locales/en/messages.json'],
  'lib/redaction/': ['lib/model.ts', 'lib/seal.ts', 'lib/redaction/'],
  // Runs in the exported page.
  'lib/page-script/': ['lib/trail/', 'lib/page-script/'],
  'lib/exports/': [
    'lib/model.ts',
    'lib/actions/',
    'lib/match/tool.ts',
    'lib/colour.ts',
    'lib/seal.ts',
    'lib/trail/',
    'lib/words/',
    'lib/exports/',
    '@noble/hashes',
    'fflate',
  ],
  'lib/verify/': ['lib/model.ts', 'lib/audit.ts', 'lib/seal.ts', 'lib/trail/', 'lib/words/', 'lib/exports/', 'lib/verify/', 'valibot', 'fflate'],
  'components/': ['lib/model.ts', 'lib/protocol.ts', 'lib/exports/meta.ts', 'lib/colour.ts', 'lib/open.ts', 'lib/words/', 'components/', 'preact'],
  'components/workbench/': ['lib/model.ts', 'lib/exports/meta.ts', 'lib/verify/', 'lib/words/', 'components/', 'preact'],
  // The options page's forms are drawn from the seams' tables and checked by the settings' own schema; all of it pure.
  'components/options/': [
    'lib/model.ts',
    'lib/days.ts',
    'lib/policy-version.ts',
    'lib/protocol.ts',
    'lib/settings-schema.ts',
    'lib/settings-lookup.ts',
    'lib/sources/source.ts',
    'lib/helpdesks/meta.ts',
    'lib/words/',
    'components/',
    'preact',
  ],
  'entrypoints/ticket.content/': ['lib/model.ts', 'lib/protocol.ts', 'lib/wire.ts', 'lib/helpdesks/', 'entrypoints/ticket.content/', 'wxt'],
  'entrypoints/sidepanel/': ['lib/', 'components/', 'entrypoints/sidepanel/', 'preact'],
  'entrypoints/workbench/': ['lib/', 'components/', 'entrypoints/workbench/', 'preact', 'virtual:page-script'],
  'entrypoints/options/': ['lib/', 'components/', 'entrypoints/options/', 'preact'],
  'entrypoints/background/': ['lib/', 'entrypoints/background/', 'valibot', 'wxt', 'virtual:page-script'],
  // The bench's second half runs in the browser of the tests.
  'bin/bench.ts': ['bin/', 'node', 'test/bench/'],
  'bin/': ['lib/', 'bin/', 'node', 'vite', 'valibot', '@valibot/to-json-schema', 'protobufjs', '@opentelemetry/otlp-transformer'],
};

/** Edges that a wide permission above would allow and that are forbidden all the same; a table's `meta.ts` is free of code. */
const NEVER: Record<string, readonly string[]> = {
  'entrypoints/sidepanel/': [
    'lib/store/write.ts',
    'lib/sources/',
    'lib/audit.ts',
    'lib/claims/',
    'lib/rules/',
    'lib/match',
    'lib/judge.ts',
    'lib/judging.ts',
    'lib/exports/',
    'lib/helpdesks/',
  ],
  'entrypoints/workbench/': ['lib/store/write.ts', 'lib/store/erase.ts', 'lib/sources/', 'lib/helpdesks/'],
  'entrypoints/options/': ['lib/store/', 'lib/audit.ts', 'lib/claims/', 'lib/rules/', 'lib/match', 'lib/judge.ts', 'lib/judging.ts', 'lib/exports/'],
  'entrypoints/background/': ['lib/helpdesks/index.ts', 'lib/helpdesks/request-tracker.ts', 'lib/helpdesks/zendesk.ts'],
  'bin/': ['lib/store/', 'lib/browser.ts', 'lib/wire.ts', 'lib/settings.ts', 'lib/helpdesks/'],
};

const files = globSync(['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'bin/**/*.ts']).map((file) =>
  file.replaceAll('\\', '/'),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom\s+|^import\s+|\bimport\()\s*'([^']+)'/gm)].map((match) => match[1] as string);

/** A relative import as a path from the root; a package as its name; Node's own modules as `node`. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const within = (path: string, place: string) =>
  path === place || (place.endsWith('/') && path.startsWith(place)) || (place === 'lib/match' && path.startsWith(place));
const placeOf = (file: string): string | undefined =>
  Object.keys(PLACES)
    .filter((place) => within(file, place))
    .sort((a, b) => b.length - a.length)[0];

describe('boundaries', () => {
  it('finds the source files', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s stands in a place of the plan and imports only what its place may', (file) => {
    const place = placeOf(file);
    expect(place, `${file} is in no place of the table in test/unit/boundaries.test.ts: say there what it may import`).toBeDefined();
    const wrong = importsOf(file)
      .map((specifier) => target(file, specifier))
      .filter(
        (to) =>
          !PLACES[place!]!.some((allowed) => within(to, allowed)) ||
          (!to.endsWith('/meta.ts') && (NEVER[place!] ?? []).some((never) => within(to, never))),
      )
      .filter((to) => !(to.endsWith('.css') && to.startsWith('components/')) && !to.endsWith('.css'));
    expect(wrong, `${place} may not import ${wrong.join(', ')}`).toEqual([]);
  });
});
