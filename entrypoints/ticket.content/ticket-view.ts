/** One ticket on the page, from the moment its URL is shown until it is left: read, watch, mark, guard. */
import type { Helpdesk, Shown } from '../../lib/helpdesks/helpdesk.ts';
import type { TicketRef } from '../../lib/model.ts';
import type { Place, Verdicts } from '../../lib/protocol.ts';
import { call } from '../../lib/wire.ts';
import { decide, type GateDecision } from './gate.ts';
import { rememberingGet } from './get.ts';
import { openLink } from './link.ts';
import { createOverlay } from './overlay.ts';
import { type Painted, paint, resolve, reveal, unpaint } from './paint.ts';
import { slicer } from './slices.ts';
import { PULSE_MS, pulse, throttled, watchMovement, watchThread } from './watch.ts';

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
}

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.helpdesk === b.helpdesk && a.host === b.host && a.id === b.id;

export function openTicket({ helpdesk, ticket, as }: Shown & { helpdesk: Helpdesk }, signal: AbortSignal): TicketView {
  const { get, forget } = rememberingGet();
  const opened = performance.now();
  let verdicts: Verdicts | null = null;
  let bodies: ReadonlyMap<string, Element> = new Map();
  let painted: Painted[] = [];
  let thread: Element | null = null;
  let lastText: string | null = null;
  let reading = false;
  let gaveUp = false;
  let stopWatching = () => {};

  /** `held`: what was said of a held press, and stands on while the person is told how to open the panel. */
  const show = (findingId: string | null, held = '') =>
    void call('page.show', { ticket, findingId })
      .then(({ hint }) => hint && overlay.notice(`${held} ${hint}`.trim(), () => show(findingId, held), held ? 'red' : 'grey'))
      .catch(() => {});
  const overlay = createOverlay(document, (mark) => show(mark.findingId));
  const link = openLink(ticket, signal, adopt);

  function adopt(next: Verdicts): void {
    if (!sameTicket(next.ticket, ticket)) return;
    verdicts = next;
    void repaint();
  }

  async function repaint(): Promise<void> {
    const [marks, places] = [verdicts?.marks ?? [], bodies];
    const found: Painted[] = [];
    const pause = slicer();
    for (const mark of marks) {
      await pause();
      if (signal.aborted || marks !== (verdicts?.marks ?? marks) || places !== bodies) return;
      const one = resolve(mark, places);
      if (one) found.push({ mark, ...one });
    }
    painted = found;
    paint(painted);
    layOut();
  }

  function layOut(): void {
    if (signal.aborted) return;
    if (thread && painted.length > 0) void overlay.show(painted, thread, helpdesk.scroller(document, ticket));
    else overlay.clear();
  }

  async function read(): Promise<void> {
    if (reading) return readSoon();
    reading = true;
    // New words in the thread: what the helpdesk's API said before is out of date.
    const text = thread?.textContent ?? null;
    if (text !== lastText) forget();
    lastText = text;
    const result = await helpdesk.read(document, ticket, { get, pause: slicer() }).finally(() => {
      reading = false;
    });
    if (signal.aborted) return;
    bodies = result.bodies;
    // A thread that is still loading is no reading yet; one that stays empty is reported as it is.
    const loading = result.page.messages.length === 0 && performance.now() - opened < PATIENCE_MS;
    if (!loading) link.send(result.page);
    await repaint();
  }

  const readSoon = throttled(READ_MS, signal, () => void read());
  const layOutSoon = throttled(FRAME_MS, signal, layOut);
  // Marks leave with their quotes at once; reading may have to wait for the helpdesk's API.
  const repaintSoon = throttled(FRAME_MS, signal, () => void repaint());
  const changed = () => {
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
    stopWatching = thread ? watchThread(thread, helpdesk.scroller(document, ticket), changed, layOutSoon) : () => {};
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
    // Subject and status stand outside the thread.
    pulse(signal, READ_ANEW_MS, () => !document.hidden && readSoon());
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
      const found = resolve(place, bodies);
      if (!found) throw new Error('no such quote');
      reveal(found.range);
    },
    closes: (event) => helpdesk.closes(event, document, ticket),
    decide: () => decide(verdicts, link.reachable(), Date.now()),
    held(findings) {
      // First of all: the browser opens the panel only within the user's gesture.
      const held = verdicts?.gate.text;
      show(findings[0] ?? null, held);
      overlay.notice(held ?? '', () => show(findings[0] ?? null, held));
    },
  };
}
