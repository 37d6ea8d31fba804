import { describe, expect, it } from '@jest/globals';
import { forEachTogether } from './for-each-together.ts';

async function* numbers(count: number) {
  for (let number = 0; number < count; number += 1) yield await Promise.resolve(number);
}

describe('work for each item', () => {
  it('is done for all of them, never more than a few at a time', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await forEachTogether(numbers(20), 3, async (number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done.push(number);
    });
    expect([done.length, most]).toEqual([20, 3]);
  });

  it('stops at the first failure, once the others have ended', async () => {
    const failure = new Error('the disk is full');
    const started: number[] = [];
    const ended: number[] = [];
    const work = forEachTogether(numbers(100), 2, async (number) => {
      started.push(number);
      await new Promise((resolve) => setImmediate(resolve));
      if (number === 3) throw failure;
      ended.push(number);
    });
    await expect(work).rejects.toBe(failure);
    expect(started.length).toBeLessThan(10);
    expect(ended.length).toBe(started.length - 1);
  });

  it('fails with the failure of the items, once the work has ended', async () => {
    const failure = new Error('the list is damaged');
    let ended = 0;
    async function* broken() {
      yield* numbers(2);
      throw failure;
    }
    const work = forEachTogether(broken(), 5, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ended += 1;
    });
    await expect(work).rejects.toBe(failure);
    expect(ended).toBe(2);
  });
});
