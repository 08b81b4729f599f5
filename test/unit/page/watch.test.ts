import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pulse, throttled } from '../../../entrypoints/ticket.content/watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('throttled', () => {
  it('does once what was asked for many times', () => {
    const work = vi.fn();
    const soon = throttled(100, new AbortController().signal, work);
    for (let i = 0; i < 5; i += 1) soon();
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(1);
  });
  it('is not put off by a page that never rests', () => {
    const work = vi.fn();
    const soon = throttled(100, new AbortController().signal, work);
    for (let i = 0; i < 30; i += 1) {
      soon();
      vi.advanceTimersByTime(20);
    }
    expect(work.mock.calls.length).toBeGreaterThanOrEqual(5);
  });
  it('does nothing after its end', () => {
    const [work, end] = [vi.fn(), new AbortController()];
    const soon = throttled(100, end.signal, work);
    soon();
    end.abort();
    soon();
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
  });
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
