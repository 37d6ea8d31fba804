import { describe, expect, it } from '@jest/globals';
import { runVerdict, type OpenTask } from './run-verdict.rule.ts';

const RUNNING: OpenTask = {
  type: 'transcription',
  state: 'running',
  step: 'decode',
  runId: 'run-1',
};
const PENDING: OpenTask = { ...RUNNING, state: 'pending', step: null, runId: null };
const CANCELLING: OpenTask = { ...RUNNING, state: 'cancelling' };

describe('a task compared with its run', () => {
  it('is consistent while its run is open', () => {
    expect(runVerdict(RUNNING, { kind: 'running', runId: 'run-1' })).toEqual({
      kind: 'consistent',
    });
    expect(runVerdict(PENDING, { kind: 'running', runId: 'run-1' })).toEqual({
      kind: 'consistent',
    });
  });

  it('follows a workflow that was reset or continued as new', () => {
    const verdict = runVerdict(RUNNING, { kind: 'running', runId: 'run-2' });
    expect(verdict).toEqual({ kind: 'follow', runId: 'run-2' });
  });

  it('is cancelled again when it is cancelling and its run is still open', () => {
    const verdict = runVerdict(CANCELLING, { kind: 'running', runId: 'run-1' });
    expect(verdict).toEqual({ kind: 'cancelAgain' });
  });

  it.each([
    ['terminated', 'run_terminated'],
    ['timedOut', 'timed_out'],
    ['failed', 'run_lost'],
    ['completed', 'run_lost'],
  ] as const)('fails in its current step when its run was %s', (closing, code) => {
    expect(runVerdict(RUNNING, { kind: 'closed', closing })).toMatchObject({
      kind: 'end',
      ending: { state: 'failed', error: { code, stage: 'decode', retryable: true } },
    });
  });

  it('fails in the first step when it had not started', () => {
    const verdict = runVerdict(PENDING, { kind: 'closed', closing: 'terminated' });
    expect(verdict).toMatchObject({ ending: { error: { stage: 'probe' } } });
  });

  it('is cancelled when its run was cancelled', () => {
    const cancelled = { kind: 'end', ending: { state: 'cancelled' } };
    expect(runVerdict(RUNNING, { kind: 'closed', closing: 'cancelled' })).toEqual(cancelled);
  });

  it('starts again when it has no run, unless it is cancelling', () => {
    expect(runVerdict(RUNNING, { kind: 'missing' })).toEqual({ kind: 'startAgain' });
    expect(runVerdict(PENDING, { kind: 'missing' })).toEqual({ kind: 'startAgain' });
    expect(runVerdict(CANCELLING, { kind: 'missing' })).toEqual({
      kind: 'end',
      ending: { state: 'cancelled' },
    });
  });
});
