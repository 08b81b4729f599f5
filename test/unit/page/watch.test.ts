import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pulse } from '../../../entrypoints/ticket.content/watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('pulse', () => {
  it('beats until its end', () => {
    const [beat, end] = [vi.fn(), new AbortController()];
    pulse(end.signal, 250, beat);
    vi.advanceTimersByTime(1000);
    end.abort();
    vi.advanceTimersByTime(1000);
    expect(beat).toHaveBeenCalledTimes(4);
  });
});
