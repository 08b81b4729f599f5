import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf } from '../../../lib/exports/bundle.ts';
import { exports } from '../../../lib/exports/index.ts';
import { redact } from '../../../lib/redaction/index.ts';
import { newSigner, type Signer } from '../../../lib/seal.ts';
import { judgeAgain } from '../../../lib/verify/again.ts';
import { holds, verifyExport } from '../../../lib/verify/index.ts';
import { ecdsaSigner, meansWith } from '../exports/means.ts';
import { type Kept, newStore, trailFor } from '../trail/a-trail.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskcheck-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

let kept: Kept;
let means: Awaited<ReturnType<typeof meansWith>>;
let files: Record<string, Uint8Array>;
let zip: Uint8Array;

async function filesOf({ trail, signer }: Kept): Promise<Record<string, Uint8Array>> {
  const all: Record<string, Uint8Array> = {};
  for (const one of exports) all[`t.${one.extension}`] = strToU8(await one.render(trail, await meansWith(signer)));
  return all;
}

beforeAll(async () => {
  kept = await trailFor('story');
  means = await meansWith(kept.signer);
  files = await filesOf(kept);
  zip = await bundleOf(files, means.at, kept.signer);
  for (const [name, bytes] of Object.entries({ ...files, 't.zip': zip })) writeFileSync(at(name), bytes);
});

describe('a zip of exports', () => {
  const verify = (bytes: Uint8Array, expected: string[] = []) => verifyExport('t.zip', bytes, expected, means);

  it('holds with every file in it, and is the same for the same files', async () => {
    const report = await verify(zip, [kept.signer.key.id]);
    expect(holds(report)).toBe(true);
    expect(report).toMatchObject({
      kind: 'bundle',
      files: Object.keys(files)
        .sort()
        .map((name) => ({ name })),
    });
    expect(await bundleOf(files, means.at, kept.signer)).toEqual(zip);
  });

  it('names what in it cannot be verified by itself: its manifest alone speaks for it', async () => {
    const report = await verify(zip);
    const listed = report.broken === null ? (report.files ?? []).filter((one) => one.kind === 'listed').map((one) => one.name) : [];
    expect(listed).toEqual(['t.cases.jsonl', 't.csv', 't.langfuse.jsonl', 't.langsmith.jsonl', 't.openai-evals.jsonl', 't.promptfoo.json']);
  });

  const changed = (change: (all: Record<string, Uint8Array>) => unknown) => {
    const all = unzipSync(zip);
    change(all);
    return zipSync(all);
  };
  const tamperings: [string, () => Uint8Array, string][] = [
    ['a file changed', () => changed((all) => Object.assign(all, { 't.csv': strToU8('nothing found') })), 'other-bytes'],
    ['a file added', () => changed((all) => Object.assign(all, { 'more.csv': strToU8('x') })), 'not-in-manifest'],
    ['a file left out', () => changed((all) => void delete all['t.csv']), 'not-in-zip'],
    ['the manifest left out', () => changed((all) => void delete all['manifest.json']), 'no-manifest'],
    [
      'a name struck from the manifest',
      () =>
        changed((all) => {
          const manifest = JSON.parse(new TextDecoder().decode(all['manifest.json']));
          manifest.files.pop();
          all['manifest.json'] = strToU8(JSON.stringify(manifest));
        }),
      'manifest-signature',
    ],
    ['a byte of the zip changed', () => zip.with(60, zip[60]! ^ 1), ''],
    ['its end cut off', () => zip.slice(0, -30), 'no-zip'],
  ];
  it.each(tamperings)('does not hold with %s', async (_, make, why) => {
    const report = await verify(make());
    expect(holds(report)).toBe(false);
    if (why) expect(report.broken).toMatchObject({ why });
  });

  it('that unpacks to more than a machine holds is refused before it is unpacked', async () => {
    const bomb = zipSync(
      { 'manifest.json': strToU8('{}'), a: new Uint8Array(400_000_000), b: new Uint8Array(400_000_000), c: new Uint8Array(400_000_000) },
      { level: 9 },
    );
    expect((await verify(bomb)).broken).toMatchObject({ why: 'no-zip' });
  });
});

describe('npm run verify', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('node', ['bin/verify.ts', ...args], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };

  it('ends with 0 where all holds and the key is the one that was given', () => {
    const { status, said } = run(at('t.json'), at('t.html'), at('t.intoto.json'), at('t.zip'), '--key', kept.signer.key.id);
    expect(said).toContain(`Signed by ${kept.signer.key.id}, as expected.`);
    expect(said).toContain('2 of 2 judgements come out the same');
    expect(status).toBe(0);
  });

  it('ends with 3 without a key, and says why', () => {
    const { status, said } = run(at('t.json'));
    expect(said).toContain(`signed by key ${kept.signer.key.id}, whose owner this file cannot prove`);
    expect(status).toBe(3);
  });

  it('ends with 1 where something does not hold, and names the first event that does not and how', () => {
    const file = JSON.parse(new TextDecoder().decode(files['t.json']));
    file.events.splice(2, 1);
    writeFileSync(at('dropped.json'), JSON.stringify(file));
    const { status, said } = run(at('dropped.json'), '--key', kept.signer.key.id);
    expect(said).toContain('dropped.json: Event 2 stands in the wrong place: it says that it is number 3, and stands as 2.');
    expect(status).toBe(1);
    expect(run(at('t.json'), '--key', 'A'.repeat(43))).toMatchObject({
      status: 1,
      said: expect.stringContaining('is not the key that was asked for'),
    });
    expect(run(at('t.csv'))).toMatchObject({ status: 1, said: expect.stringContaining('none that Deskcheck writes') });
  });

  it('ends with 2 where it cannot be run', () => {
    expect(run()).toMatchObject({ status: 2, said: expect.stringContaining('Usage:') });
    expect(run(at('not-there.json'))).toMatchObject({ status: 2, said: expect.stringContaining('cannot be read') });
    expect(run(at('t.json'), '--key', 'short')).toMatchObject({ status: 2, said: expect.stringContaining('is no fingerprint') });
  });
});

const signers: [string, () => Promise<Signer>][] = [
  ['Ed25519', newSigner],
  ['ECDSA on P-256', ecdsaSigner],
];
describe.each(signers)('docs/check-trail.sh, with base64 and openssl alone, a trail signed by %s', (name, makeSigner) => {
  let text: string;
  let signer: Signer;
  const check = (changed: string, ...args: string[]) => {
    const file = at(`${name}.json`);
    writeFileSync(file, changed);
    const { status, stdout, stderr } = spawnSync('bash', ['docs/check-trail.sh', file, ...args], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  beforeAll(async () => {
    signer = await makeSigner();
    const other = await trailFor('awaiting approval', undefined, newStore(), signer);
    text = new TextDecoder().decode((await filesOf({ ...other, trail: redact(other.trail, []).trail }))['t.json']);
  });

  it('holds, also where texts were taken out', () => {
    expect(check(text, signer.key.id)).toMatchObject({ status: 0, said: expect.stringContaining('8 events hold') });
    expect(check(text)).toMatchObject({ status: 3 });
  });

  const lines = (change: (all: string[]) => void) => {
    const all = text.split('\n');
    change(all);
    return all.join('\n');
  };
  const tamperings: [string, () => string][] = [
    ['a text changed', () => text.replace('I cancelled in August', 'I never cancelled')],
    ['a byte of a payload', () => text.replace(/("payload": ")(.{40})(.)/, (_, a, b, c) => a + b + (c === 'A' ? 'B' : 'A'))],
    ['a signature', () => text.replace(/("signature": ")(.{10})(.)/, (_, a, b, c) => a + b + (c === 'A' ? 'B' : 'A'))],
    ['the end left out', () => lines((all) => all.splice(all.indexOf('  "end": {'), 4))],
    [
      'an event left out',
      () =>
        lines((all) => {
          const from = all.indexOf('    {', all.indexOf('  "events": ['));
          all.splice(from, all.indexOf('    },', from) - from + 1);
        }),
    ],
  ];
  it.each(tamperings)('does not hold after %s', (_, change) => {
    const changed = change();
    expect(changed).not.toBe(text);
    expect(check(changed)).toMatchObject({ status: 1 });
  });

  it('does not hold for another key', () => {
    expect(check(text, 'A'.repeat(43))).toMatchObject({ status: 1, said: expect.stringContaining('it is signed by') });
  });
});

it('docs/check-trail.sh has no more than 60 lines, and names no program but a shell’s, base64 and openssl', () => {
  expect(Number(execFileSync('wc', ['-l', 'docs/check-trail.sh'], { encoding: 'utf8' }).split(' ')[0])).toBeLessThanOrEqual(60);
});

describe('a judgement', () => {
  it('comes out the same from what the trail holds, and not where a word of it was another', async () => {
    expect(judgeAgain(kept.trail)).toEqual({ judgements: 2, same: 2, not: { engine: 0, redacted: 0, cut: 0 } });
    const changed = structuredClone(kept.trail);
    // Digests aside: what is judged is what the texts say.
    for (const content of Object.values(changed.contents)) content.bytes = content.bytes.replace('"unsupported"', '"supported"');
    expect(judgeAgain(changed).same).toBe(1);
  });

  it('is not made again where texts were taken out', () => {
    expect(judgeAgain(redact(kept.trail, []).trail).not).toMatchObject({ redacted: 2 });
  });
});
