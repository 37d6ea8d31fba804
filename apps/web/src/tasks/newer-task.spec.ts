import type { Task, TaskState } from '../api/types.ts';
import { aTask } from './task.fixture.ts';
import { newerTask } from './newer-task.ts';

function task(state: TaskState, percent = 0, attempt = 1): Task {
  const progress = {
    stage: 'decode',
    unit: 'milliseconds',
    done: percent,
    total: 100,
    percent,
  } as const;
  return aTask({ type: 'transcription', state, attempt, progress });
}

describe('task updates that arrive out of order', () => {
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

  it('accepts the first update', () => {
    const first = task('pending');
    expect(newerTask(undefined, first)).toBe(first);
  });
});
