import { z } from 'zod';
import { count, flag, limit } from './setting-types.ts';

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Settings of backups, snapshots and the check of the change log. */
export const backupSettings = {
  AFTERWORD_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .describe('Time zone of clock times in the settings.')
    .meta({ documentedDefault: 'that of the machine' }),
  AFTERWORD_BACKUP_TIME: z
    .string()
    .refine((value) => value === 'off' || CLOCK_TIME.test(value), 'must be HH:MM or off')
    .default('03:00')
    .describe('When the nightly backup starts, or `off`.'),
  AFTERWORD_BACKUP_PLACE: z
    .string()
    .regex(/^(?!s3:)\S.*|^s3:\/\/[^/\s]+(\/.*)?$/, 'must be a folder or s3://bucket/prefix')
    .optional()
    .describe(
      'Where backups are: a folder, or `s3://bucket/prefix`. By default `backups` in the data folder; a place on another disk or machine is better.',
    ),
  AFTERWORD_BACKUP_S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('URL of an S3-compatible store; by default that of AWS.'),
  AFTERWORD_BACKUP_S3_REGION: z.string().default('us-east-1').describe('Region of the S3 store.'),
  AFTERWORD_BACKUP_S3_ACCESS_KEY_ID: z
    .string()
    .optional()
    .describe('Access key of the S3 store; by default the credentials of the environment.'),
  AFTERWORD_BACKUP_S3_SECRET_ACCESS_KEY: z
    .string()
    .optional()
    .describe('Secret key of the S3 store.'),
  AFTERWORD_BACKUP_IDENTITY_FILE: z
    .string()
    .optional()
    .describe(
      'File with an age identity (`AGE-SECRET-KEY-…`). If set, backups are encrypted for it; checking and restoring them need it. Keep a copy elsewhere: without it they are lost.',
    ),
  AFTERWORD_BACKUP_PASSPHRASE_FILE: z
    .string()
    .optional()
    .describe(
      'File with a passphrase, instead of an identity. Keep a copy elsewhere: without it the backups are lost.',
    ),
  AFTERWORD_BACKUP_KEEP: count().default(14).describe('Number of good backups to keep.'),
  AFTERWORD_BACKUP_KEEP_DAYS: limit().describe(
    'Age in days at which backups are removed, except the last good one; 0 means no limit.',
  ),
  AFTERWORD_BACKUP_KEEP_MEBIBYTES: limit().describe(
    'Total size at which the oldest backups are removed, except the last good one; 0 means no limit.',
  ),
  AFTERWORD_BACKUP_TOOLS_FOLDER: z
    .string()
    .optional()
    .describe(
      'Folder with `pg_dump` and `pg_restore`; by default those on PATH if they fit the server, otherwise those that set-up has installed.',
    ),
  AFTERWORD_SNAPSHOTS_ENABLED: flag()
    .default(true)
    .describe('Whether snapshots of the projections are taken.'),
  AFTERWORD_SNAPSHOT_EVENTS: count()
    .default(5_000)
    .describe('A snapshot is due after a scoring task when so many events were added.'),
  AFTERWORD_SNAPSHOT_HOURS: count()
    .default(24)
    .describe('A snapshot is due after a scoring task when the last one is so old.'),
  AFTERWORD_SNAPSHOT_KEEP: count().default(5).describe('Number of snapshots to keep.'),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
