import type { Queue, Task } from '#contracts/api';
import { TASK_EXAMPLE } from './examples.ts';

export const QUEUE_EXAMPLE: Queue = {
  name: 'speech',
  pausable: true,
  paused: true,
  pausedAt: '2026-11-22T09:30:00.000Z',
  reason: 'The graphics card is being replaced.',
  waiting: 12,
  oldestWaitMs: 41_000,
  workers: [{ identity: '4711@studio', lastSeenAt: '2026-11-22T09:30:30.000Z' }],
};

/** A task that has its place in a queue. */
export const PENDING_TASK_EXAMPLE: Task = {
  ...TASK_EXAMPLE,
  state: 'pending',
  queue: { name: 'speech', position: 3, expectedWaitMs: 41_000, paused: false },
  progress: { stage: null, unit: 'milliseconds', done: 0, total: null, percent: 0 },
  startedAt: null,
  durationMs: null,
  runId: null,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/transcription%3A${TASK_EXAMPLE.clipId}`,
  live: false,
};
