import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityTask } from '#contracts/workflows';
import { EntityState } from './entity.state.ts';

const CORRECTION: EntityTask = {
  taskId: 'tsk_1',
  type: 'correction',
  attempt: 1,
  workflowId: 'conversation:cnv_1',
  conversationId: 'cnv_1',
  clipId: null,
  skipsQuietWait: false,
  priority: 'interactive',
  total: 1,
  label: null,
};
const RETRY: EntityTask = { ...CORRECTION, attempt: 2, workflowId: 'correction:tsk_1' };
const SUMMARY: EntityTask = { ...CORRECTION, taskId: 'tsk_2', type: 'summary' };
const TRANSCRIPTION: EntityTask = {
  ...CORRECTION,
  taskId: 'tsk_3',
  type: 'transcription',
  workflowId: 'transcription:clp_1',
  clipId: 'clp_1',
};
const TIMING = { quietMs: 1_000, longestWaitMs: 5_000 };
const IDLE_MS = 60_000;

/** Takes tasks at a time, as the workflow does, and starts what may start. */
function take(
  state: EntityState,
  tasks: readonly EntityTask[],
  now = 0,
  ended: readonly string[] = [],
): readonly EntityTask[] {
  state.takingWork(now);
  const starting = state.workTaken({ tasks, more: false, ended }, now);
  for (const task of starting) state.taskStarting(task, now);
  return starting;
}

describe('the state of the workflow of an entity', () => {
  let state: EntityState;
  beforeEach(() => {
    state = new EntityState(TIMING, 0, 'then');
  });

  it('has no work to take after a task whose text has not changed', () => {
    take(state, [CORRECTION]);
    state.taskEnded(CORRECTION, 'nothing', 0);
    expect(state.mustTakeWork(0)).toBe(false);
  });

  it('starts a retry once the earlier attempt has ended', () => {
    take(state, [CORRECTION]);
    expect(take(state, [RETRY])).toEqual([]);
    state.taskEnded(CORRECTION, 'nothing', 0);
    expect(state.mustTakeWork(0)).toBe(true);
    expect(take(state, [RETRY])).toEqual([RETRY]);
    state.taskEnded(RETRY, 'nothing', 0);
    expect(state.mustTakeWork(0)).toBe(false);
  });

  it('runs several tasks of the same workflow id within its own run', () => {
    const scores = { ...CORRECTION, taskId: 'tsk_4', type: 'significance' as const };
    expect(take(state, [CORRECTION, scores])).toEqual([CORRECTION, scores]);
  });

  it('leaves out of the next batch what it knows already', () => {
    take(state, [CORRECTION, TRANSCRIPTION]);
    expect(state.knownRuns).toEqual([
      { taskId: 'tsk_1', attempt: 1 },
      { taskId: 'tsk_3', attempt: 1 },
    ]);
  });

  describe('with a summary that waits for quiet', () => {
    beforeEach(() => {
      take(state, [CORRECTION, SUMMARY]);
    });

    it('is due at the end of the quiet period, however late the correction ends in it', () => {
      expect(state.nextAtMs(0, IDLE_MS)).toBe(1_000);
      state.taskEnded(CORRECTION, 'text', 900);
      expect(state.nextAtMs(900, IDLE_MS)).toBe(1_000);
      expect(state.takeDue(999)).toEqual([]);
      expect(state.takeDue(1_000)).toEqual([SUMMARY]);
    });

    it('is due as soon as a correction ends that outlasts the quiet period', () => {
      expect(state.takeDue(1_000)).toEqual([]);
      expect(state.nextAtMs(1_000, IDLE_MS)).toBe(5_000);
      state.taskEnded(CORRECTION, 'text', 3_000);
      expect(state.takeDue(3_000)).toEqual([SUMMARY]);
    });

    it('is due after the longest wait, whatever runs and however often it is signalled', () => {
      for (let now = 500; now < 5_000; now += 500) {
        state.signalled(now);
        take(state, [SUMMARY], now);
        expect(state.takeDue(now)).toEqual([]);
      }
      expect(state.takeDue(5_000)).toEqual([SUMMARY]);
    });

    it('waits for quiet again after a new transcript, but not after a correction', () => {
      take(state, [TRANSCRIPTION, SUMMARY]);
      state.taskEnded(CORRECTION, 'text', 900);
      state.taskEnded(TRANSCRIPTION, 'anything', 1_500);
      take(state, [SUMMARY], 1_500);
      expect(state.takeDue(2_499)).toEqual([]);
      expect(state.takeDue(2_500)).toEqual([SUMMARY]);
    });

    it('keeps its longest wait when the workflow continues as new', () => {
      state.signalled(4_000);
      take(state, [SUMMARY], 4_000);
      state.taskEnded(CORRECTION, 'text', 4_100);
      const next = new EntityState(TIMING, 4_200, 'then', state.resume());
      take(next, [SUMMARY], 4_200);
      expect(next.nextAtMs(4_200, IDLE_MS)).toBe(5_000);
      expect(next.takeDue(5_000)).toEqual([SUMMARY]);
      expect(next.status()).toMatchObject({ total: 1, done: 1, startedAt: 'then' });
    });

    it('has a longest wait of its own when it is a later one', () => {
      const next = new EntityState(TIMING, 100, 'then', state.resume());
      take(next, [], 100);
      next.signalled(9_000);
      take(next, [CORRECTION, SUMMARY], 9_000);
      expect(next.takeDue(10_000)).toEqual([]);
      expect(next.takeDue(14_000)).toEqual([SUMMARY]);
    });
  });

  describe('while the database is unavailable', () => {
    const fail = (now: number) => {
      state.takingWork(now);
      state.takeFailed(now);
    };

    it('takes work ever more rarely, and a week of it fits into one history', () => {
      const EVENTS_OF_A_TRY = 6;
      let tries = 0;
      for (let now = 0; now < 7 * 86_400_000; now = state.nextAtMs(now, IDLE_MS) ?? Infinity) {
        expect(state.mustTakeWork(now)).toBe(true);
        expect(state.isIdle(now, IDLE_MS)).toBe(false);
        fail(now);
        expect(state.mustTakeWork(now)).toBe(false);
        tries += 1;
      }
      expect(tries * EVENTS_OF_A_TRY).toBeLessThan(20_000);
    });

    it('takes work at once when it is signalled', () => {
      for (let now = 0; now < 3_600_000; now += 300_000) fail(now);
      expect(state.mustTakeWork(3_599_999)).toBe(false);
      state.signalled(3_599_999);
      expect(state.mustTakeWork(3_599_999)).toBe(true);
    });
  });

  describe('after it has continued as new while a task ran in its own run', () => {
    let next: EntityState;
    beforeEach(() => {
      take(state, [TRANSCRIPTION]);
      state.taskRuns(TRANSCRIPTION, 'own');
      next = new EntityState(TIMING, 0, 'then', state.resume());
      take(next, []);
    });

    it('asks for its end, and does not end before', () => {
      expect(next.followed).toEqual([TRANSCRIPTION]);
      expect(next.isIdle(IDLE_MS, IDLE_MS)).toBe(false);
      expect(next.mustTakeWork(9_999)).toBe(false);
      expect(next.mustTakeWork(10_000)).toBe(true);
    });

    it('goes on once it has ended', () => {
      take(next, [CORRECTION], 10_000, ['tsk_3']);
      expect(next.followed).toEqual([]);
      next.taskEnded(CORRECTION, 'nothing', 10_000);
      expect(next.isIdle(10_000 + IDLE_MS, IDLE_MS)).toBe(true);
    });

    it('starts its retry, because it has ended then', () => {
      const retry = { ...TRANSCRIPTION, attempt: 2 };
      expect(take(next, [retry], 1_000)).toEqual([retry]);
    });
  });

  it('does not continue as new while a task runs within its run or is about to start its own', () => {
    take(state, [TRANSCRIPTION]);
    expect(state.canHandOver).toBe(false);
    state.taskRuns(TRANSCRIPTION, 'own');
    expect(state.canHandOver).toBe(true);
    take(state, [CORRECTION]);
    expect(state.canHandOver).toBe(false);
  });

  it('does not hand over a task that waits for another run to close', () => {
    take(state, [TRANSCRIPTION]);
    state.taskRuns(TRANSCRIPTION, 'waiting');
    expect(state.resume().running).toEqual([]);
  });

  it('knows the status of a task within its run, and of no other', () => {
    take(state, [CORRECTION, TRANSCRIPTION]);
    expect(state.statusOf('tsk_1')).toMatchObject({ stage: 'correct', percent: 0 });
    expect(state.statusOf('tsk_3')).toBeNull();
    state.taskEnded(CORRECTION, 'nothing', 0);
    expect(state.statusOf('tsk_1')).toBeNull();
  });
});
