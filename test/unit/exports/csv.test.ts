import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cell, csv } from '../../../lib/exports/csv.ts';
import { trailFor } from '../trail/a-trail.ts';
import { meansWith } from './means.ts';

describe('findings as a table', () => {
  it('are a line each, with the claim, what was recorded, and the decision', async () => {
    const { trail, signer, record } = await trailFor('awaiting approval');
    const text = await csv.render(trail, await meansWith(signer));
    expect(text.startsWith('\uFEFF"helpdesk"')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(record.findings.length);
    expect(data[0]).toMatchObject({
      ticket: '4151',
      verdict: 'unsupported',
      reason: 'pending-not-confirmed',
      claim: 'refunded $45 for invoice INV-21440',
      recorded: 'status: pending_approval',
      decision: 'confirmed',
      decided_by: 'Sam Reviewer',
      trail_head: trail.events.at(-1)!.hash,
      signed_by: signer.key.id,
    });
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '  =1', '\t=1', '\r=1', '\n=1', '\u0000=1', '＝1', '＠x', '|calc', '%0a'])(
    '%j does not run in a spreadsheet',
    (text) => {
      expect(cell(text)).toBe(`"'${text}"`);
    },
  );
  it.each(['refunded $48', '48', 'a=b', 'x-y', ''])('%j stays as it is', (text) => {
    expect(cell(text)).toBe(`"${text}"`);
  });

  it('are read again as they were by a stock reader, whatever stands in a cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const { data } = Papa.parse<string[]>(`${texts.map(cell).join(',')}\r\n`, { delimiter: ',', newline: '\r\n' });
        expect(data[0]!.map((text) => text.replace(/^'/, ''))).toEqual(texts.map((text) => text.replace(/^'/, '')));
      }),
    );
  });
});
