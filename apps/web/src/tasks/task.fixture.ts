import type { Task } from '../api/types.ts';

/** A running summary task; a test can override any field. */
export function aTask(facts: Partial<Task> = {}): Task {
  return {
    id: 'tsk_1',
    type: 'summary',
    state: 'running',
    ownerId: 'local',
    conversationId: 'cnv_1',
    clipId: null,
    priority: 'interactive',
    queue: null,
    attempt: 1,
    settings: {},
    progress: { stage: 'summarise', unit: 'parts', done: 0, total: 10, percent: 0 },
    warnings: [],
    error: null,
    retry: null,
    createdAt: '2026-11-22T09:30:00.000Z',
    startedAt: null,
    endedAt: null,
    durationMs: null,
    workflowId: 'summary:cnv_1',
    runId: null,
    temporalUiUrl: 'http://127.0.0.1/',
    live: true,
    ...facts,
  };
}
