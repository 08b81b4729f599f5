/** Long work in slices, so that the host's page stays quick. */

const SLICE_MS = 8;

/** `await pause()` between two steps: goes on at once while the slice lasts, else after the page has had its turn. */
export function slicer(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}
