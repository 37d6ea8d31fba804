import { AdaptiveLimit } from './adaptive-limit.ts';

/** As many requests as the limit allows, again and again, to a server that works on so many at once. */
function after(rounds: number, slots: number, limit = new AdaptiveLimit(16)): AdaptiveLimit {
  for (let round = 0; round < rounds; round += 1) {
    const inFlight = limit.limit;
    for (let n = 0; n < inFlight; n += 1) {
      // Requests beyond its slots wait until one of the slots is free.
      const durationMs = 100 * Math.ceil((n + 1) / slots);
      limit.note({ kind: 'answered', durationMs, work: 1 }, inFlight, 0);
    }
  }
  return limit;
}

describe('the limit of requests at the same time', () => {
  it('finds a server with one slot, and does not fill its queue', () => {
    expect(after(100, 1).limit).toBeLessThanOrEqual(2);
  });

  it.each([4, 8])('uses %d slots of a server that has them', (slots) => {
    const { limit } = after(200, slots);
    expect(limit).toBeGreaterThanOrEqual(slots);
    expect(limit).toBeLessThanOrEqual(slots + 2);
  });

  it('never exceeds the bound of the operator', () => {
    expect(after(500, 1_000, new AdaptiveLimit(3)).limit).toBe(3);
    expect(after(500, 1_000, new AdaptiveLimit(1)).limit).toBe(1);
  });

  it('falls to half with each overload, never below one, and recovers', () => {
    const limit = after(200, 8);
    const before = limit.limit;
    limit.note({ kind: 'overloaded', retryAfterMs: null }, before, 0);
    expect(limit.limit).toBeLessThanOrEqual(Math.ceil(before / 2));
    for (let n = 0; n < 10; n += 1) limit.note({ kind: 'overloaded', retryAfterMs: null }, 1, 0);
    expect(limit.limit).toBe(1);
    expect(after(200, 8, limit).limit).toBeGreaterThanOrEqual(8);
  });

  it('is not changed by requests that say nothing of the load', () => {
    const limit = after(50, 4);
    const before = limit.limit;
    for (let n = 0; n < 20; n += 1) limit.note({ kind: 'other' }, before, 0);
    expect(limit.limit).toBe(before);
  });

  it('does not grow while it is not used', () => {
    const limit = new AdaptiveLimit(16);
    for (let n = 0; n < 50; n += 1) {
      limit.note({ kind: 'answered', durationMs: 100, work: 1 }, 1, 0);
    }
    expect(limit.limit).toBe(2);
  });

  it('waits as long as the server asks', () => {
    const limit = new AdaptiveLimit(16);
    limit.note({ kind: 'overloaded', retryAfterMs: 5_000 }, 1, 1_000);
    expect(limit.waitMs(2_000)).toBe(4_000);
    limit.note({ kind: 'overloaded', retryAfterMs: 100 }, 1, 2_000);
    expect(limit.waitMs(2_000)).toBe(4_000);
    expect(limit.waitMs(7_000)).toBe(0);
  });
});
