import { jest } from '@jest/globals';
import { coalesced } from './coalesced.ts';

describe('requests that become one call', () => {
  const GAP_MS = 250;
  let started: number;
  let finish: () => void;
  const work = () => {
    started += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };

  beforeEach(() => {
    jest.useFakeTimers();
    started = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('start at once when no call is running', () => {
    void coalesced(work, GAP_MS)();
    expect(started).toBe(1);
  });

  it('wait for the current call and the gap after it, and then share one call', async () => {
    const ask = coalesced(work, GAP_MS);
    void ask();
    for (let request = 0; request < 50; request += 1) void ask();
    finish();
    await jest.advanceTimersByTimeAsync(GAP_MS - 10);
    expect(started).toBe(1);
    await jest.advanceTimersByTimeAsync(20);
    expect(started).toBe(2);
  });

  it('are fulfilled by a call that started after them', async () => {
    const ask = coalesced(work, GAP_MS);
    void ask();
    let fulfilled = false;
    void ask().then(() => {
      fulfilled = true;
    });
    finish();
    await jest.advanceTimersByTimeAsync(GAP_MS * 2);
    expect(fulfilled).toBe(false);
    finish();
    await jest.advanceTimersByTimeAsync(0);
    expect(fulfilled).toBe(true);
  });

  it('start at once again after the gap', async () => {
    const ask = coalesced(work, GAP_MS);
    void ask();
    finish();
    await jest.advanceTimersByTimeAsync(GAP_MS * 2);
    void ask();
    expect(started).toBe(2);
  });
});
