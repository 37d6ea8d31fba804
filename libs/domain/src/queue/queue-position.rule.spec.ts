import { describe, expect, it } from '@jest/globals';
import { PRIORITY_KEYS, type TaskPriority } from '#contracts/model';
import { queuePosition, type OwnerLine } from './queue-position.rule.ts';

interface Waiting {
  readonly id: string;
  readonly ownerId: string;
  readonly priority: TaskPriority;
}

const waiting = (id: string, ownerId: string, priority: TaskPriority = 'interactive'): Waiting => ({
  id,
  ownerId,
  priority,
});

const sameLine = (one: Waiting) => (other: Waiting) =>
  other.ownerId === one.ownerId && other.priority === one.priority;

function linesOf(all: readonly Waiting[]): OwnerLine[] {
  const heads = all.filter((each) => all.find(sameLine(each)) === each);
  return heads.map(({ id, ownerId, priority }, index) => {
    const count = all.filter(sameLine(heads[index]!)).length;
    return { ownerId, priority, waiting: count, oldestId: id };
  });
}

/** @param all the oldest first */
function positionOf(id: string, all: readonly Waiting[]): number {
  const task = all.find((each) => each.id === id)!;
  const rank = all.filter(sameLine(task)).indexOf(task) + 1;
  const { ownerId, priority } = task;
  return queuePosition({ ownerId, priority, rank }, linesOf(all));
}

/** Starts all tasks in sequence under the same rules. @returns their ids in order */
function startOrder(all: readonly Waiting[]): string[] {
  const rest = [...all];
  const started: string[] = [];
  const owners = [...new Set(all.map(({ ownerId }) => ownerId))];
  const keys = [...new Set(all.map(({ priority }) => PRIORITY_KEYS[priority]))].sort();
  for (const key of keys) {
    const hasKey = ({ priority }: Waiting) => PRIORITY_KEYS[priority] === key;
    while (rest.some(hasKey)) {
      for (const owner of owners) {
        const next = rest.findIndex((task) => hasKey(task) && task.ownerId === owner);
        if (next >= 0) started.push(...rest.splice(next, 1).map(({ id }) => id));
      }
    }
  }
  return started;
}

describe('the position in a queue', () => {
  it('is 1 for the only task that waits', () => {
    expect(positionOf('a', [waiting('a', 'ada')])).toBe(1);
  });

  it('counts the older tasks of the same owner', () => {
    const all = [waiting('a', 'ada'), waiting('b', 'ada'), waiting('c', 'ada')];
    expect(all.map(({ id }) => positionOf(id, all))).toEqual([1, 2, 3]);
  });

  it('is 2 for the only task of an owner behind 200 of another', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      waiting(String(index).padStart(3, '0'), 'ada'),
    );
    const all = [...many, waiting('900', 'bob')];
    expect(positionOf('900', all)).toBe(2);
    expect(positionOf('000', all)).toBe(1);
    expect(positionOf('001', all)).toBe(3);
    expect(positionOf('199', all)).toBe(201);
  });

  it('puts every interactive task before every batch task, whatever their age', () => {
    const all = [
      waiting('a', 'ada', 'batch'),
      waiting('b', 'bob'),
      waiting('c', 'bob'),
      waiting('d', 'ada'),
    ];
    expect(positionOf('a', all)).toBe(4);
    expect(positionOf('b', all)).toBe(1);
    expect(positionOf('d', all)).toBe(2);
    expect(positionOf('c', all)).toBe(3);
  });

  it('is the order in which tasks start when owners take turns', () => {
    const all = Array.from({ length: 60 }, (_, index) =>
      waiting(
        String(index).padStart(2, '0'),
        ['ada', 'bob', 'eve', 'ada', 'ada'][(index * 7) % 5]!,
        index % 4 === 0 ? 'batch' : 'interactive',
      ),
    );
    // The owners of each priority in the order of their oldest task.
    for (const priority of ['interactive', 'batch'] as const) {
      const own = all.filter((task) => task.priority === priority);
      const positions = startOrder(own).map((id) => positionOf(id, own));
      expect(positions).toEqual(own.map((_, index) => index + 1));
    }
    const positions = all.map(({ id }) => positionOf(id, all)).sort((a, b) => a - b);
    expect(positions).toEqual(all.map((_, index) => index + 1));
  });
});
