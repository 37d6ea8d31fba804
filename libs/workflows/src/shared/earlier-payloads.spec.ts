import { describe, expect, it } from '@jest/globals';
import { TIMEOUTS } from '../../../../test/support/run-settings.ts';
import { toTaskInput } from './earlier-payloads.ts';

const LANGUAGE = { batchTimeoutMs: 1_800_000, heartbeatTimeoutMs: 10_000 };
const SPEECH = { parallelChunks: 16, chunkTimeoutMs: 900_000, heartbeatTimeoutMs: 10_000 };
const RUN = { taskId: 'tsk_1', attempt: 2 };

describe('the payloads of version 0.1', () => {
  it('give a task the time limits that it was started with', () => {
    const given = { ...RUN, ownerId: 'ada', conversationId: 'cnv_1' };
    expect(toTaskInput({ ...given, limits: LANGUAGE })).toEqual({
      ...given,
      clipId: null,
      timeouts: { startToCloseMs: 1_800_000, heartbeatMs: 10_000 },
      parallelActivities: 1,
    });
    expect(toTaskInput({ ...given, clipId: 'clp_1', limits: SPEECH })).toMatchObject({
      clipId: 'clp_1',
      timeouts: { startToCloseMs: 900_000, heartbeatMs: 10_000 },
      parallelActivities: 16,
    });
  });
});

describe('the present payloads', () => {
  it('are not changed', () => {
    const subject = { ownerId: 'ada', conversationId: null, clipId: null };
    const task = { ...RUN, ...subject, timeouts: TIMEOUTS, parallelActivities: 4 };
    expect(toTaskInput(task)).toBe(task);
  });
});
