import { describe, expect, it } from '@jest/globals';
import { Gate } from '../store.fixture.ts';
import { Batched } from './batched.ts';

describe('work in batches', () => {
  it('runs a single item alone, and concurrent items in one batch', async () => {
    const batches: (readonly number[])[] = [];
    const doubled = new Batched(async (items: readonly number[]) => {
      batches.push(items);
      return items.map((item) => item * 2);
    }, 10);
    expect(await doubled.do(1)).toBe(2);
    expect(await Promise.all([2, 3, 4].map((item) => doubled.do(item)))).toEqual([4, 6, 8]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('collects items that arrive during a batch into the next, up to the limit', async () => {
    const [begun, gate] = [new Gate(), new Gate()];
    const batches: (readonly number[])[] = [];
    const slow = new Batched(async (items: readonly number[]) => {
      batches.push(items);
      begun.open();
      await gate.opened;
      return items;
    }, 2);
    const first = slow.do(1);
    await begun.opened;
    const rest = [2, 3, 4].map((item) => slow.do(item));
    gate.open();
    expect(await Promise.all([first, ...rest])).toEqual([1, 2, 3, 4]);
    expect(batches).toEqual([[1], [2, 3], [4]]);
  });

  it('fails only the bad item of a batch', async () => {
    const picky = new Batched(async (items: readonly number[]) => {
      if (items.includes(3)) throw new Error('three');
      return items;
    }, 10);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => picky.do(item)));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });
});
