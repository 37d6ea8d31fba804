import type { Backup, BackupStatus } from '../api/types.ts';

/** A good backup; a test can override any field. */
export function aBackup(facts: Partial<Backup> = {}): Backup {
  return {
    id: 'bkp_1',
    state: 'verified',
    takenAt: '2026-11-22T02:00:00.000Z',
    finishedAt: '2026-11-22T02:00:09.000Z',
    version: '0.1.0',
    postgresVersion: '18.4',
    schemaVersion: 5,
    eventNumber: 18_204,
    rows: 61_077,
    bytes: 2 * 1024 ** 2,
    recordings: { count: 41, bytes: 900 * 1024 ** 2 },
    encrypted: false,
    verification: {
      at: '2026-11-22T02:00:09.000Z',
      ok: true,
      recordingsChecked: 5,
      differences: [],
    },
    reason: 'backup',
    taskId: 'tsk_1',
    ...facts,
  };
}

/** The status of an installation with one good backup; a test can override any field. */
export function aStatus(facts: Partial<BackupStatus> = {}): BackupStatus {
  return {
    place: '/srv/backups',
    encrypted: false,
    overdue: false,
    lastGood: aBackup(),
    latestTaskId: 'tsk_1',
    nextAt: '2026-11-23T02:00:00.000Z',
    count: 1,
    bytes: 902 * 1024 ** 2,
    freeBytes: 80 * 1024 ** 3,
    unreadable: [],
    ...facts,
  };
}
