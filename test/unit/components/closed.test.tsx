// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { AuditRecord, ClaimFinding, Decision, TicketPage } from '../../../lib/model.ts';
import { view } from './records.ts';
import { card, decisionOn, show } from './show.tsx';
import { amountDiffers, honest, logDown, noClaim, story } from './tickets.ts';

afterEach(cleanup);

const closed = (of: AuditRecord, by?: TicketPage['closed'], status: TicketPage['status'] = 'solved'): AuditRecord => ({
  ...of,
  page: { ...of.page, status, ...(by ? { closed: by } : {}) },
});
const all = (of: AuditRecord, kind: Decision['kind']) => of.findings.map((one) => decisionOn(one as ClaimFinding, kind));
const header = () => document.querySelector('header.ticket')!.textContent;
const at = '2026-10-01T12:04:00.000Z';

describe('a ticket that is closed already says who closed it, and when', () => {
  test.each<[string, TicketPage['closed'] | undefined, TicketPage['status'], string]>([
    ['by whom and when', { by: 'Sam Rivera', at }, 'closed', 'Closed by Sam Rivera, 1 Oct 2026, 12:04 · not reviewed'],
    ['solved', { by: 'Sam Rivera', at }, 'solved', 'Solved by Sam Rivera, 1 Oct 2026, 12:04 · not reviewed'],
    ['only by whom', { by: 'Sam Rivera', at: null }, 'closed', 'Closed by Sam Rivera · not reviewed'],
    ['only when', { by: null, at }, 'closed', 'Closed 1 Oct 2026, 12:04 · the helpdesk does not say by whom · not reviewed'],
    ['neither', undefined, 'closed', 'Closed · the helpdesk does not say by whom · not reviewed'],
  ])('%s', (_, by, status, line) => {
    show(closed(story, by, status));
    expect(header()).toContain(line);
  });

  test('an open ticket is only open', () => {
    show(closed(story, undefined, 'open'));
    expect(header()).toContain('Ticket 4127 · Open ·');
    expect(header()).not.toContain('reviewed');
  });
});

describe('and whether anybody looked at its findings', () => {
  test.each<[string, AuditRecord, Decision[], string | null]>([
    ['not while a red finding is open', story, all(story, 'confirmed').slice(1), 'not reviewed'],
    ['once all red findings are decided', story, all(story, 'confirmed'), '· reviewed'],
    ['also where one must be reopened: that somebody looked is said, and that it is open, below', story, all(story, 'reopen-needed'), '· reviewed'],
    ['not where something cannot be told and nobody looked', logDown, [], 'not reviewed'],
    ['of nothing that needs a person, nothing is said', honest, [], null],
    ['nor where no claim was found', noClaim, [], null],
  ])('%s', (_, of, decisions, words) => {
    show(closed(of), { decisions });
    if (words) expect(header()).toContain(words);
    else expect(header()).not.toContain('reviewed');
  });

  test('nobody has before the first audit', () => {
    show({ kind: 'ticket', ticket: { ...view(closed(story)), record: null } });
    expect(header()).toContain('not reviewed');
  });
});

describe('closed without review', () => {
  const [first, , third] = story.findings;
  const closedWithoutReview = { at, findings: [first!.id, third!.id, 'changed-since'] };

  test('says when, what was open, and what to do', () => {
    show(closed(story), { closedWithoutReview });
    const notice = screen.getByRole('region', { name: 'Closed without review' });
    expect(notice.textContent).toContain('seen closed at 1 Oct 2026, 12:04');
    expect([...notice.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '“refunded $48”',
      '“confirmed billing in Stripe”',
      '1 finding that has changed since',
    ]);
    expect(notice.textContent).toContain('choose “Reopen needed”');
  });

  test('brings the reader to each finding', () => {
    show(closed(story), { closedWithoutReview });
    fireEvent.click(screen.getByRole('button', { name: '“confirmed billing in Stripe”' }));
    expect(document.activeElement).toBe(card('confirmed billing'));
  });

  test('is not said of a ticket that went the right way', () => {
    show(closed(story));
    expect(screen.queryByRole('region', { name: 'Closed without review' })).toBeNull();
  });
});

describe('reopen needed', () => {
  const decisions = [decisionOn(amountDiffers.findings[0] as ClaimFinding, 'reopen-needed')];

  test('stays as an open point, with a link to the ticket and nothing that would write to it', () => {
    show(closed(amountDiffers), { decisions });
    const point = screen.getByRole('region', { name: 'Reopen needed' });
    expect(point.textContent).toContain('Deskcheck changes nothing in your helpdesk.');
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open the ticket' });
    expect(link.getAttribute('href')).toBe('https://harborworks.zendesk.com/agent/tickets/4127');
    expect(card('refunded $48').textContent).toContain('Must be reopened, says Mia Lund');
  });

  test('has no link where the helpdesk is not set up any more', () => {
    show(closed(amountDiffers), { decisions }, { desk: null });
    expect(screen.getByRole('region', { name: 'Reopen needed' })).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('once it is open again the finding waits for a decision on what was done', () => {
    const { text } = show(closed(amountDiffers, undefined, 'open'), { decisions });
    expect(text).toContain('Open again');
    expect(card('refunded $48').textContent).toContain('The ticket is open again');
    expect(card('refunded $48').className).not.toContain('decided');
    expect(screen.getByRole('button', { name: 'Mended' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reopen needed' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Close anyway' })).toBeTruthy();
    expect(text).not.toContain('1 of 1 decided');
  });
});
