import type { Backup, BackupDetails, BackupStatus, RestorePlan, Task } from '#contracts/api';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const BACKUP_EXAMPLE: Backup = {
  id: EXAMPLE.backupId,
  reason: 'backup',
  state: 'verified',
  takenAt: '2026-11-22T02:00:01.000Z',
  finishedAt: '2026-11-22T02:00:09.000Z',
  version: '0.1.0',
  postgresVersion: '18.4',
  schemaVersion: 5,
  eventNumber: 18_204,
  rows: 61_077,
  bytes: 2_310_144,
  recordings: { count: 41, bytes: 918_220_310 },
  encrypted: false,
  verification: {
    at: '2026-11-22T02:00:09.000Z',
    ok: true,
    recordingsChecked: 5,
    differences: [],
  },
  taskId: EXAMPLE.backupTaskId,
};

export const BACKUP_DETAILS_EXAMPLE: BackupDetails = {
  ...BACKUP_EXAMPLE,
  tables: [
    { name: 'conversations', rows: 94 },
    { name: 'segments', rows: 12_077 },
  ],
};

export const BACKUP_STATUS_EXAMPLE: BackupStatus = {
  place: '/srv/afterword-backups',
  encrypted: false,
  overdue: false,
  lastGood: BACKUP_EXAMPLE,
  latestTaskId: EXAMPLE.backupTaskId,
  nextAt: '2026-11-23T02:00:00.000Z',
  count: 14,
  bytes: 950_562_326,
  freeBytes: 81_200_000_000,
  unreadable: [],
};

export const BACKUP_TASK_EXAMPLE: Task = {
  id: EXAMPLE.backupTaskId,
  type: 'backup',
  state: 'pending',
  ownerId: INSTALLATION_OWNER_ID,
  conversationId: null,
  clipId: null,
  priority: 'interactive',
  queue: null,
  attempt: 1,
  settings: { force: true },
  progress: { stage: null, unit: 'bytes', done: 0, total: null, percent: 0 },
  warnings: [],
  error: null,
  retry: null,
  createdAt: EXAMPLE.createdAt,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  workflowId: 'backup:installation',
  runId: null,
  temporalUiUrl: 'http://127.0.0.1:4703/namespaces/default/workflows/backup%3Ainstallation',
  live: false,
};

export const RESTORE_PLAN_EXAMPLE: RestorePlan = {
  backupId: EXAMPLE.backupId,
  takenAt: BACKUP_EXAMPLE.takenAt,
  confirm: `restore ${EXAMPLE.backupId}`,
  tables: [
    { name: 'conversations', now: 96, then: 94 },
    { name: 'segments', now: 12_404, then: 12_077 },
  ],
  newestEvent: { now: 18_511, then: 18_204 },
  gone: {
    conversations: { count: 2, newestAt: '2026-11-22T09:30:00.000Z' },
    exchanges: { count: 7, newestAt: '2026-11-22T09:41:12.000Z' },
    clips: { count: 0, newestAt: null },
    memories: { count: 7, newestAt: '2026-11-22T09:41:12.000Z' },
    projects: { count: 0, newestAt: null },
    documents: { count: 0, newestAt: null },
  },
  migration: null,
  bytes: 920_530_454,
  missingRecordings: 0,
};

export const RESTORE_TASK_EXAMPLE: Task = {
  ...BACKUP_TASK_EXAMPLE,
  id: EXAMPLE.restoreTaskId,
  type: 'restore',
  settings: { backupId: EXAMPLE.backupId },
  workflowId: 'restore:installation',
  temporalUiUrl: 'http://127.0.0.1:4703/namespaces/default/workflows/restore%3Ainstallation',
};
