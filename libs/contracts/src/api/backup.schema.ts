import { z } from 'zod';
import { idSchema, pageOf, pageQueryOf, timestampSchema } from './common.schema.ts';

const bytesSchema = z.number().int();

/** What was compared when a backup was restored into a scratch database. */
const backupVerificationSchema = z
  .object({
    at: timestampSchema,
    ok: z.boolean(),
    recordingsChecked: z
      .number()
      .int()
      .describe('Recordings whose bytes were read and hashed this time.'),
    differences: z
      .array(z.string())
      .describe('What was not as it was backed up; empty when all is well.'),
  })
  .meta({ id: 'BackupVerification' });

/** A complete backup. */
export const backupSchema = z
  .object({
    id: idSchema('backup'),
    reason: z
      .enum(['backup', 'restore_point'])
      .describe('A restore point holds what a restore has replaced.'),
    state: z
      .enum(['verified', 'damaged'])
      .describe('By its latest verification. Only a verified backup counts.'),
    takenAt: timestampSchema.describe('The moment that it shows.'),
    finishedAt: timestampSchema,
    version: z.string().describe('Version of Afterword that made it.'),
    postgresVersion: z.string(),
    schemaVersion: z.number().int(),
    eventNumber: z.number().int().describe('Sequence of its newest event; 0 when it has none.'),
    rows: z.number().int().describe('Rows of all tables.'),
    bytes: bytesSchema.describe('Size of its own files; recordings are shared between backups.'),
    recordings: z.object({ count: z.number().int(), bytes: bytesSchema }),
    encrypted: z.boolean(),
    verification: backupVerificationSchema,
    taskId: idSchema('task').describe('The task that made it.'),
  })
  .meta({ id: 'Backup' });
export type Backup = z.output<typeof backupSchema>;

/** A backup with the rows of its tables. */
export const backupDetailsSchema = backupSchema
  .extend({
    tables: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  })
  .meta({ id: 'BackupDetails' });
export type BackupDetails = z.output<typeof backupDetailsSchema>;

export const backupPageSchema = pageOf(backupSchema).meta({ id: 'BackupPage' });
export type BackupPage = z.output<typeof backupPageSchema>;

/** Query of `GET /backups`; newest first. */
export const backupQuerySchema = pageQueryOf('backup').meta({ id: 'BackupQuery' });
export type BackupQuery = z.output<typeof backupQuerySchema>;

/** Body of `POST /backups`; optional. */
export const createBackupSchema = z
  .object({
    force: z
      .boolean()
      .exactOptional()
      .describe('Make a backup although there is one younger than 23 hours.'),
    full: z
      .boolean()
      .exactOptional()
      .describe('Read and hash all recordings of the backup, not only new ones and a share.'),
  })
  .strict()
  .meta({ id: 'CreateBackup' });
export type CreateBackup = z.output<typeof createBackupSchema>;

/** Whether this installation is backed up, at a glance. */
export const backupStatusSchema = z
  .object({
    place: z.string().describe('A folder, or a bucket and prefix.'),
    encrypted: z.boolean(),
    overdue: z
      .boolean()
      .describe('Two nights have passed without a good backup, although there is data.'),
    lastGood: backupSchema.nullable().describe('The newest verified backup.'),
    latestTaskId: idSchema('task')
      .nullable()
      .describe('The newest backup task, whether it runs, has completed or failed.'),
    nextAt: timestampSchema
      .nullable()
      .describe('When the next nightly backup starts; null when it is off or not known.'),
    count: z.number().int().describe('Complete backups.'),
    bytes: bytesSchema.describe('Approximate size of all files in the place, with recordings.'),
    freeBytes: bytesSchema.nullable().describe('Null in an object store.'),
    unreadable: z
      .array(z.object({ id: z.string(), problem: z.enum(['damaged', 'newer_format']) }))
      .describe('Backups whose manifest cannot be read.'),
  })
  .meta({ id: 'BackupStatus' });
export type BackupStatus = z.output<typeof backupStatusSchema>;

/** Body of `POST /backups/{id}/restore`. */
export const restoreBackupSchema = z
  .object({
    dryRun: z.boolean().exactOptional().describe('Only say what would change; nothing is changed.'),
    confirm: z
      .string()
      .exactOptional()
      .describe('The text that the plan names, typed by a person: `restore bkp_…`.'),
  })
  .strict()
  .meta({ id: 'RestoreBackup' });
export type RestoreBackup = z.output<typeof restoreBackupSchema>;

const goneSchema = z.object({
  count: z.number().int(),
  newestAt: timestampSchema.nullable().describe('When the newest was accepted; null for none.'),
});

/** What a restore would change. */
export const restorePlanSchema = z
  .object({
    backupId: idSchema('backup'),
    takenAt: timestampSchema,
    confirm: z.string().describe('Send this as `confirm` to start the restore.'),
    tables: z
      .array(z.object({ name: z.string(), now: z.number().int(), then: z.number().int() }))
      .describe('Rows of each table now, and after the restore.'),
    newestEvent: z
      .object({ now: z.number().int(), then: z.number().int() })
      .describe(
        'Sequence of the newest event now, and of the newest one in the backup. After a restore, new events go on after the greater one.',
      ),
    gone: z
      .object({
        conversations: goneSchema,
        exchanges: goneSchema,
        clips: goneSchema,
        memories: goneSchema,
        projects: goneSchema,
        documents: goneSchema,
      })
      .describe(
        'What was accepted after the backup. It would be gone from here, and kept in the restore point that is made first.',
      ),
    migration: z
      .object({ from: z.number().int(), to: z.number().int() })
      .nullable()
      .describe('Schema versions, when the backup has an older one; null otherwise.'),
    bytes: bytesSchema.describe('Size of the dump and all recordings of the backup.'),
    missingRecordings: z.number().int().describe('Recordings that the backup lacks.'),
  })
  .meta({ id: 'RestorePlan' });
export type RestorePlan = z.output<typeof restorePlanSchema>;
