import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { decide, type GateDecision, installGate, type Known } from '../../../entrypoints/ticket.content/gate.ts';
import type { Verdicts } from '../../../lib/protocol.ts';

const NOW = Date.parse('2026-10-01T09:00:00.000Z');
const verdicts = (gate: Partial<Verdicts['gate']> = {}): Verdicts => ({
  ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' },
  auditing: false,
  marks: [],
  gate: { mode: 'hold', open: ['f1', 'f2'], unjudged: null, freeUntil: null, text: 'Two findings are open.', ...gate },
});
const known = (over: Partial<Known> = {}): Known => ({ verdicts: verdicts(), stale: false, reachable: true, ...over });

const FREE = '2026-10-01T09:00:30.000Z';
const OVER = '2026-10-01T08:59:59.000Z';

const cases: [what: string, known: Known, outcome: GateDecision['outcome'], why?: GateDecision['why']][] = [
  ['open findings hold', known(), 'held'],
  ['... also after the thread has changed', known({ stale: true }), 'held'],
  ['nothing open: through', known({ verdicts: verdicts({ open: [] }) }), 'let-through', 'nothing-open'],
  [
    'nothing open, but the thread has changed since: through, and said so',
    known({ verdicts: verdicts({ open: [] }), stale: true }),
    'closed-before-audit',
    'no-verdict',
  ],
  ['no verdict yet: through, and said so', known({ verdicts: null }), 'closed-before-audit', 'no-verdict'],
  [
    'a log that cannot be read: through, and said so',
    known({ verdicts: verdicts({ open: [], unjudged: 'log-unreadable' }) }),
    'closed-before-audit',
    'log-unreadable',
  ],
  [
    'a trail that cannot be written: through, and said so',
    known({ verdicts: verdicts({ unjudged: 'trail-unwritable' }) }),
    'closed-before-audit',
    'trail-unwritable',
  ],
  ['a worker that does not answer: through, and said so', known({ reachable: false }), 'closed-before-audit', 'no-heartbeat'],
  ['freed by "close anyway": through', known({ verdicts: verdicts({ freeUntil: FREE }) }), 'let-through', 'freed'],
  ['freed, but too long ago: held again', known({ verdicts: verdicts({ freeUntil: OVER }) }), 'held'],
  ['watching only: through, with the findings', known({ verdicts: verdicts({ mode: 'watch' }) }), 'let-through', 'watching'],
  ['off: through, and nothing recorded', known({ verdicts: verdicts({ mode: 'off', unjudged: 'log-unreadable' }) }), null],
];

describe('decide', () => {
  it.each(cases)('%s', (_, given, outcome, why) => {
    const { findings, ...decision } = decide(given, NOW);
    expect(decision).toEqual({ hold: outcome === 'held', outcome, ...(why ? { why } : {}) });
    expect(findings).toEqual(outcome === 'held' || outcome === 'let-through' ? given.verdicts?.gate.open : []);
  });
});

describe('installGate', () => {
  type Sent = [type: string, more?: { repeat?: boolean; trusted?: boolean; elsewhere?: boolean }];

  /** Sends events to a window of its own, whose control closes; gives what was told and which events went through. */
  function press(decisions: GateDecision[], events: Sent[]) {
    const window = new Window();
    const control = window.document.createElement('button');
    const other = window.document.createElement('button');
    window.document.body.append(control, other);
    const [told, passed, held]: [string[], string[], number[]] = [[], [], []];
    let decided = 0;
    installGate(window as unknown as globalThis.Window, new AbortController().signal, {
      closes: (event) => event.target === (control as unknown as EventTarget),
      decide: () => decisions[decided++]!,
      held: (findings) => held.push(findings.length),
      report: ({ outcome }) => told.push(String(outcome)),
    });
    for (const [type, { repeat = false, trusted = true, elsewhere = false }] of events.map(([type, more = {}]) => [type, more] as const)) {
      const event = new window.Event(type, { bubbles: true, cancelable: true });
      // What only a browser can make.
      Object.defineProperties(event, { isTrusted: { value: trusted }, repeat: { value: repeat } });
      if ((elsewhere ? other : control).dispatchEvent(event)) passed.push(type);
    }
    return { told, passed, held, decided };
  }

  const HELD: GateDecision = { hold: true, outcome: 'held', findings: ['f1'] };
  const FREED: GateDecision = { hold: false, outcome: 'let-through', why: 'freed', findings: ['f1'] };
  const MOUSE: Sent[] = [['pointerdown'], ['mousedown'], ['pointerup'], ['mouseup'], ['click']];

  it('swallows the whole press that it holds, and tells of it once', () => {
    expect(press([HELD], MOUSE)).toEqual({ told: ['held'], passed: [], held: [1], decided: 1 });
  });
  it('decides once for a press: what was let begin is let end, whatever is known by then', () => {
    expect(press([FREED, HELD], MOUSE)).toMatchObject({ told: ['let-through'], passed: MOUSE.map(([type]) => type), decided: 1 });
    expect(press([HELD, FREED], MOUSE)).toMatchObject({ told: ['held'], passed: [], decided: 1 });
  });
  it('the next press is another', () => {
    expect(press([FREED, HELD], [...MOUSE, ...MOUSE])).toMatchObject({ told: ['let-through', 'held'], decided: 2 });
  });
  it('a key and the click that it makes are one press', () => {
    expect(press([FREED, HELD], [['keydown'], ['click'], ['keyup']])).toMatchObject({ told: ['let-through'], passed: ['keydown', 'click', 'keyup'] });
  });
  it('a key that is held down is one press', () => {
    const held: Sent[] = [['keydown', { elsewhere: true }], ['click'], ['keydown', { repeat: true, elsewhere: true }], ['click']];
    expect(press([HELD, HELD], held)).toMatchObject({ told: ['held'], decided: 1 });
    expect(press([HELD, HELD], [...held, ['keyup'], ['keydown', { elsewhere: true }], ['click']])).toMatchObject({ told: ['held', 'held'] });
  });
  it('a click that nothing led to, as screen readers make them, is a press of its own', () => {
    expect(press([HELD, FREED], [['click'], ['click']])).toMatchObject({ told: ['held', 'let-through'], passed: ['click'] });
  });
  it('what a script of the page does is neither held nor told', () => {
    expect(press([HELD], [['click', { trusted: false }]])).toEqual({ told: [], passed: ['click'], held: [], decided: 0 });
  });
  it('other controls are nobody’s concern', () => {
    expect(
      press(
        [HELD],
        MOUSE.map(([type]) => [type, { elsewhere: true }]),
      ),
    ).toMatchObject({ told: [], decided: 0 });
  });
});
