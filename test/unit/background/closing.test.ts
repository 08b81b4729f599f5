import { describe, expect, it } from 'vitest';
import { type CloseJudgement, judgeClose } from '../../../entrypoints/background/closing.ts';
import type { TicketState } from '../../../lib/model.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 9, minute)).toISOString();
const record = (trouble?: 'timeout' | 'truncated') => ({ evidence: { coverage: { ...(trouble ? { trouble } : {}) } } }) as TicketState['record'];

interface Case {
  /** When it was seen closed, and had last been read open: minutes. */
  seen?: number;
  openAt?: number;
  /** When the helpdesk says that it was closed. */
  closed?: number | null;
  pressed?: number;
  open?: string[];
  record?: TicketState['record'];
}

const cases: [what: string, given: Case, judged: CloseJudgement][] = [
  ['red findings open and no press: flagged', {}, { findings: ['f1'] }],
  ['a press just before it was closed accounts for it', { pressed: 29 }, 'accounted'],
  ['... also where it is seen hours later', { seen: 300, pressed: 29 }, 'accounted'],
  ['... and where the helpdesk’s clock is wrong', { closed: 10, pressed: 30 }, 'accounted'],
  ['a press of long before does not', { pressed: 20 }, { findings: ['f1'] }],
  [
    'where the helpdesk does not say when it was closed, any press since it was read open may have been it',
    { closed: null, pressed: 12, seen: 300 },
    'accounted',
  ],
  ['... but none from before', { closed: null, pressed: 5, seen: 300 }, { findings: ['f1'] }],
  ['nothing open: nobody is to blame', { open: [] }, 'accounted'],
  ['nothing known yet: later', { open: [], record: null }, 'not-known-yet'],
  ['a log that cannot be read: later', { open: [], record: record('timeout') }, 'not-known-yet'],
  ['a log that was read in part, and nothing found in it', { open: [], record: record('truncated') }, 'accounted'],
  ['a press accounts for it though the log cannot be read', { open: [], record: record('timeout'), pressed: 30 }, 'accounted'],
];

describe('judgeClose', () => {
  it.each(cases)('%s', (_, { seen = 31, openAt = 10, closed = 30, pressed, open = ['f1'], record: known = record() }, judged) => {
    const told = closed === null ? undefined : { by: null, at: at(closed) };
    const state = { record: known, lastLetThrough: pressed === undefined ? null : at(pressed) };
    expect(judgeClose({ at: at(seen), openAt: at(openAt) }, told, state, open)).toEqual(judged);
  });
});
