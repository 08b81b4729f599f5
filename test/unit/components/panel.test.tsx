// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { PanelActions } from '../../../components/view.ts';
import type { ClaimFinding, CoverageTrouble, Limit } from '../../../lib/model.ts';
import { call, claim, finding, message, record } from './records.ts';
import { card, decisionOn, open, show } from './show.tsx';
import { aboutTicket, allTakenBack, amountDiffers, corrected, honest, logDown, noClaim, story, untold } from './tickets.ts';

afterEach(cleanup);

describe('the story’s ticket', () => {
  test('shows three unsupported findings, by stake', () => {
    show(story);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'refunded $48',
      'escalated to AE',
      'confirmed billing in Stripe',
    ]);
    expect(screen.getByText('3 claims found: 3 unsupported.')).toBeTruthy();
  });

  test('each finding has its verdict, its reason and what is known beyond it', () => {
    show(story);
    expect(card('refunded $48').textContent).toContain('UnsupportedNo call');
    expect(card('escalated to AE').textContent).toContain('UnsupportedPhantom escalation');
    expect(card('escalated to AE').textContent).toContain('Account executive: out of date since 30 June 2026');
    expect(card('confirmed billing').textContent).toContain('None of the tools that the agent had is known to do this.');
    expect(card('confirmed billing').textContent).toContain('issue_refund');
    expect(within(card('escalated to AE')).getByText('Also said by other rules')).toBeTruthy();
  });

  test('says who wrote it and how that is known', () => {
    expect(show(story).text).toContain('AI agent: Harbor Assist, marked as such by the helpdesk');
  });

  test('shows what the log recorded of the run once that is opened', () => {
    show(story);
    const fold = screen.getByText('What the log recorded').closest('details')!;
    expect(fold.textContent).toBe('What the log recorded 2 calls');
    open(fold);
    expect(fold.textContent).toContain('duplicate charge enterprise');
    expect(fold.textContent).toContain('issue_refund');
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
  expect(card('Credit beyond policy').textContent).toContain('The policy allows at most 50 USD per ticket (refund).');
  expect(card('Credit beyond policy').textContent).toContain('Recorded: 320.00 USD.');
  expect(card('Credit beyond policy').textContent).toContain('issue_refund');
  expect(card('Not disclosed').textContent).toContain('Result: not captured');
});

test('an attempt that was not made stands with what was said beside what was recorded', () => {
  show(untold);
  const excuse = card('tried to refund the $9');
  expect(excuse.textContent).toContain('About the ticketNo attempt recorded');
  expect(excuse.textContent).toContain('Harbor Assist, public reply');
  const sides = [...excuse.querySelectorAll('.side')].map((side) => side.textContent);
  expect(sides[0]).toContain('Said not done');
  expect(sides[1]).toBe('RecordedNo call');
});

describe('what was said and what was recorded, in a reader’s words', () => {
  const sides = (quote: string) => [...card(quote).querySelectorAll('.side')].map((side) => side.textContent);

  test('a count has what is counted, once', () => {
    const said = message('m2', 'The overtime has been added for all three employees.');
    const added = claim('added for all three employees', said, 'write', { counts: [{ value: 3, of: 'employees' }] });
    const differs = finding(added, { verdict: 'contradicted', reason: 'amount-differs', detail: { claimed: '3', recorded: '2' } });
    show(record({ messages: [said], claims: [added], findings: [differs] }));
    expect(sides('added for all three')).toEqual(['Claimed3 employees', 'Recorded2No call']);
  });

  test('days are written as days, with their year where it is known', () => {
    const said = message('m2', 'Your stay has been moved to 9 March.');
    const moved = claim('moved to 9 March', said, 'write', { dates: ['????-03-09'], texts: ['Room 12'] });
    const differs = finding(moved, { verdict: 'contradicted', reason: 'target-differs', detail: { claimed: '????-03-09', recorded: '2026-03-11' } });
    show(record({ messages: [said], claims: [moved], findings: [differs] }));
    expect(sides('moved to 9 March')).toEqual(['Claimed9 Marchnew valueRoom 12', 'Recorded11 March 2026No call']);
  });

  test('a destination that a directory allows, or none forbids, is no news', () => {
    const calm = structuredClone(story);
    for (const one of calm.findings) if (one.detail.destination) one.detail.destination.state = 'ok';
    show(calm);
    expect(card('escalated to AE').textContent).not.toContain('Account executive');
  });

  test('a call whose answer tells of a failure did not just answer', () => {
    const failed = structuredClone(amountDiffers);
    Object.assign(failed.findings[0]!, { reason: 'call-failed', detail: { error: 'card expired' } });
    show(failed);
    expect(sides('refunded $48')[1]).toContain('Answered, with a failure');
  });

  test('a promise waits for any call, not for one before its message', () => {
    const said = message('m2', 'You will receive $20 by Friday, and the parcel is on its way.');
    const credit = { ...claim('You will receive $20', said, 'credit'), status: 'promised' as const };
    const parcel = { ...claim('the parcel is on its way', said, 'write'), status: 'promised' as const };
    const sent = call('k1', 'ship_parcel', {}, { ok: true });
    const none = finding(credit, { verdict: 'unsupported', reason: 'no-call' });
    const kept = finding(parcel, { verdict: 'supported', reason: 'call-matches', calls: ['k1'] });
    show(record({ messages: [said], claims: [credit, parcel], calls: [sent], findings: [none, kept] }));
    expect(card('You will receive').textContent).toContain('It is promised. The log covers this conversation, and so far no call does it.');
    const fold = screen.getByText('the parcel is on its way', { selector: 'summary q' }).closest('details')!;
    expect(fold.textContent).toContain('A recorded call does what is promised.');
  });

  test('what was done twice shows both calls', () => {
    const twice = structuredClone(aboutTicket);
    twice.findings = [{ about: 'ticket', id: 't3', class: 'duplicate-action', rule: 'duplicate-action', calls: ['k1', 'k2'], detail: {} }];
    show(twice);
    expect([...card('Done twice').querySelectorAll('.call-name')].map((name) => name.textContent)).toEqual(['issue_refund', 'update_address']);
    expect(card('Done twice').querySelector('details')).toBeNull();
  });
});

describe('what the agent took back', () => {
  test('stands last, with its words and without a decision', async () => {
    const { container, actions } = show(corrected);
    expect(container.querySelector('.summary')!.className).toBe('summary green');
    const back = card('refunded the $12');
    expect(back.textContent).toContain('Taken back');
    expect(back.textContent).toContain('Harbor Assist, public reply');
    expect(within(back).queryByRole('button', { name: 'Dismiss' })).toBeNull();
    fireEvent.click(within(back).getByRole('button', { name: 'Show on page' }));
    await waitFor(() => expect(actions.show).toHaveBeenCalledWith(corrected.claims[0]));
  });

  test('is where the page leads to', () => {
    show(corrected, { shown: { findingId: corrected.claims[0]!.id, at: '2026-10-01T10:31:00.000Z' } });
    expect(document.activeElement).toBe(card('refunded the $12'));
  });

  test('alone is grey: nothing is borne out', () => {
    const { container } = show(allTakenBack);
    expect(container.querySelector('.summary')!.className).toBe('summary grey');
  });
});

describe('what the log and the page could not show is said openly', () => {
  test.each<[CoverageTrouble, string, string, keyof PanelActions]>([
    ['server-error', 'The log answered with an error of its own.', 'Ask the log again', 'audit'],
    ['rate-limited', 'The log asked for fewer requests.', 'Ask the log again', 'audit'],
    ['unreachable', 'The log did not answer.', 'Ask the log again', 'audit'],
    ['unreachable', 'its address in the options', 'Open options', 'openOptions'],
    ['truncated', 'calls may be missing', 'Ask the log again', 'audit'],
    ['unauthorized', 'The log refused the key.', 'Open options', 'openOptions'],
    ['no-permission', 'Deskcheck has no access to the log’s host.', 'Give access to jaeger.example', 'grant'],
    ['not-configured', 'No log is set up for this helpdesk.', 'Open options', 'openOptions'],
    ['no-id', 'an id that is not on this page', 'Open options', 'openOptions'],
    ['nothing-recorded', 'The log holds nothing of this conversation.', 'Open options', 'openOptions'],
  ])('%s: what to do, and the button that does it', async (trouble, sentence, button, does) => {
    const { text, actions } = show(record({ coverage: { complete: false, trouble } }));
    expect(text).toContain(sentence);
    expect(text).toContain('Log not complete');
    fireEvent.click(screen.getByRole('button', { name: button }));
    await waitFor(() => expect(actions[does]).toHaveBeenCalledOnce());
  });

  test('once access to the log is given it is asked, and an access that was not given is said', async () => {
    const { actions } = show(record({ coverage: { complete: false, trouble: 'no-permission' } }));
    actions.grant.mockRejectedValueOnce(new Error('The browser gave no access to jaeger.example.'));
    fireEvent.click(screen.getByRole('button', { name: /^Give access/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('gave no access to jaeger.example');
    expect(actions.audit).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: /^Give access/ }));
    await waitFor(() => expect(actions.audit).toHaveBeenCalledOnce());
    expect(actions.grant).toHaveBeenLastCalledWith({ host: 'jaeger.example', origin: 'https://jaeger.example/*' });
  });

  test('the log’s own words and the gaps of the page stand unfolded', () => {
    const { container } = show(logDown, { nextAudit: '2026-10-01T10:35:00.000Z' });
    const notices = [...container.querySelectorAll('.notice')].map((notice) => notice.textContent);
    expect(notices[0]).toContain('HTTP 503');
    expect(notices[1]).toContain('2 messages are collapsed and were not read');
    expect(card('refunded $19').textContent).toContain('Not known');
  });

  test('missing landmarks of the page are named, and the page can be loaded again', async () => {
    const half = structuredClone(story);
    half.page.landmarks.missing = ['composer'];
    const { text, actions } = show(half);
    expect(text).toContain('3 of 4 landmarks of the page found. Missing: composer');
    fireEvent.click(screen.getByRole('button', { name: 'Reload the page' }));
    await waitFor(() => expect(actions.reloadPage).toHaveBeenCalledOnce());
  });

  test('the log is named as its product, with window, audit and next audit', () => {
    const { text } = show(story, { nextAudit: '2026-10-01T10:35:00.000Z' });
    expect(text).toContain('OpenTelemetry / Jaeger');
    expect(text).toContain('1 Oct 2026, 08:00 to 1 Oct 2026, 10:29');
    expect(text).toContain('Next audit1 Oct 2026, 10:35');
  });

  test('messages in a language that is not read are counted in one line', () => {
    const { text } = show(record({ gaps: [{ kind: 'language', messageId: 'm7' }] }));
    expect(text).toContain('No claim found. 1 message read. 1 message not read.');
    expect(text).toContain('1 message in a language that is not read');
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

test('audit again is one click', async () => {
  const { actions } = show(story);
  fireEvent.click(screen.getByRole('button', { name: 'Audit again' }));
  await waitFor(() => expect(actions.audit).toHaveBeenCalledOnce());
});

describe('an export', () => {
  const choose = () => {
    const shown = show(story);
    fireEvent.click(screen.getByRole('button', { name: 'Export …' }));
    return shown;
  };
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the file' }));

  test('shows what is taken out and what goes out, before it goes', async () => {
    choose();
    expect((await screen.findByText('dana@customer.example')).parentElement?.textContent).toContain('E-mail dana@customer.example × 2');
    expect(screen.getByText('Write to [email].')).toBeTruthy();
  });

  test('leaves what is personal out unless somebody wants it in, and says then that it goes', async () => {
    const { actions } = choose();
    save();
    await waitFor(() => expect(actions.exportTrail).toHaveBeenLastCalledWith('html', true));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save the file' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Export …' }));
    fireEvent.change(screen.getByLabelText('Format'), { target: { value: 'json' } });
    fireEvent.click(screen.getByLabelText('Take out what is personal'));
    expect(screen.getByText(/^Everything goes out as it was written/)).toBeTruthy();
    save();
    await waitFor(() => expect(actions.exportTrail).toHaveBeenLastCalledWith('json', false));
  });

  test('that fails is said, and can be tried again', async () => {
    const { actions } = choose();
    actions.exportTrail.mockRejectedValueOnce(new Error('disk full'));
    save();
    expect((await screen.findByRole('alert')).textContent).toContain('disk full');
    save();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save the file' })).toBeNull());
  });
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

test('a result that was too long to be kept is said to be, with what of it the evidence points at', () => {
  const long = structuredClone(amountDiffers);
  const { result: _, ...call } = long.evidence.calls[0]!;
  const cut = { digest: 'qW3rTy-digest-of-the-result', length: 120_000, excerpts: [{ path: 'refunds.0.amount_minor', value: '3800' }] };
  long.evidence.calls[0] = { ...call, cut };
  show(long);
  const text = card('refunded $48').textContent;
  expect(text).toContain('too long to be kept whole (120,000 characters)');
  expect(text).toContain('qW3rTy-diges…');
  expect(text).toContain('refunds.0.amount_minor3800');
  expect(text).not.toContain('not captured');
});

test.each<[Limit['per'], string]>([
  ['call', 'The policy allows at most 50 USD each time (refund).'],
  ['ticket', 'The policy allows at most 50 USD per ticket (refund).'],
  ['day', 'The policy allows at most 50 USD per ticket in 24 hours (refund).'],
])('a limit for each %s says so', (per, sentence) => {
  const of = structuredClone(aboutTicket);
  of.findings[0]!.detail.limit!.per = per;
  expect(show(of).text).toContain(sentence);
});

test('of hundreds of recorded calls none is drawn before the fold is opened, and then some at a time', () => {
  const many = {
    ...story,
    evidence: { ...story.evidence, calls: Array.from({ length: 200 }, (_, i) => call(`k${i}`, `tool_${i}`, { i }, { ok: true })) },
  };
  const { container } = show(many);
  const fold = screen.getByText('What the log recorded').closest('details')!;
  expect(container.querySelectorAll('.calls li')).toHaveLength(0);
  open(fold);
  expect(container.querySelectorAll('.calls li')).toHaveLength(50);
  fireEvent.click(screen.getByRole('button', { name: '150 more calls', hidden: true }));
  expect(container.querySelectorAll('.calls li')).toHaveLength(100);
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
