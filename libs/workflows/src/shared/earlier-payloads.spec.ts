import { describe, expect, it } from '@jest/globals';
import { RUN_SETTINGS, TIMEOUTS } from '../../../../test/support/run-settings.ts';
import { toEntityInput, toEntityTask, toTaskInput } from './earlier-payloads.ts';

const LANGUAGE = { batchTimeoutMs: 1_800_000, heartbeatTimeoutMs: 10_000 };
const SPEECH = { parallelChunks: 16, chunkTimeoutMs: 900_000, heartbeatTimeoutMs: 10_000 };
const QUIET = { quietMs: 2_000, longestWaitMs: 30_000 };
const RUN = { taskId: 'tsk_1', attempt: 2 };
const ENTITY = { kind: 'conversation', id: 'cnv_1' } as const;

describe('the payloads of version 0.1', () => {
  it('give a conversation the settings that it was started with', () => {
    const given = { conversationId: 'cnv_1', ownerId: 'ada', summary: QUIET, idleMs: 60_000 };
    const earlier = { ...given, transcription: SPEECH, language: LANGUAGE, startedAt: 'then' };
    const language = { startToCloseMs: 1_800_000, heartbeatMs: 10_000 };
    expect(toEntityInput(earlier)).toEqual({
      ...{ id: 'cnv_1', ownerId: 'ada', quiet: QUIET, idleMs: 60_000, startedAt: 'then' },
      run: {
        timeouts: {
          speech: { startToCloseMs: 900_000, heartbeatMs: 10_000 },
          language,
          maintenance: language,
        },
        parallelActivities: 16,
      },
    });
  });

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

  it('say which task was requested by name, and are interactive without a priority', () => {
    const earlier = { ...RUN, type: 'summary', workflowId: 'summary:cnv_1', clipId: null } as const;
    expect(toEntityTask({ ...earlier, urgent: true }, ENTITY)).toEqual({
      ...earlier,
      conversationId: 'cnv_1',
      skipsQuietWait: true,
      priority: 'interactive',
    });
  });
});

describe('the present payloads', () => {
  it('are not changed', () => {
    const input = { id: 'cnv_1', ownerId: 'ada', quiet: QUIET, idleMs: 1, run: RUN_SETTINGS };
    expect(toEntityInput(input)).toBe(input);
    const subject = { ownerId: 'ada', conversationId: null, clipId: null };
    const task = { ...RUN, ...subject, timeouts: TIMEOUTS, parallelActivities: 4 };
    expect(toTaskInput(task)).toBe(task);
  });
});
