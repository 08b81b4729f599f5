/** One ticket on the page, from the moment its URL is shown until it is left: read, watch, mark, guard. */
import type { Helpdesk, Shown } from '../../lib/helpdesks/helpdesk.ts';
import type { LetThroughFor, TicketPage, TicketRef } from '../../lib/model.ts';
import type { Place, Verdicts } from '../../lib/protocol.ts';
import { call } from '../../lib/wire.ts';
import { decide, type GateDecision } from './gate.ts';
import { rememberingGet } from './get.ts';
import { openLink } from './link.ts';
import { createOverlay } from './overlay.ts';
import { paint, resolve, resolveAll, reveal, unpaint } from './paint.ts';
import { slicer } from './slices.ts';
import { throttled } from './throttle.ts';
import { PULSE_MS, pulse, watchMovement, watchThread } from './watch.ts';

const FRAME_MS = 16;
const READ_MS = 250;
const READ_ANEW_MS = 20_000;
/** A page that shows no thread for so long is reported as it is: with its landmarks missing. */
const PATIENCE_MS = 10_000;

export interface TicketView {
  ticket: TicketRef;
  as: Shown['as'];
  adopt(verdicts: Verdicts): void;
  /** Brings a quote into view; throws where it does not stand on the page. */
  jump(place: Place): void;
  closes(event: Event): boolean;
  decide(): GateDecision;
  held(findings: string[]): void;
  /** A press went through, for this reason. */
  told(why: LetThroughFor | undefined): void;
}

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.helpdesk === b.helpdesk && a.host === b.host && a.id === b.id;

export function openTicket({ helpdesk, ticket, as }: Shown & { helpdesk: Helpdesk }, signal: AbortSignal): TicketView {
  const { get, forget } = rememberingGet();
  const opened = performance.now();
  let verdicts: Verdicts | null = null;
  /** The thread has changed since those. */
  let stale = false;
  let bodies: ReadonlyMap<string, Element> = new Map();
  let thread: Element | null = null;
  let lastText: string | null = null;
  /** What was read last, as far as its changes matter here. */
  let last: { words: string; status: TicketPage['status'] } | null = null;
  let gaveUp = false;
  let stopWatching = () => {};

  /** `held`: what was said of a held press, and stands on while the person is told how to open the panel. */
  const show = (findingId: string | null, held = '') =>
    void call('page.show', { ticket, findingId })
      .then(({ hint }) => hint && overlay.notice(`${held} ${hint}`.trim(), () => show(findingId, held), held ? 'red' : 'grey'))
      .catch(() => {});
  const overlay = createOverlay(document, signal, (mark) => show(mark.findingId));
  const link = openLink(ticket, signal, adopt);

  function adopt(next: Verdicts): void {
    if (!sameTicket(next.ticket, ticket)) return;
    verdicts = next;
    if (!next.auditing) stale = false;
    repaintSoon();
  }

  /** "Close anyway" was said of another thread, or has been used. */
  function endFreedom(): void {
    if (verdicts) verdicts = { ...verdicts, gate: { ...verdicts.gate, freeUntil: null } };
  }

  const repaintSoon = throttled(FRAME_MS, signal, async () => {
    const { pause, spent } = slicer();
    const painted = await resolveAll(verdicts?.marks ?? [], bodies, pause);
    if (signal.aborted) return;
    paint(painted);
    if (thread && painted.length > 0) overlay.show(painted, thread, helpdesk.scroller(document, ticket));
    else overlay.clear();
    return spent();
  });

  async function readOnce() {
    const { pause, spent } = slicer();
    const { page, bodies } = await helpdesk.read(document, ticket, { get, pause });
    return { page, bodies, spent: spent() };
  }

  const readSoon = throttled(READ_MS, signal, async () => {
    // New words in the thread: what the helpdesk's API said before is out of date.
    const text = thread?.textContent ?? null;
    if (text !== lastText) forget();
    lastText = text;
    let result = await readOnce();
    // Neither does it know yet who has closed the ticket meanwhile.
    if (last && result.page.status !== last.status && !signal.aborted) {
      forget();
      result = await readOnce();
    }
    if (signal.aborted) return;
    const { page } = result;
    bodies = result.bodies;
    repaintSoon();
    // A thread that is still loading is no reading yet; one that stays empty is reported as it is.
    if (page.messages.length === 0 && performance.now() - opened < PATIENCE_MS) return result.spent;
    const words = JSON.stringify(page.messages);
    if (last && last.words !== words) {
      stale = true;
      endFreedom();
    }
    last = { words, status: page.status };
    link.send(page, `${JSON.stringify({ ...page, messages: [] })}${words}`);
    return result.spent;
  });

  const changed = () => {
    // Marks leave with their quotes at once; reading may have to wait for the helpdesk's API.
    repaintSoon();
    readSoon();
  };

  function findThread(): void {
    const now = helpdesk.thread(document, ticket);
    const givingUp = !now && !gaveUp && performance.now() - opened > PATIENCE_MS;
    if (now === thread && !givingUp) return;
    gaveUp ||= givingUp;
    stopWatching();
    thread = now;
    stopWatching = thread ? watchThread(thread, helpdesk.scroller(document, ticket), changed, overlay.moved) : () => {};
    readSoon();
  }

  if (as === 'form') link.sendForm();
  else {
    findThread();
    pulse(signal, PULSE_MS, () => {
      findThread();
      overlay.follow();
      overlay.giveWay();
    });
    // Subject and status stand outside the thread, and change while nobody looks too.
    const readIfSeen = () => !document.hidden && readSoon();
    pulse(signal, READ_ANEW_MS, readIfSeen);
    document.addEventListener('visibilitychange', readIfSeen, { signal });
  }
  watchMovement(window, signal, overlay.follow, overlay.giveWay);
  signal.addEventListener('abort', () => {
    stopWatching();
    unpaint();
    overlay.remove();
  });

  return {
    ticket,
    as,
    adopt,
    jump(place) {
      const range = resolve(place, bodies);
      if (!range) throw new Error('no such quote');
      reveal(range);
    },
    closes: (event) => helpdesk.closes(event, document, ticket),
    decide: () => decide({ verdicts, stale, reachable: link.reachable() }, Date.now()),
    held(findings) {
      // First of all: the browser opens the panel only within the user's gesture.
      const held = verdicts?.gate.text;
      show(findings[0] ?? null, held);
      overlay.notice(held ?? '', () => show(findings[0] ?? null, held));
    },
    told(why) {
      if (why === 'freed') endFreedom();
    },
  };
}
