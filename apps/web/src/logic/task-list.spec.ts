import { aTask } from './task.fixture.ts';
import { withAdvance, withAnswer, withFetched } from './task-list.ts';

const HALF = { stage: 'summarise', unit: 'parts', done: 5, total: 10, percent: 50 } as const;

describe('tasks that are kept up to date', () => {
  it('show how far a running task has come, and never go back', () => {
    const shown = withAdvance([aTask()], { taskId: 'tsk_1', progress: HALF, retry: null });
    expect(shown[0]?.progress.percent).toBe(50);
    expect(withFetched(shown, [aTask()])[0]?.progress.percent).toBe(50);
  });

  it('show what is tried again of a task, until it has worked', () => {
    const retry = { tries: 1, code: 'internal', message: 'It broke.', nextTryAt: null } as const;
    const shown = withAdvance([aTask()], { taskId: 'tsk_1', progress: HALF, retry });
    expect(shown[0]?.retry).toEqual(retry);
    const worked = withAdvance(shown, { taskId: 'tsk_1', progress: HALF, retry: null });
    expect(worked[0]?.retry).toBeNull();
  });

  it('do not take progress for life: what has ended stays as it ended', () => {
    const ended = [aTask({ state: 'cancelled' })];
    expect(withAdvance(ended, { taskId: 'tsk_1', progress: HALF, retry: null })).toBe(ended);
  });

  it('leave out progress of tasks that are not in the list', () => {
    const known = [aTask()];
    expect(withAdvance(known, { taskId: 'tsk_2', progress: HALF, retry: null })).toEqual(known);
  });

  it('believe the answer to a person, also when it is of a task that is new', () => {
    const answered = withAnswer([aTask()], aTask({ state: 'cancelling' }));
    expect(answered.map(({ state }) => state)).toEqual(['cancelling']);
    expect(withAnswer(answered, aTask({ id: 'tsk_2' })).map(({ id }) => id)).toEqual([
      'tsk_2',
      'tsk_1',
    ]);
  });
});
