/** What a missing field means: never that nothing was done where the file does not say so. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTeam, type Team } from '../../../bin/audit/team.ts';
import { audited, file, refund, ticket, verdicts } from './run.ts';

const SAID = 'I have refunded $20.';
const one = async (line: object, more?: Parameters<typeof audited>[1]) => verdicts((await audited([line], more)).lines[0]);

describe('the log', () => {
  test('that a ticket brings bears its claims out, or speaks against them', async () => {
    expect(await one(ticket('1', SAID, { calls: [refund(20)] }))).toEqual(['supported call-matches']);
    expect(await one(ticket('1', SAID, { calls: [refund(15)] }))).toEqual(['contradicted amount-differs']);
    expect(await one(ticket('1', SAID, { calls: [] }))).toEqual(['unsupported no-call']);
  });

  test('that is not given was not read: nothing is said against a claim', async () => {
    expect(await one(ticket('1', SAID))).toEqual(['unverifiable log-unavailable']);
    expect(await one(ticket('1', SAID, { calls: null }))).toEqual(['unverifiable log-unavailable']);
  });

  test('that is said to be complete and holds nothing shows that nothing was done', async () => {
    expect(await one(ticket('1', SAID, { coverage: { complete: true } }))).toEqual(['unsupported no-call']);
  });

  test('that may lack calls says nothing against a claim, and still bears one out', async () => {
    const coverage = { complete: false, note: 'kept for 30 days' };
    expect(await one(ticket('1', SAID, { calls: [], coverage }))).toEqual(['unverifiable log-incomplete']);
    expect(await one(ticket('1', SAID, { calls: [refund(20)], coverage }))).toEqual(['supported call-matches']);
    expect((await audited([ticket('1', SAID, { calls: [], coverage })])).lines[0]!.coverage).toEqual(coverage);
  });

  test('with a call without a name cannot show that nothing was done', async () => {
    for (const name of [undefined, null, '', ' ']) {
      expect(await one(ticket('1', SAID, { calls: [{ ...refund(20), name }] }))).toEqual(['unverifiable log-incomplete']);
    }
  });

  test('holds calls after the message, which do not count, and calls without a time, which do', async () => {
    expect(await one(ticket('1', SAID, { calls: [refund(20, { startedAt: '2026-03-02T09:30:00Z' })] }))).toEqual(['unsupported no-call']);
    expect(await one(ticket('1', SAID, { calls: [refund(20, { startedAt: null })] }))).toEqual(['supported call-matches']);
  });

  test('has settled a minute before the time of the audit', async () => {
    const line = ticket('1', SAID, { calls: [] });
    expect(await one(line, { now: '2026-03-02T09:05:30.000Z' })).toEqual(['unverifiable log-unsettled']);
    expect(await one(line, { now: null })).toEqual(['unsupported no-call']);
  });
});

describe('the tools that the agent had', () => {
  const email = ticket('1', 'I have emailed you.', { calls: [refund(20)] });
  const listed = (...names: string[]) => ({ tools: names.map((name) => ({ name })), complete: true });

  test('are all only where that is said', async () => {
    expect(await one({ ...email, inventory: listed('create_refund') })).toContain('unsupported no-such-tool');
    expect(await one({ ...email, inventory: { ...listed('create_refund'), complete: null } })).toContain('unsupported no-call');
    expect(await one(email)).toContain('unsupported no-call');
  });

  test('are not all where another was called', async () => {
    expect(await one({ ...email, inventory: listed('get_order') })).toContain('unsupported no-call');
  });
});

describe('the time of the audit', () => {
  test('is the newest time of the tickets that can be read, and a minute', async () => {
    const lines = [
      ticket('1', SAID, { calls: [refund(20, { endedAt: '2026-03-05T00:00:00+02:00' })] }),
      ticket('2', SAID),
      { ticket: '3', messages: [{ at: '2027-01-01T00:00:00Z' }] },
    ];
    expect((await audited(lines, { now: null })).now).toBe('2026-03-04T22:01:00.000Z');
  });

  test('must be said where no ticket has one', async () => {
    await expect(audited([{ ticket: '1', messages: [{ text: 'Hello.' }] }], { now: null })).rejects.toThrow('--now');
  });
});

describe('messages and calls', () => {
  test('are put in the order of time where all have one', async () => {
    const { messages } = ticket('1', SAID);
    const { lines } = await audited([{ ticket: '1', messages: messages.toReversed(), calls: [refund(20)] }]);
    expect(lines[0]!.findings).toMatchObject([{ message: 'm1', verdict: 'supported' }]);
  });

  test('of unknown authors and without times are told as gaps', async () => {
    const { lines } = await audited([{ ticket: '1', messages: [{ text: SAID }], calls: [] }]);
    expect(verdicts(lines[0])).toEqual(['unverifiable author-unknown']);
    expect(lines[0]!.gaps).toEqual([
      { kind: 'author', messageId: 'm1' },
      { kind: 'time', messageId: 'm1' },
    ]);
    expect((await audited([{ ticket: '1', messages: [] }])).lines[0]).toMatchObject({ colour: 'grey', gaps: [{ kind: 'no-messages' }] });
  });

  test('by the thousand with one id are told apart without delay', async () => {
    const messages = Array.from({ length: 20_000 }, (_, index) => ({ id: index === 5 ? 'a#2' : 'a', from: 'customer', text: '' }));
    const [line] = (await audited([{ ticket: '1', messages }])).lines;
    expect(new Set(line!.gaps.map((gap) => gap.messageId)).size).toBe(20_000);
  });

  test('whose ids stand twice are told apart', async () => {
    const line = ticket('1', 'I have refunded $20 and I have refunded $30.', { calls: [refund(20, { id: 'a' }), refund(30, { id: 'a' })] });
    const { lines } = await audited([line]);
    expect(lines[0]!.findings.map((finding) => finding.calls[0]?.id)).toEqual(['a', 'a#2']);
  });
});

describe('a calls file', () => {
  const tickets = [ticket('1', SAID), ticket(2, SAID), ticket('3', SAID)];

  test('is joined by the ticket, whatever its order, with the calls that the tickets bring', async () => {
    const calls = [
      { ticket: 2, ...refund(20) },
      { ticket: '9', ...refund(1) },
      { ticket: '1', ...refund(15) },
      { ticket: '9', ...refund(2) },
    ];
    const { lines, tally, refused } = await audited(tickets, { calls });
    expect(lines.map(verdicts)).toEqual([['contradicted amount-differs'], ['supported call-matches'], ['unverifiable log-incomplete']]);
    expect(lines[2]!.coverage).toEqual({ complete: false, trouble: 'nothing-recorded' });
    expect(refused).toEqual([]);
    expect(tally.calls).toEqual({ read: 4, refused: 0, ticketsNotAsked: 1, callsNotAsked: 2 });
    const joined = await audited([ticket('1', 'I have refunded $20 and I have refunded $15.', { calls: [refund(20)] })], {
      calls: [{ ticket: '1', ...refund(15) }],
    });
    expect(joined.lines[0]!.findings.map((finding) => finding.calls[0]?.id)).toEqual(['c1', 'c2']);
  });

  test('with a faulty line makes the log of its ticket incomplete', async () => {
    const empty = tickets.map((line) => ({ ...line, calls: [] }));
    const { lines, refused, tally } = await audited(empty, { calls: [{ ticket: '2', name: 'x', startedAt: 'yesterday' }] });
    expect(refused).toEqual(['calls 1: startedAt must be a time with a zone, from 1970 on, such as 2026-03-02T09:00:00Z']);
    expect(lines.map(verdicts)).toEqual([['unsupported no-call'], ['unverifiable log-incomplete'], ['unsupported no-call']]);
    expect(tally.calls).toMatchObject({ read: 0, refused: 1 });
  });

  test('with a line that may be any ticket’s leaves no log complete', async () => {
    const { lines, refused } = await audited(
      tickets.map((line) => ({ ...line, calls: [] })),
      { calls: ['{"ticket": "2", "na', JSON.stringify({ ticket: '1', ...refund(20) })] },
    );
    expect(refused).toEqual([expect.stringContaining('calls 1: the line is not JSON')]);
    expect(lines.map(verdicts)).toEqual([['supported call-matches'], ['unverifiable log-incomplete'], ['unverifiable log-incomplete']]);
  });

  test('reads each call from its own place, also with wide characters and Windows line ends', async () => {
    const calls = [
      `\uFEFF${JSON.stringify({ ticket: '3', name: 'note', arguments: { text: 'größer 🎻' } })}`,
      JSON.stringify({ ticket: '1', ...refund(20) }),
    ];
    const { lines, refused } = await audited(tickets, { calls: calls.join('\r\n') });
    expect(refused).toEqual([]);
    expect(verdicts(lines[0])).toEqual(['supported call-matches']);
  });
});

describe('a policy', () => {
  const limit = (maxAmount: number) => ({ limits: [{ action: 'refund', maxAmount, currency: 'USD', per: 'ticket' }] });
  const paid = ticket('1', SAID, { calls: [refund(20)] });
  const team = (value: object, id?: string): Team => {
    const found = parseTeam(JSON.stringify(value), id);
    if ('problems' in found) throw new Error(found.problems.join('; '));
    return found.team;
  };
  const settings = (...policies: object[]) => ({ ...JSON.parse(readFileSync('docs/settings.example.json', 'utf8')), policies });

  test('of the run holds for a ticket that brings none, and the ticket’s own goes before it', async () => {
    expect(await one(paid, { team: team(limit(10)) })).toContain('unauthorized-credit');
    expect(await one({ ...paid, policy: limit(50) }, { team: team(limit(10)) })).not.toContain('unauthorized-credit');
    expect(await one({ ...paid, policy: limit(10) })).toContain('unauthorized-credit');
  });

  test('without a version is named by its content', async () => {
    const versions: string[] = [];
    for (const most of [10, 10, 20]) versions.push((await audited([{ ...paid, policy: limit(most) }])).lines[0]!.policy.version);
    expect(versions[0]).toMatch(/^sha256-[0-9a-f]{16}$/);
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).not.toBe(versions[0]);
  });

  test('of an export of settings is the one of the ticket’s helpdesk, and says who the agents are', async () => {
    const export_ = team(settings({ id: 'main', version: '1', ...limit(10) }, { id: 'other', version: '1' }));
    const there = {
      ...paid,
      helpdesk: 'zendesk',
      host: 'acme.zendesk.com',
      messages: [{ ...paid.messages[1], from: 'unknown', name: 'Harbor Assist' }],
    };
    const { lines } = await audited([there], { team: export_ });
    expect(verdicts(lines[0])).toEqual(['supported call-matches', 'unauthorized-credit']);
    expect(lines[0]!.policy).toEqual({ id: 'main', version: '1' });
  });

  test('of an export with several must be named for a ticket of another host', async () => {
    const several = settings({ id: 'main', version: '1', ...limit(10) }, { id: 'other', version: '1' });
    expect((await audited([paid], { team: team(several) })).refused).toEqual([expect.stringContaining('--policy-id')]);
    expect(await one(paid, { team: team(several, 'main') })).toContain('unauthorized-credit');
    expect(await one(paid, { team: team(settings({ id: 'main', version: '1', ...limit(10) })) })).toContain('unauthorized-credit');
  });

  test.each<[string, string, string | undefined, string]>([
    ['no JSON', '{', undefined, 'is not JSON'],
    ['no object', '[]', undefined, 'must be an object'],
    ['a limit below nothing', JSON.stringify(limit(-1)), undefined, 'limits.0.maxAmount must be a number'],
    ['a faulty export', JSON.stringify(settings({ id: 'main' })), undefined, 'policies.0.version'],
    ['another policy', JSON.stringify(settings({ id: 'main', version: '1' })), 'mian', 'has no policy mian; it has main'],
  ])('file that is %s is told so with the field', (_, text, id, words) => {
    expect(parseTeam(file('policy.json', text) && text, id)).toEqual({ problems: [expect.stringContaining(words)] });
  });
});
