import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityTask } from '#contracts/workflows';
import { EntityState } from './entity.state.ts';

const FIRST: EntityTask = {
  taskId: 'tsk_1',
  type: 'correction',
  attempt: 1,
  workflowId: 'correction:tsk_1',
  conversationId: 'cnv_1',
  clipId: null,
  skipsQuietWait: false,
  priority: 'interactive',
};
const RETRY: EntityTask = { ...FIRST, attempt: 2 };

describe('the state of the workflow of an entity', () => {
  let state: EntityState;
  beforeEach(() => {
    state = new EntityState({ quietMs: 1_000, longestWaitMs: 5_000 }, 0, 'then');
  });

  /** Takes tasks, as the workflow does, and starts what may start. */
  function take(...tasks: readonly EntityTask[]): readonly EntityTask[] {
    state.takingWork();
    const starting = state.workTaken({ tasks, more: false }, 0);
    for (const task of starting) state.taskStarted(task);
    return starting;
  }

  it('has no work to take after a task whose text has not changed', () => {
    take(FIRST);
    state.taskEnded(FIRST, 'nothing', 0);
    expect(state.mustTakeWork).toBe(false);
  });

  it('starts a retry once the run of the earlier attempt has ended', () => {
    take(FIRST);
    expect(take(RETRY)).toEqual([]);
    state.taskEnded(FIRST, 'nothing', 0);
    expect(state.mustTakeWork).toBe(true);
    expect(take(RETRY)).toEqual([RETRY]);
    state.taskEnded(RETRY, 'nothing', 0);
    expect(state.mustTakeWork).toBe(false);
  });

  it('takes work once more after a retry when a signal came first, as runs of version 0.1 did', () => {
    take(FIRST);
    take(RETRY);
    state.signalled(0);
    state.taskEnded(FIRST, 'nothing', 0);
    expect(take(RETRY)).toEqual([RETRY]);
    state.taskEnded(RETRY, 'nothing', 0);
    expect(state.mustTakeWork).toBe(true);
  });
});
