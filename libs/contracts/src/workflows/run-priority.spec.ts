import { describe, expect, it } from '@jest/globals';
import { TASK_PRIORITIES } from '../model/priorities.ts';
import { priorityOf, priorityOfKey } from './run-priority.ts';

describe('the priority of a run', () => {
  it('puts interactive work first, and has one fairness key for each owner', () => {
    const interactive = priorityOf('interactive', 'ada');
    const batch = priorityOf('batch', 'ada');
    expect(interactive.priorityKey).toBeLessThan(batch.priorityKey ?? 0);
    expect([interactive.fairnessKey, batch.fairnessKey]).toEqual(['ada', 'ada']);
  });

  it('is read back from its key', () => {
    const read = TASK_PRIORITIES.map((each) => priorityOfKey(priorityOf(each, 'ada').priorityKey));
    expect(read).toEqual(TASK_PRIORITIES);
  });

  it('distinguishes owners whose ids are longer than a fairness key may be', () => {
    const keys = ['a', 'b'].map(
      (last) => priorityOf('batch', `${'o'.repeat(79)}${last}`).fairnessKey ?? '',
    );
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toHaveLength(64);
    expect(priorityOf('batch', 'o'.repeat(64)).fairnessKey).toBe('o'.repeat(64));
  });
});
