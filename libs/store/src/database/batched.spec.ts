import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { Gate } from '../store.fixture.ts';
import { Batched } from './batched.ts';

describe('work in batches', () => {
  /** The batches that were done, and how many at a time. */
  let batches: (readonly string[])[];
  let underWay: number;
  let mostUnderWay: number;
  beforeEach(() => {
    batches = [];
    underWay = 0;
    mostUnderWay = 0;
  });

  /** Shouts each word; refuses a batch with "bad" in it. */
  const shouting = (before: () => Promise<unknown> = () => Promise.resolve()) =>
    new Batched<string, string>(async (words) => {
      batches.push(words);
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      await before();
      underWay -= 1;
      if (words.includes('bad')) throw new Error('a bad word');
      return words.map((word) => word.toUpperCase());
    }, 3);

  it('answers a caller who is alone', async () => {
    expect(await shouting().do('hello')).toBe('HELLO');
    expect(batches).toEqual([['hello']]);
  });

  it('takes those along who ask at the same time, and gives each the own answer', async () => {
    const work = shouting();
    expect(await Promise.all([work.do('a'), work.do('b'), work.do('c')])).toEqual(['A', 'B', 'C']);
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  it('never makes a batch larger than its limit', async () => {
    const work = shouting();
    const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(await Promise.all(words.map((word) => work.do(word)))).toHaveLength(7);
    expect(batches).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
  });

  it('lets those who ask meanwhile share the next batch', async () => {
    const gate = new Gate();
    const work = shouting(() => gate.opened);
    const first = work.do('a');
    await eventually(() => expect(batches).toHaveLength(1));
    const others = [work.do('b'), work.do('c')];
    gate.open();
    await Promise.all([first, ...others]);
    expect(batches).toEqual([['a'], ['b', 'c']]);
    expect(mostUnderWay).toBe(1);
  });

  it('fails one caller without failing the others', async () => {
    const work = shouting();
    const asked = await Promise.allSettled([work.do('a'), work.do('bad'), work.do('c')]);
    expect(asked).toMatchObject([
      { value: 'A' },
      { reason: new Error('a bad word') },
      { value: 'C' },
    ]);
  });

  it('makes nobody wait for the failure of another', async () => {
    const work = shouting();
    await Promise.allSettled([work.do('bad'), work.do('bad'), work.do('bad')]);
    expect(mostUnderWay).toBe(3);
  });

  it('goes on after a failure', async () => {
    const work = shouting();
    await expect(work.do('bad')).rejects.toThrow('a bad word');
    expect(await work.do('a')).toBe('A');
  });
});
