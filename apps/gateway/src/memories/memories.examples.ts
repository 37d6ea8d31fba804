import type { Memory } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const MEMORY_EXAMPLE: Memory = {
  id: EXAMPLE.memoryId,
  ownerId: 'ada',
  conversationId: EXAMPLE.conversationId,
  conversationTitle: 'Breakfast',
  projectId: null,
  exchangeId: EXAMPLE.exchangeId,
  narrative: 'Ada said that her daughter was born last night.',
  significance: 3,
  significanceValue: 2.318,
  reason: 'Pivotal: it tells of a birth or a pregnancy, and it says when.',
  engine: 'builtin-2',
  rubricVersion: 'builtin-2',
  scoredAt: '2026-11-22T09:30:06.000Z',
  pin: 'auto',
  taskId: EXAMPLE.scoringTaskId,
  createdAt: EXAMPLE.createdAt,
  editedAt: null,
  keptAt: null,
  keptFrom: null,
};
