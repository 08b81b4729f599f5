/** How far a run is, on stderr: on a terminal in one line that is written over, else a line now and then. */
import type { Tally } from './tally.ts';

const TERMINAL_MS = 500;
const LOG_MS = 30_000;

export interface Progress {
  show(tally: Tally, bytes: number): void;
  /** Takes the line away, so that something else can be said. */
  clear(): void;
}

/** @param size of the file in bytes, where it is known. */
export function progressOn(stream: NodeJS.WriteStream, size: number | null): Progress {
  const began = performance.now();
  const pause = stream.isTTY ? TERMINAL_MS : LOG_MS;
  let last = began;
  let shown = false;
  return {
    show({ tickets }, bytes) {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      const share = size ? `${Math.floor((100 * bytes) / size)} %, ` : '';
      const rate = Math.round((tickets.judged / (now - began)) * 1000);
      const line = `${share}${tickets.judged} tickets, ${tickets.red} red, ${tickets.refused} refused, ${rate} a second`;
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      shown = stream.isTTY;
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}
