import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../../components/diagnostics.ts';
import type { PanelView } from '../../../components/view.ts';
import type { TicketState } from '../../../lib/model.ts';
import { message, record, view } from './records.ts';
import { aboutTicket, amountDiffers, logDown, story } from './tickets.ts';

const about = { version: '0.1.0', browser: 'Browser/1', storage: { used: 1_000, quota: 2_000 } };
const of = (shown: PanelView) => diagnostics(shown, { gate: 'hold', workerSilent: false }, about);
const ofTicket = (state: TicketState) => JSON.parse(of({ kind: 'ticket', ticket: state })).ticket;

const MARK = 'XQZ';

/** Fields with ids of our own, times and versions. */
const OURS =
  /^(?:kind|knownBy|visibility|at|status|helpdesk|engine|policyVersion|from|to|askedAt|trouble|verdict|class|about|rule|checkedAt|nextAudit|source|found|missing|why|per)$/;

/** A finding's reason and what happened at a log are ids; a decision's reason and a message's id are not. */
const isOurs = (name: string, inside: object): boolean =>
  OURS.test(name) || (name === 'reason' && 'verdict' in inside) || (name === 'id' && 'value' in inside);

/** The same with a mark before every text that came from people, the helpdesk or the log. */
function marked<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? `${MARK}${item}` : marked(item))) as T;
  const mark = (name: string, item: unknown): unknown => {
    if (OURS.test(name) && Array.isArray(item)) return item;
    return typeof item !== 'string' ? marked(item) : isOurs(name, value) ? item : `${MARK}${item}`;
  };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mark(name, item)])) as T;
}

describe('diagnostics', () => {
  const decisions = [
    {
      findingId: 'f',
      kind: 'dismissed' as const,
      why: 'outside-log' as const,
      reason: 'Asked Sam.',
      reviewer: 'Mia',
      at: '2026-10-01T10:40:00.000Z',
      on: { verdict: '', reason: '', calls: [] },
    },
  ];

  test.each([story, amountDiffers, logDown, aboutTicket].map((one) => [one.page.subject, one] as const))(
    'carry no name, text, host, ticket id or word of the log: %s',
    (_, judged) => {
      const state = marked(view(judged, { decisions }));
      expect(JSON.stringify(state).split(MARK).length).toBeGreaterThan(20);
      const text = of({ kind: 'ticket', ticket: state });
      expect(text).not.toContain(MARK);
      for (const name of ['Harbor', 'Dana', 'zendesk.com', '4127', 'issue_refund', 'Mia']) expect(text).not.toContain(name);
    },
  );

  test('count messages by their authors’ kind and who may read them, findings by what was said of them', () => {
    const state = ofTicket(view(story, { decisions }));
    expect(state.messages).toEqual({ 'ai-agent by vendor, internal': 1, 'customer, public': 1 });
    expect(state.findings).toEqual({ 'unsupported no-call': 1, 'unsupported no-such-tool': 1, 'unsupported phantom-escalation': 1 });
    expect(state.decisions).toEqual({ 'dismissed outside-log': 1 });
    expect(state.calls).toEqual({ ok: 2 });
    expect(state).toMatchObject({ helpdesk: 'zendesk', status: 'solved', engine: '1', policy: '2026-10-01', tools: { count: 4, complete: true } });
  });

  test('tell what the log and the page did not show', () => {
    const judged = record({
      gaps: [
        { kind: 'collapsed', count: 2 },
        { kind: 'language', messageId: 'm' },
      ],
      messages: [message('m', 'x')],
      coverage: { complete: false, trouble: 'timeout', detail: { id: 'no-whole-answer', value: '10' } },
    });
    judged.page.landmarks.missing = ['body'];
    const state = ofTicket(view(judged));
    expect(state.gaps).toEqual({ collapsed: 1, language: 1 });
    expect(state.landmarks.missing).toEqual(['body']);
    expect(state.coverage).toMatchObject({ complete: false, trouble: 'timeout', detail: 'no-whole-answer', to: '2026-10-01T10:29:00.000Z' });
  });

  test.each<[PanelView, string]>([
    [{ kind: 'no-ticket', why: 'not-set-up', host: 'acme.zendesk.com', product: 'Zendesk' }, 'no-ticket: not-set-up'],
    [{ kind: 'error', message: 'cannot read acme.zendesk.com' }, 'error'],
    [{ kind: 'waiting' }, 'waiting'],
  ])('of a panel without a ticket tell what it shows, and no host: $kind', (shown, expected) => {
    const text = of(shown);
    expect(JSON.parse(text)).toEqual({
      deskcheck: '0.1.0',
      browser: 'Browser/1',
      storage: about.storage,
      gate: 'hold',
      workerSilent: false,
      shown: expected,
    });
    expect(text).not.toContain('acme');
  });

  test('of a ticket that was not audited tell what was read', () => {
    expect(ofTicket({ ...view(story), record: null })).toMatchObject({ status: 'solved', engine: null, claims: null, findings: {} });
  });
});
