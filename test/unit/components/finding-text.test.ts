import { describe, expect, test } from 'vitest';
import { findingText } from '../../../components/finding-text.ts';
import type { Decision } from '../../../lib/model.ts';
import { aboutTicket, amountDiffers, story } from './tickets.ts';
import { english } from './words.ts';

const URL = 'https://harborworks.zendesk.com/agent/tickets/4127';

describe('a finding as plain text', () => {
  test('holds what was said, what was recorded, and how to find both again', () => {
    expect(findingText(amountDiffers.findings[0]!, amountDiffers, undefined, URL, english)).toBe(
      [
        '“refunded $48 to your card for order 88213”',
        'Contradicted: Amount differs. The record shows another amount or count than the message says.',
        'Harbor Assist, public reply, 2026-10-01T09:06:00.000Z',
        'Claimed: $48',
        'Recorded: $38.00',
        '- issue_refund (k1), Answered, 2026-10-01T08:58:31.000Z',
        '  Arguments: order_id: 88213, amount_minor: 3800, currency: usd',
        '  Result: refund_id: re_8M1, status: succeeded, amount_minor: 3800, currency: usd',
        '',
        `Ticket 4127, ${URL}`,
        'Audited by Deskcheck at 2026-10-01T10:30:00.000Z, engine 1, policy 2026-10-01',
      ].join('\n'),
    );
  });

  test('about the whole ticket has its class and its limit', () => {
    const text = findingText(aboutTicket.findings[0]!, aboutTicket, undefined, null, english);
    expect(text).toContain('Credit beyond policy\nAbout the ticket: Credit beyond policy.');
    expect(text).toContain('The policy allows at most 50 USD per ticket (refund).');
    expect(text).toContain('Ticket 4127, harborworks.zendesk.com');
    expect(findingText(aboutTicket.findings[1]!, aboutTicket, undefined, null, english)).toContain('  Result: not captured');
  });

  test('without a call names none', () => {
    expect(findingText(story.findings[2]!, story, undefined, URL, english)).not.toContain('\n- ');
  });

  test('has the decision on it', () => {
    const finding = story.findings[2]!;
    const on = { verdict: 'unsupported', reason: 'no-call', calls: [] };
    const decision: Decision = {
      findingId: finding.id,
      kind: 'mended',
      reason: 'Refunded by hand.',
      reviewer: 'Mia',
      at: '2026-10-01T11:00:00.000Z',
      on,
    };
    expect(findingText(finding, story, decision, URL, english)).toContain('Mended, says Mia, 2026-10-01T11:00:00.000Z\nRefunded by hand.');
  });

  test('cuts a long result, and takes the excerpts of one that was not kept', () => {
    const long = structuredClone(amountDiffers);
    long.evidence.calls[0]!.result = { note: 'x'.repeat(5_000) };
    const text = findingText(long.findings[0]!, long, undefined, URL, english);
    expect(text).toMatch(/x{100}…\n/);
    expect(text.length).toBeLessThan(1_500);
    const { result: _, ...call } = long.evidence.calls[0]!;
    long.evidence.calls[0] = { ...call, cut: { digest: 'd', length: 99_999, excerpts: [{ path: 'refund.status', value: 'succeeded' }] } };
    expect(findingText(long.findings[0]!, long, undefined, URL, english)).toContain('  Result: refund.status: succeeded');
  });
});
