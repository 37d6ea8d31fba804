import { jest } from '@jest/globals';
import { coalesced } from './coalesced.ts';

describe('wishes that become one call', () => {
  const GAP_MS = 250;
  let begun: number;
  let finish: () => void;
  const work = () => {
    begun += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  };

  beforeEach(() => {
    jest.useFakeTimers();
    begun = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('begin at once when all is quiet', () => {
    void coalesced(work, GAP_MS)();
    expect(begun).toBe(1);
  });

  it('wait for the call under way and the gap after it, however many they are', async () => {
    const ask = coalesced(work, GAP_MS);
    void ask();
    for (let wish = 0; wish < 50; wish += 1) void ask();
    finish();
    await jest.advanceTimersByTimeAsync(GAP_MS - 10);
    expect(begun).toBe(1);
    await jest.advanceTimersByTimeAsync(20);
    expect(begun).toBe(2);
  });

  it('are fulfilled by a call that began after them', async () => {
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

  it('begin at once again after a quiet time', async () => {
    const ask = coalesced(work, GAP_MS);
    void ask();
    finish();
    await jest.advanceTimersByTimeAsync(GAP_MS * 2);
    void ask();
    expect(begun).toBe(2);
  });
});
