import { describe, expect, it } from '@jest/globals';
import { runVerdict, type TaskOnItsWay } from './run-verdict.rule.ts';

const RUNNING: TaskOnItsWay = {
  type: 'transcription',
  state: 'running',
  step: 'decode',
  runId: 'run-1',
};
const PENDING: TaskOnItsWay = { ...RUNNING, state: 'pending', step: null, runId: null };
const CANCELLING: TaskOnItsWay = { ...RUNNING, state: 'cancelling' };

describe('a task beside its run', () => {
  it('is true while its run goes on', () => {
    expect(runVerdict(RUNNING, { kind: 'running', runId: 'run-1' })).toEqual({
      kind: 'consistent',
    });
    expect(runVerdict(PENDING, { kind: 'running', runId: 'run-1' })).toEqual({
      kind: 'consistent',
    });
  });

  it('follows a workflow that was reset or continues as new', () => {
    const verdict = runVerdict(RUNNING, { kind: 'running', runId: 'run-2' });
    expect(verdict).toEqual({ kind: 'follow', runId: 'run-2' });
  });

  it('is cancelled again when it is to end and its run goes on', () => {
    const verdict = runVerdict(CANCELLING, { kind: 'running', runId: 'run-1' });
    expect(verdict).toEqual({ kind: 'cancelAgain' });
  });

  it.each([
    ['terminated', 'run_terminated'],
    ['timedOut', 'timed_out'],
    ['failed', 'run_lost'],
    ['completed', 'run_lost'],
  ] as const)('has failed when its run was %s, where it was', (closing, code) => {
    expect(runVerdict(RUNNING, { kind: 'closed', closing })).toMatchObject({
      kind: 'end',
      ending: { state: 'failed', error: { code, stage: 'decode', retryable: true } },
    });
  });

  it('names the first step when it had not begun', () => {
    const verdict = runVerdict(PENDING, { kind: 'closed', closing: 'terminated' });
    expect(verdict).toMatchObject({ ending: { error: { stage: 'probe' } } });
  });

  it('is cancelled when its run was', () => {
    const cancelled = { kind: 'end', ending: { state: 'cancelled' } };
    expect(runVerdict(RUNNING, { kind: 'closed', closing: 'cancelled' })).toEqual(cancelled);
  });

  it('starts again when there is no run of it, unless it was to end', () => {
    expect(runVerdict(RUNNING, { kind: 'missing' })).toEqual({ kind: 'startAgain' });
    expect(runVerdict(PENDING, { kind: 'missing' })).toEqual({ kind: 'startAgain' });
    expect(runVerdict(CANCELLING, { kind: 'missing' })).toEqual({
      kind: 'end',
      ending: { state: 'cancelled' },
    });
  });
});
