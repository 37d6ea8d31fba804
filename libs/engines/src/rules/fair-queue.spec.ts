import { FairQueue } from './fair-queue.ts';

const anybody = () => true;

function filled(...items: readonly string[]): FairQueue<string> {
  const queue = new FairQueue<string>();
  for (const item of items) queue.add(item.charAt(0), item);
  return queue;
}

function takeAllOf(queue: FairQueue<string>): readonly (string | undefined)[] {
  return Array.from({ length: 9 }, () => queue.take(anybody)).filter((item) => item !== undefined);
}

describe('the queue of calls', () => {
  it('takes turns between owners, and keeps the order of each', () => {
    const queue = filled('a1', 'a2', 'a3', 'b1', 'c1', 'b2');
    expect(takeAllOf(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('lets a newcomer wait for one item of each other owner at most', () => {
    const queue = filled('a1', 'a2', 'a3');
    expect(queue.take(anybody)).toBe('a1');
    queue.add('b', 'b1');
    expect(takeAllOf(queue)).toEqual(['a2', 'b1', 'a3']);
  });

  it('passes over owners that may take nothing, who keep their turn', () => {
    const queue = filled('a1', 'b1', 'b2');
    const others = (owner: string) => owner !== 'a';
    expect([queue.hasFor(others), queue.take(others), queue.take(others)]).toEqual([
      true,
      'b1',
      'b2',
    ]);
    expect([queue.hasFor(others), queue.take(others)]).toEqual([false, undefined]);
    expect(queue.take(anybody)).toBe('a1');
  });

  it('forgets what is removed', () => {
    const queue = filled('a1', 'a2', 'b1');
    queue.remove('a', 'a1');
    queue.remove('b', 'b1');
    queue.remove('c', 'c1');
    expect(queue.takeAll()).toEqual(['a2']);
    expect(queue.hasFor(anybody)).toBe(false);
  });
});
