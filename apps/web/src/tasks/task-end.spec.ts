import { isEndForAll, isEndOf } from './task-end.ts';

describe('the end of a task', () => {
  it.each([
    ['task_completed', true],
    ['task_failed', true],
    ['task_cancelled', true],
    ['task_started', false],
  ])('is the event %s: %s', (type, isEnd) => {
    expect(isEndOf({ type, taskId: 'tsk_1' }, 'tsk_1')).toBe(isEnd);
    expect(isEndForAll({ type, ownerId: 'installation' })).toBe(isEnd);
  });

  it('is not that of another task, nor of a task on the data of one owner', () => {
    expect(isEndOf({ type: 'task_failed', taskId: 'tsk_2' }, 'tsk_1')).toBe(false);
    expect(isEndForAll({ type: 'task_failed', ownerId: 'ada' })).toBe(false);
  });
});
