/** What a trace of the browser says of a script's part in the work of its page. */

/** One event of Chromium's trace format; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** ... of the processor's time alone: another program may have had it in between. */
  tdur?: number;
  id?: string;
  args: { name?: string; data?: ProfileData };
}

interface ProfileData {
  startTime?: number;
  cpuProfile?: { nodes?: { id: number; parent?: number; callFrame: { functionName: string; url?: string } }[]; samples?: number[] };
  timeDeltas?: number[];
}

/** Stacks sampled on one thread, with who stood on them. */
class Samples {
  readonly #nodes = new Map<number, { parent: number | undefined; name: string; url: string }>();
  /** Of each sample: its time in microseconds, and its innermost node. */
  readonly list: { at: number; node: number }[] = [];
  #clock: number;

  constructor(startTime: number) {
    this.#clock = startTime;
  }

  add({ cpuProfile, timeDeltas = [] }: ProfileData): void {
    for (const { id, parent, callFrame } of cpuProfile?.nodes ?? [])
      this.#nodes.set(id, { parent, name: callFrame.functionName, url: callFrame.url ?? '' });
    (cpuProfile?.samples ?? []).forEach((node, i) => {
      this.#clock += timeDeltas[i] ?? 0;
      this.list.push({ at: this.#clock, node });
    });
  }

  /** A function of the script stands on the stack: it works itself, or has the browser work for it. */
  isOf(node: number, script: string): boolean {
    for (let at = this.#nodes.get(node); at; at = at.parent === undefined ? undefined : this.#nodes.get(at.parent))
      if (at.url.includes(script)) return true;
    return false;
  }

  isGarbage = (node: number): boolean => this.#nodes.get(node)?.name === '(garbage collector)';
}

export interface Share {
  /** Milliseconds of the processor's time in one task of the page's main thread that went to the script, at most. */
  longest: number;
  /** ... of all tasks together. */
  total: number;
  /** The longest task of the page, whosever it was. */
  longestOfAll: number;
}

/** @param script part of the script's URL, e.g. `content-scripts/ticket.js`. */
export function shareOf(trace: string, script: string): Share {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const renderers = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key));
  const profiles = new Map<string, Samples>();
  const threadOf = new Map<string, string>();
  const tasks = new Map<string, TraceEvent[]>();
  for (const event of traceEvents) {
    const { name, args, pid, id } = event;
    if (name === 'Profile') {
      profiles.set(`${pid}:${id}`, new Samples(args.data?.startTime ?? event.ts));
      threadOf.set(`${pid}:${id}`, key(event));
    } else if (name === 'ProfileChunk') profiles.get(`${pid}:${id}`)?.add(args.data ?? {});
    else if (name === 'RunTask' && event.dur !== undefined && renderers.has(key(event)))
      tasks.set(key(event), [...(tasks.get(key(event)) ?? []), event]);
  }
  const share = { longest: 0, total: 0, longestOfAll: 0 };
  for (const [id, samples] of profiles) {
    const list = samples.list.sort((a, b) => a.at - b.at);
    const own = (tasks.get(threadOf.get(id) ?? '') ?? []).sort((a, b) => a.ts - b.ts);
    if (!list.some(({ node }) => samples.isOf(node, script)) && profiles.size > 1) continue;
    let from = 0;
    for (const { ts, dur = 0, tdur = dur } of own) {
      let ours = 0;
      let wasOurs = false;
      while (from < list.length && list[from]!.at < ts) from += 1;
      for (let at = from; at < list.length && list[at]!.at < ts + dur; at += 1) {
        const { node } = list[at]!;
        // Whoever made the garbage pays for it.
        wasOurs = samples.isOf(node, script) || (wasOurs && samples.isGarbage(node));
        if (wasOurs) ours += Math.min(list[at + 1]?.at ?? ts + dur, ts + dur) - list[at]!.at;
      }
      const working = ours * (dur > 0 ? tdur / dur : 0);
      share.longest = Math.max(share.longest, working / 1000);
      share.total += working / 1000;
      share.longestOfAll = Math.max(share.longestOfAll, tdur / 1000);
    }
  }
  return share;
}
