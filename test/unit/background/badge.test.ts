import { describe, expect, test } from 'vitest';
import { badgeOf } from '../../../entrypoints/background/badge.ts';
import type { AuditRecord, ClaimFinding, Decision, TicketState } from '../../../lib/model.ts';
import { claim, finding, message, record, view } from '../components/records.ts';
import { aboutTicket, allTakenBack, amountDiffers, honest, logDown, noClaim, story, untold } from '../components/tickets.ts';

const decided = (of: ClaimFinding, kind: Decision['kind']): Decision => ({
  findingId: of.id,
  kind,
  reason: '',
  reviewer: 'Mia',
  at: '2026-10-01T10:40:00.000Z',
  on: { verdict: of.verdict, reason: of.reason, calls: of.calls },
});
const decisions = (of: AuditRecord, kind: Decision['kind'], count = of.findings.length): Decision[] =>
  of.findings.slice(0, count).map((one) => decided(one as ClaimFinding, kind));

const guess = message('m2', 'I refunded $9.', { author: { kind: 'unknown', name: 'HelperBot' } });
const guessed = claim('refunded $9', guess, 'credit');
const asked = record({ messages: [guess], claims: [guessed], findings: [finding(guessed, { verdict: 'unverifiable', reason: 'author-unknown' })] });
const blind = record({ coverage: { complete: false, trouble: 'timeout' } });
const unread = record({ gaps: [{ kind: 'no-messages' }] });
const closed = { closedWithoutReview: { at: '2026-10-01T10:35:00.000Z', findings: [story.findings[0]!.id, story.findings[1]!.id] } };

describe('the toolbar badge', () => {
  test.each<[string, TicketState, string, string]>([
    ['counts the red findings that nobody has decided on', view(story), '3', 'toolbar_red'],
    ['no longer counts what is decided', view(story, { decisions: decisions(story, 'confirmed', 1) }), '2', 'toolbar_red'],
    ['counts red findings about the ticket', view(aboutTicket), '1', 'toolbar_red'],
    ['is nothing once all is decided', view(story, { decisions: decisions(story, 'dismissed') }), '', 'toolbar_decided'],
    ['calls when a ticket was closed without review, however much is open', view(story, closed), '!', 'toolbar_unreviewed'],
    ['calls when a ticket must be reopened', view(amountDiffers, { decisions: decisions(amountDiffers, 'reopen-needed') }), '!', 'toolbar_reopen'],
    ['calls when no message was found on the ticket’s page', view(unread), '!', 'toolbar_unread'],
    ['calls for that before anything was audited, too', { ...view(unread), record: null }, '!', 'toolbar_unread'],
    ['asks where something cannot be told', view(logDown), '?', 'toolbar_amber'],
    ['asks no longer when that is decided', view(logDown, { decisions: decisions(logDown, 'dismissed') }), '', 'toolbar_decided'],
    ['asks where the log could not be read, though no claim was found', view(blind), '?', 'toolbar_amber'],
    ['asks where an author is to be told', view(asked), '?', 'toolbar_author'],
    ['waits while no audit has ended', { ...view(story), record: null }, '…', 'toolbar_waiting'],
    ['is nothing where all is supported', view(honest), '', 'toolbar_green'],
    ['asks for a look at what is amber about the ticket', view(untold), '?', 'toolbar_ticket'],
    ['is nothing where all that was claimed was taken back, and says so under the pointer', view(allTakenBack), '', 'toolbar_taken_back'],
    ['is nothing where no claim was found, and says so under the pointer', view(noClaim), '', 'toolbar_grey'],
  ])('%s', (_, state, sign, title) => {
    expect(badgeOf(state)).toMatchObject({ sign, title });
  });
});
