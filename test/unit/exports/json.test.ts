import { expect, it } from 'vitest';
import { json } from '../../../lib/exports/json.ts';
import type { Trail } from '../../../lib/model.ts';
import { firstBroken, seal } from '../../../lib/seal.ts';

it('gives the trail whole: read again, its chain still holds', async () => {
  const first = await seal(null, '2026-10-01T09:00:00.000Z', {
    kind: 'gate',
    outcome: 'forced',
    reviewer: 'Zoë "Z" O\u2019Neil',
    reason: 'line\nbreak \u2028 </script>',
    findings: ['f1'],
  });
  const trail: Trail = {
    format: 'deskcheck-trail/1',
    ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' },
    events: [first, await seal(first, '2026-10-01T09:01:00.000Z', { kind: 'export', format: 'json' })],
  };
  const read = JSON.parse(json.render(trail)) as Trail;
  expect(read).toEqual(trail);
  expect(await firstBroken(read)).toBeNull();
});
