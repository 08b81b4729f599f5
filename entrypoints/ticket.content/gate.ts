/**
 * The close gate. It catches the close control before the host sees it, and decides at once from the last verdict that
 * was pushed: a press is held or goes its way, and is never cancelled and replayed.
 */
import type { GateOutcome, LetThroughFor } from '../../lib/model.ts';
import type { Verdicts } from '../../lib/protocol.ts';

export interface GateDecision {
  hold: boolean;
  /** What is reported to the worker; null: the gate is off, nothing is recorded. */
  outcome: Extract<GateOutcome, 'held' | 'let-through' | 'closed-before-audit'> | null;
  /** Why it is let through. */
  why?: LetThroughFor;
  findings: string[];
}

/** What the page knows when a press comes. */
export interface Known {
  verdicts: Verdicts | null;
  /** The thread has changed since that verdict. */
  stale: boolean;
  /** The worker answered the last heartbeat. A verdict that cannot be renewed holds nobody. */
  reachable: boolean;
}

/** @param now milliseconds since 1970. */
export function decide({ verdicts, stale, reachable }: Known, now: number): GateDecision {
  const before = (why: LetThroughFor): GateDecision => ({ hold: false, outcome: 'closed-before-audit', why, findings: [] });
  if (verdicts?.gate.mode === 'off') return { hold: false, outcome: null, findings: [] };
  if (!verdicts) return before('no-verdict');
  const { mode, open, unjudged, freeUntil } = verdicts.gate;
  if (unjudged) return before(unjudged);
  if (!reachable) return before('no-heartbeat');
  const through = (why: LetThroughFor): GateDecision => ({ hold: false, outcome: 'let-through', why, findings: open });
  if (open.length === 0) return stale ? before('no-verdict') : through('nothing-open');
  if (mode === 'watch') return through('watching');
  if (freeUntil !== null && Date.parse(freeUntil) > now) return through('freed');
  return { hold: true, outcome: 'held', findings: open };
}

/** Menus may act on the press rather than on the click: all of it is swallowed, and told of once. */
const JUDGED: ReadonlySet<string> = new Set(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'keydown', 'click']);

export interface GateDoors {
  /** Would this event, if it went through, close the ticket? */
  closes(event: Event): boolean;
  decide(): GateDecision;
  /** Called within the user's gesture, before anything else, so that the panel may open. */
  held(findings: string[]): void;
  report(decision: GateDecision): void;
}

/** One press, from its first event to its last: decided once, and told once. */
interface Press {
  decision: GateDecision;
  told: boolean;
}

export function installGate(window: Window, signal: AbortSignal, doors: GateDoors): void {
  let press: Press | null = null;
  let keyIsDown = false;

  /** A key that chooses may lead to a click of its own, and one that is held down to many: all of that is one press. */
  function follow(event: Event): void {
    const { type } = event;
    const begins = type === 'pointerdown' || (type === 'keydown' && !(event as KeyboardEvent).repeat);
    const ends = type === 'keyup' || (type === 'blur' && event.target === window);
    if (begins || ends) press = null;
    if (type === 'keydown') keyIsDown = true;
    if (ends || type === 'pointerdown') keyIsDown = false;
  }

  function judge(event: Event): void {
    const { type } = event;
    press ??= { decision: doors.decide(), told: false };
    const { decision, told } = press;
    if (decision.hold) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (type !== 'click' && type !== 'keydown') return;
    press = keyIsDown ? { decision, told: true } : null;
    if (told) return;
    if (decision.hold) doors.held(decision.findings);
    doors.report(decision);
  }

  const listener = (event: Event) => {
    // What a script of the page does is no person's decision.
    if (!event.isTrusted) return;
    follow(event);
    if (JUDGED.has(event.type) && doors.closes(event)) judge(event);
  };
  for (const type of [...JUDGED, 'keyup', 'blur']) window.addEventListener(type, listener, { capture: true, signal });
}
