import type { ErrorDefinition } from './error-definition.ts';

/** Errors of backups, snapshots and restores. */
export const BACKUP_ERRORS = {
  backup_tools_missing: {
    status: 503,
    retryable: false,
    title: 'The PostgreSQL programs for backups are missing or do not fit the server',
    nextAction:
      'Install pg_dump and pg_restore of the version of the server or newer, or set AFTERWORD_BACKUP_TOOLS_FOLDER to their folder.',
  },
  backup_place_unavailable: {
    status: 503,
    retryable: true,
    title: 'The place for backups cannot be read or written',
    nextAction: 'Check AFTERWORD_BACKUP_PLACE, its permissions and its network.',
  },
  backup_place_full: {
    status: 507,
    retryable: false,
    title: 'There is not enough space for the backup',
    nextAction: 'Free space, or keep fewer backups; nothing was removed.',
  },
  backup_damaged: {
    status: 500,
    retryable: false,
    title: 'The backup is not what was backed up',
    nextAction: 'Check the disk or store of the backups, and make a new backup.',
  },
  backup_blob_missing: {
    status: 500,
    retryable: false,
    title: 'The bytes of a recording are missing or damaged',
    nextAction: 'Check the disk of the blob store; restore the recording from an earlier backup.',
  },
  backup_key_wrong: {
    status: 422,
    retryable: false,
    title: 'The backup cannot be opened with this key',
    nextAction: 'Give the identity or passphrase that it was encrypted with.',
  },
  backup_format_unknown: {
    status: 422,
    retryable: false,
    title: 'The backup was written by a newer version',
    nextAction: 'Restore it with the version that has written it, or a newer one.',
  },
  backup_database_failed: {
    status: 500,
    retryable: true,
    title: 'PostgreSQL could not dump or restore the database',
    nextAction: 'Read the message of pg_dump or pg_restore in the task, and try again.',
  },
  restore_failed: {
    status: 500,
    retryable: false,
    title: 'The backup could not take the place of the current data',
    nextAction: 'Nothing was changed. Read the message, and request the restore again.',
  },
  confirmation_missing: {
    status: 422,
    retryable: false,
    title: 'The restore was not confirmed',
    nextAction: 'Ask for the plan with `dryRun`, and send the text that it names as `confirm`.',
  },
  installation_busy: {
    status: 409,
    retryable: true,
    title: 'A backup, restore or erasure is already running',
    nextAction: 'Wait until that task has ended, or cancel it; then send the request again.',
  },
  maintenance: {
    status: 503,
    retryable: true,
    title: 'A backup is being restored; nothing can be changed meanwhile',
    nextAction: 'Send the request again after the time in Retry-After.',
  },
  snapshot_failed: {
    status: 500,
    retryable: true,
    title: 'The snapshot could not be taken',
    nextAction: 'Check the space and permissions of the data folder.',
  },
} as const satisfies Record<string, ErrorDefinition>;
