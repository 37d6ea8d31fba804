import { aTask } from './task.fixture.ts';
import { withAdvance, withAnswer, withFetched } from './task-list.ts';

const HALF = { stage: 'summarise', unit: 'parts', done: 5, total: 10, percent: 50 } as const;

describe('tasks that are kept up to date', () => {
  it('show the progress of a running task, which never decreases', () => {
    const shown = withAdvance([aTask()], { taskId: 'tsk_1', progress: HALF, retry: null });
    expect(shown[0]?.progress.percent).toBe(50);
    expect(withFetched(shown, [aTask()])[0]?.progress.percent).toBe(50);
  });

  it('show the retry of a task until it succeeds', () => {
    const retry = { tries: 1, code: 'internal', message: 'It broke.', nextTryAt: null } as const;
    const shown = withAdvance([aTask()], { taskId: 'tsk_1', progress: HALF, retry });
    expect(shown[0]?.retry).toEqual(retry);
    const worked = withAdvance(shown, { taskId: 'tsk_1', progress: HALF, retry: null });
    expect(worked[0]?.retry).toBeNull();
  });

  it('ignore progress of a task that has ended', () => {
    const ended = [aTask({ state: 'cancelled' })];
    expect(withAdvance(ended, { taskId: 'tsk_1', progress: HALF, retry: null })).toBe(ended);
  });

  it('ignore progress of tasks that are not in the list', () => {
    const known = [aTask()];
    expect(withAdvance(known, { taskId: 'tsk_2', progress: HALF, retry: null })).toEqual(known);
  });

  it('accept the response to an action, also for a new task', () => {
    const answered = withAnswer([aTask()], aTask({ state: 'cancelling' }));
    expect(answered.map(({ state }) => state)).toEqual(['cancelling']);
    expect(withAnswer(answered, aTask({ id: 'tsk_2' })).map(({ id }) => id)).toEqual([
      'tsk_2',
      'tsk_1',
    ]);
  });
});
