import type { Erasure, ErasureDetails, RequestedErasure } from '#contracts/api';
import { BACKUP_TASK_EXAMPLE } from '../../backups/backups.examples.ts';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const ERASURE_EXAMPLE: Erasure = {
  id: EXAMPLE.erasureId,
  ownerId: null,
  pseudonym: 'erased_01jd3k4m5n6p7q8r9s0t1v2w74',
  state: 'completed',
  counts: {
    ...{ conversations: 12, turns: 311, clips: 9, memories: 28, projects: 1, documents: 3 },
    ...{ reports: 4, exports: 1, imports: 0, tasks: 87, events: 1_204 },
  },
  requestedAt: EXAMPLE.createdAt,
  completedAt: '2026-11-22T09:31:12.000Z',
};

export const ERASURE_DETAILS_EXAMPLE: ErasureDetails = {
  ...ERASURE_EXAMPLE,
  backups: [
    {
      id: EXAMPLE.backupId,
      takenAt: '2026-11-22T02:00:01.000Z',
      keptUntil: '2026-12-06T09:35:00.000Z',
    },
  ],
};

export const REQUESTED_ERASURE_EXAMPLE: RequestedErasure = {
  erasure: {
    ...ERASURE_EXAMPLE,
    ownerId: 'ada',
    state: 'running',
    counts: null,
    completedAt: null,
  },
  task: {
    ...BACKUP_TASK_EXAMPLE,
    id: EXAMPLE.erasureTaskId,
    type: 'erasure',
    settings: {},
    progress: { stage: null, unit: 'items', done: 0, total: null, percent: 0 },
    workflowId: 'erasure:installation',
    temporalUiUrl: 'http://127.0.0.1:4703/namespaces/default/workflows/erasure%3Ainstallation',
  },
};
