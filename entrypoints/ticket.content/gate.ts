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

/** `reachable`: the worker answered the last heartbeat. A verdict that cannot be renewed holds nobody. */
export function decide(verdicts: Verdicts | null, reachable: boolean, now: number): GateDecision {
  const before = (why: LetThroughFor): GateDecision => ({ hold: false, outcome: 'closed-before-audit', why, findings: [] });
  if (verdicts?.gate.mode === 'off') return { hold: false, outcome: null, findings: [] };
  if (!verdicts) return before('no-verdict');
  if (!reachable) return before('no-heartbeat');
  const { mode, open, unjudged, freeUntil } = verdicts.gate;
  if (unjudged) return before(unjudged);
  const through = (why: LetThroughFor): GateDecision => ({ hold: false, outcome: 'let-through', why, findings: open });
  if (open.length === 0) return through('nothing-open');
  if (mode === 'watch') return through('watching');
  if (freeUntil !== null && Date.parse(freeUntil) > now) return through('freed');
  return { hold: true, outcome: 'held', findings: open };
}

/** Menus may act on the press rather than on the click: all of it is swallowed, and told of once. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup'] as const;
const TOLD = ['click', 'keydown'] as const;

export interface GateDoors {
  /** Would this event, if it went through, close the ticket? */
  closes(event: Event): boolean;
  decide(): GateDecision;
  /** Called within the user's gesture, before anything else, so that the panel may open. */
  held(findings: string[]): void;
  report(decision: GateDecision): void;
}

export function installGate(window: Window, signal: AbortSignal, doors: GateDoors): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const on = (types: readonly string[], handle: (event: Event, decision: GateDecision) => void) => {
    const listener = (event: Event) => {
      // What a script of the page does is no person's decision.
      if (!event.isTrusted || !doors.closes(event)) return;
      const decision = doors.decide();
      if (decision.hold) stop(event);
      handle(event, decision);
    };
    for (const type of types) window.addEventListener(type, listener, { capture: true, signal });
  };
  on(PRESSES, () => {});
  on(TOLD, (event, decision) => {
    if ((event as KeyboardEvent).repeat) return;
    if (decision.hold) doors.held(decision.findings);
    doors.report(decision);
  });
}
