import type { SnapshotList, Task } from '#contracts/api';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const SNAPSHOTS_EXAMPLE: SnapshotList = {
  items: [
    {
      id: EXAMPLE.snapshotId,
      eventNumber: 15_310,
      takenAt: '2026-11-22T09:30:02.000Z',
      bytes: 412_880,
    },
  ],
};

export const SNAPSHOT_TASK_EXAMPLE: Task = {
  id: EXAMPLE.snapshotTaskId,
  type: 'snapshot',
  state: 'pending',
  ownerId: INSTALLATION_OWNER_ID,
  conversationId: null,
  clipId: null,
  priority: 'interactive',
  queue: null,
  attempt: 1,
  settings: {},
  progress: { stage: null, unit: 'events', done: 0, total: null, percent: 0 },
  warnings: [],
  error: null,
  retry: null,
  createdAt: EXAMPLE.createdAt,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  workflowId: 'snapshot:installation',
  runId: null,
  temporalUiUrl: 'http://127.0.0.1:4703/namespaces/default/workflows/snapshot%3Ainstallation',
  live: false,
};
