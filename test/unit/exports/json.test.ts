import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { trailSchema } from '../../../bin/schema.ts';
import { json } from '../../../lib/exports/json.ts';
import { lastRecord, readTrail, verifyFile } from '../../../lib/trail/index.ts';
import { trailFor } from '../trail/a-trail.ts';
import { meansWith } from './means.ts';

it('gives the trail whole: read again, all of it holds and opens to the same judgement', async () => {
  const { trail, record, signer } = await trailFor('story');
  const text = await json.render(trail, await meansWith(signer));
  expect(await verifyFile(text, [signer.key.id])).toMatchObject({
    whole: { keys: [signer.key.id], expected: true, end: { count: trail.events.length } },
  });
  expect(readTrail(text)).toEqual(trail);
  expect(lastRecord(readTrail(text))).toEqual(record);
});

it('has its schema in docs, as the code has it: `npm run schema` writes it', () => {
  expect(readFileSync('docs/trail.schema.json', 'utf8')).toBe(trailSchema());
});

it('is what docs/trail.schema.json says, and nothing else is', async () => {
  const { trail, signer } = await trailFor('story');
  const file = JSON.parse(await json.render(trail, await meansWith(signer)));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync('docs/trail.schema.json', 'utf8')));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  for (const wrong of [
    { ...file, extra: 1 },
    { ...file, format: 'deskcheck-trail/2' },
    { ...file, events: [{ ...file.events[0], hash: 'short' }] },
  ])
    expect(validate(wrong)).toBe(false);
  const { end: _, ...endless } = file;
  expect(validate(endless)).toBe(false);
});
