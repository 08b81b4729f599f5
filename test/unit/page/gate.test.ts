import { describe, expect, it } from 'vitest';
import { decide } from '../../../entrypoints/ticket.content/gate.ts';
import type { Verdicts } from '../../../lib/protocol.ts';

const NOW = Date.parse('2026-10-01T09:00:00.000Z');
const verdicts = (gate: Partial<Verdicts['gate']> = {}): Verdicts => ({
  ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' },
  marks: [],
  gate: { mode: 'hold', open: ['f1', 'f2'], judged: true, freeUntil: null, text: 'Two findings are open.', ...gate },
});

const cases: [what: string, verdicts: Verdicts | null, reachable: boolean, hold: boolean, outcome: string | null][] = [
  ['open findings hold', verdicts(), true, true, 'held'],
  ['nothing open: through', verdicts({ open: [] }), true, false, 'let-through'],
  ['no verdict yet: through, and said so', null, true, false, 'closed-before-audit'],
  ['a log that cannot be read: through, and said so', verdicts({ judged: false }), true, false, 'closed-before-audit'],
  ['a worker that does not answer: through, and said so', verdicts(), false, false, 'closed-before-audit'],
  ['freed by "close anyway": through', verdicts({ freeUntil: '2026-10-01T09:00:30.000Z' }), true, false, 'let-through'],
  ['freed, but too long ago: held again', verdicts({ freeUntil: '2026-10-01T08:59:59.000Z' }), true, true, 'held'],
  ['watching only: through, with the findings', verdicts({ mode: 'watch' }), true, false, 'let-through'],
  ['off: through, and nothing recorded', verdicts({ mode: 'off' }), true, false, null],
];

describe('decide', () => {
  it.each(cases)('%s', (_, given, reachable, hold, outcome) => {
    expect(decide(given, reachable, NOW)).toMatchObject({ hold, outcome });
  });
  it('names the open findings when it holds, watches or lets a forced close through', () => {
    for (const gate of [{}, { mode: 'watch' as const }, { freeUntil: '2026-10-01T09:00:30.000Z' }]) {
      expect(decide(verdicts(gate), true, NOW).findings).toEqual(['f1', 'f2']);
    }
  });
});
