import { expect, it } from 'vitest';
import { json } from '../../../lib/exports/json.ts';
import type { Trail } from '../../../lib/model.ts';
import { newSalt, newSigner } from '../../../lib/seal.ts';
import { sealEvent, verifyTrail } from '../../../lib/trail.ts';

it('gives the trail whole: read again, its chain still holds', async () => {
  const signer = await newSigner();
  const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
  const forced = {
    kind: 'gate',
    outcome: 'forced',
    reviewer: 'Zoë "Z" O\u2019Neil',
    reason: 'line\nbreak \u2028 </script>',
    findings: ['f1'],
  } as const;
  const first = await sealEvent(null, ticket, '2026-10-01T09:00:00.000Z', { ...forced, findings: ['f1'] }, signer, newSalt());
  const second = await sealEvent(
    { seq: 0, hash: first.hash },
    ticket,
    '2026-10-01T09:01:00.000Z',
    { kind: 'export', format: 'json' },
    signer,
    newSalt(),
  );
  const trail: Trail = { format: 'deskcheck-trail/2', ticket, keys: [signer.key], events: [first, second], contents: {} };
  const read = JSON.parse(json.render(trail)) as Trail;
  expect(read).toEqual(trail);
  expect(await verifyTrail(read)).toBeNull();
});
