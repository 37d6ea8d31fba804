import { isGood, type CompleteBackup } from '#backups';
import type { Backup, BackupDetails } from '#contracts/api';

/** A backup as the API shows it. */
export function toBackup(backup: CompleteBackup): Backup {
  const { id, manifest, verification, bytes } = backup;
  const { contents } = manifest;
  return {
    id,
    reason: manifest.reason,
    state: isGood(backup) ? 'verified' : 'damaged',
    takenAt: manifest.takenAt,
    finishedAt: manifest.finishedAt,
    version: manifest.version,
    postgresVersion: manifest.postgresVersion,
    schemaVersion: contents.schemaVersion,
    eventNumber: contents.eventNumber,
    rows: contents.tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes,
    recordings: manifest.blobs,
    encrypted: manifest.keyId !== null,
    verification: {
      at: verification.at,
      ok: verification.ok,
      recordingsChecked: verification.blobsChecked,
      differences: verification.differences,
    },
    taskId: manifest.taskId,
  };
}

/** The same with the rows of its tables. */
export function toBackupDetails(backup: CompleteBackup): BackupDetails {
  const tables = backup.manifest.contents.tables.map(({ name, rows }) => ({ name, rows }));
  return { ...toBackup(backup), tables };
}
