import { describe, expect, it } from '@jest/globals';
import { Gate } from '../../../store/src/store.fixture.ts';
import { InTurn } from './in-turn.ts';

describe('work in turn', () => {
  const never = new AbortController().signal;

  /** Works that wait for their gates, and note when they begin. */
  function works(count: number) {
    const begun: number[] = [];
    const gates = Array.from({ length: count }, () => new Gate());
    const work = (index: number) => () => {
      begun.push(index);
      return gates[index]?.opened ?? Promise.resolve(undefined);
    };
    return { begun, gates, work };
  }

  it('is done by a few at once, in the order in which they came', async () => {
    const turns = new InTurn(2);
    const { begun, gates, work } = works(4);
    const all = [0, 1, 2, 3].map((index) => turns.run(never, work(index)));
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1]);
    gates[1]?.open();
    await all[1];
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1, 2]);
    for (const gate of gates) gate.open();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('goes on after work that fails', async () => {
    const turns = new InTurn(1);
    const failing = turns.run(never, () => Promise.reject(new Error('no')));
    const next = turns.run(never, () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('lets those leave that are stopped while they wait', async () => {
    const turns = new InTurn(1);
    const { begun, gates, work } = works(3);
    const stopping = new AbortController();
    const first = turns.run(never, work(0));
    const second = turns.run(stopping.signal, work(1));
    const third = turns.run(never, work(2));
    stopping.abort();
    await expect(second).rejects.toThrow('stopped');
    await expect(turns.run(stopping.signal, work(1))).rejects.toThrow();
    gates[0]?.open();
    gates[2]?.open();
    await Promise.all([first, third]);
    expect(begun).toEqual([0, 2]);
  });
});
