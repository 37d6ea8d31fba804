import { describe, expect, it } from '@jest/globals';
import { TASK_STATES } from '#contracts/tasks';
import { workStateOf } from './work-state.rule.ts';

describe('the state of the work on something', () => {
  it('is that of open tasks, before that of failed ones', () => {
    expect(workStateOf(['failed', 'completed', 'running'])).toBe('running');
    expect(workStateOf(['failed', 'pending'])).toBe('pending');
  });

  it('is a failure even when other tasks are completed', () => {
    expect(workStateOf(['completed', 'failed'])).toBe('failed');
  });

  it('is completed only when all tasks are, and none without tasks', () => {
    expect(workStateOf(['completed', 'completed'])).toBe('completed');
    expect(workStateOf([])).toBeNull();
  });

  it.each(TASK_STATES)('is known for tasks that are all %s', (state) => {
    expect(workStateOf([state])).toBe(state);
  });
});
