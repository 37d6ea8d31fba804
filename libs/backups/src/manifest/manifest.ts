import { z } from 'zod';

/** The version of the format of backups that this version writes. */
export const BACKUP_FORMAT = 1;

/** A file of a backup, as it is stored, and what it holds. */
export const storedFileSchema = z.object({
  /** Path within the place. */
  name: z.string(),
  /** Size as stored: compressed and encrypted. */
  storedBytes: z.number().int(),
  /** SHA-256 of the stored bytes. */
  storedSha256: z.string(),
  /** Size of the content. */
  bytes: z.number().int(),
  /** SHA-256 of the content. */
  sha256: z.string(),
});
export type StoredFile = z.output<typeof storedFileSchema>;

/** The rows of a table at the moment of the backup. */
const tableContentsSchema = z.object({
  /** Name, qualified by its schema unless that is `public`. */
  name: z.string(),
  rows: z.number().int(),
  /** A hash of all rows, independent of their order. */
  hash: z.string(),
});
export type TableContents = z.output<typeof tableContentsSchema>;

/** Where a sequence was. */
const sequenceContentsSchema = z.object({
  /** Name, qualified by its schema unless that is `public`. */
  name: z.string(),
  /** The value that it hands out next; after a restore it is this one or a greater one. */
  next: z.number().int(),
});
export type SequenceContents = z.output<typeof sequenceContentsSchema>;

/** What a database holds at one moment. */
export const databaseContentsSchema = z.object({
  /** Number of migrations that were applied. */
  schemaVersion: z.number().int(),
  /** Sequence of the newest event; 0 when there is none. */
  eventNumber: z.number().int(),
  /** Idempotency key of that event, which tells its log from that of another installation. */
  eventKey: z.string().nullable().default(null),
  tables: z.array(tableContentsSchema),
  sequences: z.array(sequenceContentsSchema),
});
export type DatabaseContents = z.output<typeof databaseContentsSchema>;

/** What was checked by restoring, and when. */
export const verificationSchema = z.object({
  at: z.iso.datetime(),
  ok: z.boolean(),
  /** Recordings whose bytes were read and hashed. */
  blobsChecked: z.number().int(),
  /** Values that are not what the change log says; they were backed up as they are. */
  projectionDifferences: z.number().int().default(0),
  /** What was not as it was backed up; empty if all is well. */
  differences: z.array(z.string()),
});
export type Verification = z.output<typeof verificationSchema>;

/** Describes a backup. It is written last, so a backup without one is not complete. */
export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  id: z.string(),
  /** Why it was made: regularly or by request, or to go back to after a restore. */
  reason: z.enum(['backup', 'restore_point']).default('backup'),
  /** The task that made it. */
  taskId: z.string(),
  /** Version of Afterword. */
  version: z.string(),
  /** The moment that it shows. */
  takenAt: z.iso.datetime(),
  /** When it was complete and verified. */
  finishedAt: z.iso.datetime(),
  /** Version of the PostgreSQL server, such as `18.4`. */
  postgresVersion: z.string(),
  contents: databaseContentsSchema,
  /** The dump of the database. */
  database: storedFileSchema,
  /** List of all recordings: a JSON line for each, `{ sha256, bytes }`. */
  blobList: storedFileSchema,
  blobs: z.object({
    count: z.number().int(),
    bytes: z.number().int(),
  }),
  /** SHA-256 of recordings that the backup lacks, because their bytes were missing or damaged. */
  missingBlobs: z.array(z.string()),
  /** Which key it is encrypted with; `null` for none. */
  keyId: z.string().nullable(),
  verification: verificationSchema,
});
export type Manifest = z.output<typeof manifestSchema>;

/** Path of the manifest of a backup within its place. */
export function manifestName(backupId: string): string {
  return `${backupFolder(backupId)}manifest.json`;
}

/** Path of the latest verification of a backup that was verified again. */
export function verificationName(backupId: string): string {
  return `${backupFolder(backupId)}verification.json`;
}

/** Prefix of the files of a backup within its place. */
export function backupFolder(backupId: string): string {
  return `backups/${backupId}/`;
}
