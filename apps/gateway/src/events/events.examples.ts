import type { LoggedEvent } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const EVENT_EXAMPLE: LoggedEvent = {
  sequence: 1042,
  type: 'task_started',
  ownerId: 'ada',
  conversationId: EXAMPLE.conversationId,
  taskId: EXAMPLE.taskId,
  data: { attempt: 1, runId: EXAMPLE.runId, stage: 'probe' },
  createdAt: '2026-11-22T09:30:05.200Z',
};
