import type { CancelledTasks, Task } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const TASK_EXAMPLE: Task = {
  id: EXAMPLE.taskId,
  type: 'transcription',
  state: 'running',
  ownerId: 'ada',
  conversationId: EXAMPLE.conversationId,
  clipId: EXAMPLE.clipId,
  priority: 'interactive',
  queue: null,
  attempt: 1,
  settings: {},
  progress: { stage: 'decode', unit: 'milliseconds', done: 42_000, total: 180_000, percent: 23 },
  warnings: [],
  error: null,
  retry: null,
  createdAt: '2026-11-22T09:30:05.000Z',
  startedAt: '2026-11-22T09:30:05.200Z',
  endedAt: null,
  durationMs: 4100,
  workflowId: `transcription:${EXAMPLE.clipId}`,
  runId: EXAMPLE.runId,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/transcription%3A${EXAMPLE.clipId}/${EXAMPLE.runId}/history`,
  live: true,
};

/** A task of a conversation that no worker has started yet. */
const WAITING: Task = {
  ...TASK_EXAMPLE,
  state: 'pending',
  clipId: null,
  startedAt: null,
  durationMs: null,
  runId: null,
  live: false,
};

export const REQUESTED_SUMMARY_EXAMPLE: Task = {
  ...WAITING,
  id: EXAMPLE.summaryTaskId,
  type: 'summary',
  progress: { stage: null, unit: 'parts', done: 0, total: null, percent: 0 },
  workflowId: `summary:${EXAMPLE.conversationId}`,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/summary%3A${EXAMPLE.conversationId}`,
};

export const SCORING_EXAMPLE: Task = {
  ...WAITING,
  id: EXAMPLE.scoringTaskId,
  type: 'significance',
  progress: { stage: null, unit: 'memories', done: 0, total: 1, percent: 0 },
  workflowId: `significance:${EXAMPLE.scoringTaskId}`,
  temporalUiUrl: `http://127.0.0.1:4703/namespaces/default/workflows/significance%3A${EXAMPLE.scoringTaskId}`,
};

/** A task with a position in a queue. */
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

/** The example transcription, retried with another model. */
export const RETRIED_EXAMPLE: Task = {
  ...TASK_EXAMPLE,
  state: 'pending',
  attempt: 2,
  settings: { engine: 'small', language: 'en' },
  live: false,
};

export const CANCELLED_TASKS_EXAMPLE: CancelledTasks = {
  cancelling: [TASK_EXAMPLE.id],
  cancelled: [EXAMPLE.summaryTaskId],
};
