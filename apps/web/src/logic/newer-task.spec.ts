import type { Task, TaskState } from '../api/types.ts';
import { newerTask } from './newer-task.ts';

function task(state: TaskState, percent = 0, attempt = 1): Task {
  return {
    id: 'tsk_1',
    type: 'transcription',
    state,
    ownerId: 'local',
    conversationId: 'cnv_1',
    clipId: 'clp_1',
    attempt,
    progress: { stage: 'decode', done: percent, total: 100, percent },
    warnings: [],
    error: null,
    createdAt: '2026-11-22T09:30:00.000Z',
    startedAt: null,
    endedAt: null,
    durationMs: null,
    workflowId: 'transcription:clp_1',
    runId: null,
    temporalUiUrl: 'http://127.0.0.1/',
    live: true,
  };
}

describe('news of a task that overtake each other', () => {
  it.each([
    ['more progress', task('running', 10), task('running', 20), true],
    ['less progress', task('running', 20), task('running', 10), false],
    ['the end', task('running', 20), task('completed', 100), true],
    ['progress from before the end', task('failed', 20), task('running', 10), false],
    ['a retry', task('failed', 20), task('pending', 0, 2), true],
    ['the end of an earlier attempt', task('pending', 0, 2), task('failed', 20, 1), false],
  ])('%s', (_what, known, arrived, isNews) => {
    expect(newerTask(known, arrived)).toBe(isNews ? arrived : known);
  });

  it('takes the first it hears of', () => {
    const first = task('pending');
    expect(newerTask(undefined, first)).toBe(first);
  });
});
