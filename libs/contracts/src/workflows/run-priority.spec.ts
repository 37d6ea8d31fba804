import { describe, expect, it } from '@jest/globals';
import { priorityOf } from './run-priority.ts';

describe('the priority of work', () => {
  it('lets interactive work go first, and the owners take turns', () => {
    const interactive = priorityOf('interactive', 'ada');
    const batch = priorityOf('batch', 'ada');
    expect(interactive.priorityKey).toBeLessThan(batch.priorityKey ?? 0);
    expect([interactive.fairnessKey, batch.fairnessKey]).toEqual(['ada', 'ada']);
  });

  it('tells owners apart whose ids are longer than a key may be', () => {
    const keys = ['a', 'b'].map(
      (last) => priorityOf('batch', `${'o'.repeat(79)}${last}`).fairnessKey ?? '',
    );
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toHaveLength(64);
    expect(priorityOf('batch', 'o'.repeat(64)).fairnessKey).toBe('o'.repeat(64));
  });
});
