import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throttled } from '../../../entrypoints/ticket.content/throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('throttled', () => {
  it('does once what was asked for many times', () => {
    const work = vi.fn((): undefined => undefined);
    const soon = throttled(100, new AbortController().signal, work);
    for (let i = 0; i < 5; i += 1) soon();
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(1);
  });
  it('is not put off by a page that never rests', () => {
    const work = vi.fn((): undefined => undefined);
    const soon = throttled(100, new AbortController().signal, work);
    for (let i = 0; i < 30; i += 1) {
      soon();
      vi.advanceTimersByTime(20);
    }
    expect(work.mock.calls.length).toBeGreaterThanOrEqual(5);
  });
  it('does nothing after its end', () => {
    const [work, end] = [vi.fn((): undefined => undefined), new AbortController()];
    const soon = throttled(100, end.signal, work);
    soon();
    end.abort();
    soon();
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
  });
  it('rests the longer, the longer it worked', async () => {
    const work = vi.fn(async () => 40);
    const soon = throttled(16, new AbortController().signal, work);
    for (let i = 0; i < 100; i += 1) {
      soon();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(work.mock.calls.length).toBeLessThanOrEqual(1000 / (5 * 40) + 1);
    expect(work.mock.calls.length).toBeGreaterThan(2);
  });
  it('never works twice at a time, and once more where it was asked meanwhile', async () => {
    let working = 0;
    let most = 0;
    const work = vi.fn(async () => {
      working += 1;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 100));
      working -= 1;
      return 0;
    });
    const soon = throttled(10, new AbortController().signal, work);
    soon();
    await vi.advanceTimersByTimeAsync(50);
    soon();
    soon();
    await vi.advanceTimersByTimeAsync(1000);
    expect([most, work.mock.calls.length]).toEqual([1, 2]);
  });
});
