import { SlotPool } from './slot-pool.ts';

describe('a pool of slots', () => {
  it('grants as many slots as it has, and serves waiting callers in order', () => {
    const granted: string[] = [];
    const pool = new SlotPool(1);
    const releaseFirst = pool.take(() => granted.push('first'));
    const releaseSecond = pool.take(() => granted.push('second'));
    pool.take(() => granted.push('third'));
    expect(granted).toEqual(['first']);
    releaseFirst();
    expect(granted).toEqual(['first', 'second']);
    releaseSecond();
    expect(granted).toEqual(['first', 'second', 'third']);
  });

  it('does not serve a caller that stopped waiting', () => {
    const granted: string[] = [];
    const pool = new SlotPool(1);
    const release = pool.take(() => granted.push('first'));
    pool.take(() => granted.push('gone'))();
    pool.take(() => granted.push('third'));
    release();
    expect(granted).toEqual(['first', 'third']);
  });

  it('releases a slot only once', () => {
    const granted: string[] = [];
    const pool = new SlotPool(1);
    const release = pool.take(() => granted.push('first'));
    release();
    release();
    pool.take(() => granted.push('second'));
    pool.take(() => granted.push('third'));
    expect(granted).toEqual(['first', 'second']);
  });
});
