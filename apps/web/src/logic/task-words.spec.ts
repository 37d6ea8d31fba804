import { TASK_STATES, canCancel, canRetry, isEnded } from './task-words.ts';

describe('what a person can do with a task', () => {
  it('cancels what waits or runs', () => {
    expect(TASK_STATES.filter(canCancel)).toEqual(['pending', 'running']);
  });

  it('retries what ended without a result', () => {
    expect(TASK_STATES.filter(canRetry)).toEqual(['failed', 'cancelled', 'timedOut']);
  });

  it('follows a task until it is completed, failed, cancelled or timed out', () => {
    const goingOn = TASK_STATES.filter((state) => !isEnded(state));
    expect(goingOn).toEqual(['pending', 'running', 'cancelling']);
  });
});
