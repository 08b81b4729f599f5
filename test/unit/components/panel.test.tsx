// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { PanelView } from '../../../components/view.ts';
import type { ClaimFinding, CoverageTrouble } from '../../../lib/model.ts';
import { claim, finding, message, record, view } from './records.ts';
import { card, decisionOn, show } from './show.tsx';
import { aboutTicket, amountDiffers, honest, logDown, noClaim, story } from './tickets.ts';

afterEach(cleanup);

describe('each state is said', () => {
  test.each<[string, PanelView, string]>([
    ['waiting', { kind: 'waiting' }, 'Looking at this tab'],
    ['no ticket', { kind: 'no-ticket' }, 'No ticket in this tab'],
    ['an error, with its words', { kind: 'error', message: 'the store was closed' }, 'the store was closed'],
    ['a ticket not read yet', { kind: 'ticket', ticket: view(null) }, 'Reading the ticket'],
    ['a first audit', { kind: 'ticket', ticket: { ...view(story), record: null, auditing: true } }, 'Auditing: asking the log'],
    ['no audit yet', { kind: 'ticket', ticket: { ...view(story), record: null } }, 'This ticket is not audited yet.'],
    ['another audit', { kind: 'ticket', ticket: view(story, { auditing: true }) }, 'Auditing again'],
  ])('%s', (_, state, words) => {
    expect(show(state).text).toContain(words);
  });

  test('without a ticket the way to the options is offered', () => {
    const { actions } = show({ kind: 'no-ticket' });
    fireEvent.click(screen.getByRole('button', { name: 'Open options' }));
    expect(actions.openOptions).toHaveBeenCalledOnce();
  });
});

describe('the story’s ticket', () => {
  test('shows three unsupported findings, by stake', () => {
    show(story);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'refunded $48',
      'escalated to AE',
      'confirmed billing in Stripe',
      'Tools the agent had',
      'Calls in order',
    ]);
    expect(screen.getByText('3 claims found: 3 unsupported.')).toBeTruthy();
  });

  test('each finding has its verdict, its reason and what is known beyond it', () => {
    show(story);
    expect(card('refunded $48').textContent).toContain('UnsupportedNo call');
    expect(card('escalated to AE').textContent).toContain('UnsupportedPhantom escalation');
    expect(card('escalated to AE').textContent).toContain('Account executive: out of date since 30 June 2026');
    expect(card('confirmed billing').textContent).toContain('None of the tools that the agent had can do this.');
    expect(card('confirmed billing').textContent).toContain('issue_refund');
    expect(within(card('escalated to AE')).getByText('Also said by other rules')).toBeTruthy();
  });

  test('says who wrote it and how that is known', () => {
    expect(show(story).text).toContain('AI agent: Harbor Assist, marked as such by the helpdesk');
  });

  test('shows what the log recorded of the run', () => {
    const { text } = show(story);
    expect(text).toContain('2 calls');
    expect(text).toContain('duplicate charge enterprise');
  });
});

test('an amount that differs stands with both amounts, side by side', () => {
  show(amountDiffers);
  const sides = [...card('refunded $48').querySelectorAll('.side')].map((side) => side.textContent);
  expect(sides[0]).toContain('$48');
  expect(sides[1]).toContain('$38.00');
  expect(sides[1]).toContain('amount_minor3800');
});

test('supported claims stand in a line each with their call, open to the whole finding, and take no decision', () => {
  const { container } = show(honest);
  const lines = [...container.querySelectorAll('.findings details')];
  expect(lines.map((line) => line.querySelector('summary')!.textContent.trim())).toEqual([
    'refunded $32.50 for invoice INV-20931 issue_refund',
    'searched our knowledge base search_kb',
  ]);
  expect(lines.some((line) => line.hasAttribute('open'))).toBe(false);
  expect(lines[0]!.textContent).toContain('re_7Q2');
  expect(screen.queryByRole('button', { name: 'Dismiss', hidden: true })).toBeNull();
});

test('where no claim was found the summary is grey and says so', () => {
  const { container } = show(noClaim);
  expect(container.querySelector('.summary')!.className).toBe('summary grey');
  expect(container.querySelector('.summary')!.textContent).toContain('No claim found.');
});

test('findings about the ticket show their class, their limit and their call', () => {
  show(aboutTicket);
  expect(card('Credit beyond policy').textContent).toContain('The policy’s limit for refund is 50 USD per ticket.');
  expect(card('Credit beyond policy').textContent).toContain('issue_refund');
  expect(card('Not disclosed').textContent).toContain('Result: not captured');
});

describe('what the log and the page could not show is said openly', () => {
  test.each<[CoverageTrouble, string, boolean]>([
    ['server-error', 'The log answered with an error of its own.', false],
    ['unauthorized', 'The log refused the key.', true],
    ['no-permission', 'Deskcheck has no access to the log’s host.', true],
    ['not-configured', 'No log is set up for this helpdesk.', true],
    ['truncated', 'calls may be missing', false],
  ])('%s', (trouble, sentence, mendedInOptions) => {
    const { text } = show(record({ coverage: { complete: false, trouble } }));
    expect(text).toContain(sentence);
    expect(text).toContain('Log not complete');
    expect(screen.queryByRole('button', { name: 'Open options' }) !== null).toBe(mendedInOptions);
  });

  test('the log’s own words and the gaps of the page stand unfolded', () => {
    const { container } = show(logDown, { nextAudit: '2026-10-01T10:35:00.000Z' });
    const notices = [...container.querySelectorAll('.notice')].map((notice) => notice.textContent);
    expect(notices[0]).toContain('HTTP 503');
    expect(notices[1]).toContain('Collapsed messages were not read: 2');
    expect(card('refunded $19').textContent).toContain('Not known');
  });

  test('missing landmarks of the page are named', () => {
    const half = structuredClone(story);
    half.page.landmarks.missing = ['composer'];
    expect(show(half).text).toContain('3 of 4 landmarks of the page found. Missing: composer');
  });

  test('the log is named as its product, with window, audit and next audit', () => {
    const { text } = show(story, { nextAudit: '2026-10-01T10:35:00.000Z' });
    expect(text).toContain('OpenTelemetry / Jaeger');
    expect(text).toContain('1 Oct 2026, 08:00 to 1 Oct 2026, 10:29');
    expect(text).toContain('Next audit1 Oct 2026, 10:35');
  });

  test('an author who is not known is named as not judged', () => {
    const guess = message('m2', 'I refunded it.', { author: { kind: 'unknown', name: 'HelperBot' } });
    const { text } = show(record({ messages: [guess] }));
    expect(text).toContain('No author here is known to be an AI agent');
    expect(text).toContain('Not judged, author not known: HelperBot');
  });
});

test('the finding that the page asked for is brought to the reader, out of its fold', () => {
  const asked = honest.findings[0]!.id;
  show(honest, { shown: { findingId: asked, at: '2026-10-01T10:31:00.000Z' } });
  expect(document.activeElement?.id).toBe(`finding-${asked}`);
  expect(document.activeElement?.closest('details')?.hasAttribute('open')).toBe(true);
});

test('a finding can be shown on the page; a page that is gone is said', async () => {
  const { actions } = show(amountDiffers);
  actions.show.mockRejectedValue(new Error('Could not establish connection.'));
  fireEvent.click(screen.getByRole('button', { name: 'Show on page' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Could not establish connection.');
  expect(actions.show).toHaveBeenCalledWith(amountDiffers.claims[0]);
});

test('audit again and export are one click each, and wait for each other', async () => {
  const { actions } = show(story);
  fireEvent.click(screen.getByRole('button', { name: 'Audit again' }));
  await waitFor(() => expect(actions.audit).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export JSON' }).disabled).toBe(false));
  fireEvent.click(screen.getByRole('button', { name: 'Export JSON' }));
  await waitFor(() => expect(actions.exportTrail).toHaveBeenCalledOnce());
});

test('a long result is cut, and shown whole on demand', () => {
  const long = structuredClone(amountDiffers);
  long.evidence.calls[0]!.result = { note: 'x'.repeat(500), ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`line_${i}`, i])) };
  show(long);
  const of = within(card('refunded $48'));
  expect(of.queryByText('line_19')).toBeNull();
  fireEvent.click(of.getByRole('button', { name: 'Show all' }));
  expect(of.getByText('line_19')).toBeTruthy();
  expect(of.getByText('x'.repeat(500))).toBeTruthy();
});

test('a promise is called one', () => {
  const said = message('m2', 'I will refund $9 tomorrow.');
  const promised = { ...claim('will refund $9', said, 'credit'), status: 'promised' as const };
  const of = record({ messages: [said], claims: [promised], findings: [finding(promised, { verdict: 'unsupported', reason: 'no-call' })] });
  show(of);
  expect(within(card('will refund $9')).getByRole('heading', { name: 'Promised' })).toBeTruthy();
});

test('hostile text from ticket, log and people is shown as text', () => {
  const html = '<img src=x onerror=alert(1)><b>bold</b>';
  const said = message('m2', `I refunded ${html}.`, { author: { kind: 'ai-agent', name: html, knownBy: 'team' } });
  const told = claim(`refunded ${html}`, said, 'credit', { ids: [html], destination: html });
  const of = record({
    subject: html,
    messages: [said],
    claims: [told],
    calls: [{ ...amountDiffers.evidence.calls[0]!, id: 'k1', name: html, arguments: { [html]: html }, error: html }],
    coverage: { trouble: 'garbage', detail: { id: 'not-otlp', value: html }, complete: false },
    findings: [
      finding(told, { verdict: 'contradicted', reason: 'call-failed', calls: ['k1'], detail: { claimed: html, recorded: html, error: html } }),
    ],
  });
  const { container, text } = show(of, { decisions: [{ ...decisionOn(of.findings[0] as ClaimFinding, 'confirmed'), reason: html, reviewer: html }] });
  expect(container.querySelector('img, b, script')).toBeNull();
  expect(text.split(html).length).toBeGreaterThan(10);
});
