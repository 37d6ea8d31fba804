import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

/** A work that lasts until it is ended. */
function openWork(started: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    started.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('run so many works at a time, and the others in the order in which they came', async () => {
    const started: string[] = [];
    const [one, two, three, four] = ['1', '2', '3', '4'].map((name) => openWork(started, name));
    const turns = new Turns(2);
    const results = [one, two, three, four].map((each) => turns.take(each!.work));
    await settle();
    expect(started).toEqual(['1', '2']);
    two!.end();
    await settle();
    expect(started).toEqual(['1', '2', '3']);
    for (const each of [one, three, four]) each!.end();
    expect(await Promise.all(results)).toEqual(['1', '2', '3', '4']);
  });

  it('go on after a work that has failed', async () => {
    const started: string[] = [];
    const [one, two] = ['1', '2'].map((name) => openWork(started, name));
    const turns = new Turns(1);
    const failed = turns.take(one!.work);
    const after = turns.take(two!.work);
    one!.fail();
    await expect(failed).rejects.toThrow('1');
    two!.end();
    expect(await after).toBe('2');
    expect(await turns.take(() => Promise.resolve('3'))).toBe('3');
  });
});
