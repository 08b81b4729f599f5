/** Work that is asked for often is done seldom: the page's own work goes first. */

/** A page that never rests costs at most a sixth of its time: five parts of rest follow one of work. */
const REST = 5;

/** Milliseconds that the work took, as far as it kept the page waiting. */
type Spent = number | undefined;

/**
 * The returned function asks for `work`: done once, `ms` after the first time it was asked for, so that a page which never
 * rests is read too; never twice at a time, and the later the longer it took the last time.
 */
export function throttled(ms: number, signal: AbortSignal, work: () => Spent | Promise<Spent>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = false;
  let askedAgain = false;
  let restUntil = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const ask = () => {
    if (working) askedAgain = true;
    else if (!signal.aborted) timer ??= setTimeout(begin, Math.max(ms, restUntil - performance.now()));
  };
  const end = (spent: Spent) => {
    working = false;
    restUntil = performance.now() + REST * (spent ?? 0);
    if (askedAgain) ask();
  };
  function begin(): void {
    timer = undefined;
    if (signal.aborted) return;
    askedAgain = false;
    const spent = work();
    if (!(spent instanceof Promise)) {
      end(spent);
      return;
    }
    working = true;
    spent.then(end, (error: unknown) => {
      end(0);
      throw error;
    });
  }
  return ask;
}
