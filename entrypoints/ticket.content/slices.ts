/** Long work in slices, so that the host's page stays quick. */

const SLICE_MS = 8;
/** A page that nobody sees need not be quick, and its browser lets it run only now and then. */
const HIDDEN_SLICE_MS = 50;
/** What seems to have worked for longer has waited for an answer meanwhile. */
const LONGEST_MS = 100;

export interface Slices {
  /** Awaited between two steps: goes on at once while the slice lasts, else after the page has had its turn. */
  pause(): Promise<void>;
  /** Milliseconds that the work has taken so far, without its pauses. */
  spent(): number;
}

export function slicer(): Slices {
  let began = performance.now();
  let before = 0;
  const slice = () => performance.now() - began;
  const worked = () => Math.min(slice(), LONGEST_MS);
  return {
    async pause() {
      if (slice() < (document.hidden ? HIDDEN_SLICE_MS : SLICE_MS)) return;
      before += worked();
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    },
    spent: () => before + worked(),
  };
}
