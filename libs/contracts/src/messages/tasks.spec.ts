import { describe, expect, it } from '@jest/globals';
import { isEnded, TASK_STATES } from './tasks.ts';
import { transcriptionWorkflowId } from './transcription.ts';

describe('the states of a task', () => {
  it('are either on the way or ended', () => {
    expect(TASK_STATES.filter((state) => !isEnded(state))).toEqual([
      'pending',
      'running',
      'cancelling',
    ]);
    expect(TASK_STATES.filter(isEnded)).toEqual(['completed', 'failed', 'cancelled', 'timedOut']);
  });
});

describe('the id of a workflow', () => {
  it('is one for each clip, so that no clip is transcribed twice at a time', () => {
    expect(transcriptionWorkflowId('clp_1')).toBe('transcription:clp_1');
  });
});
