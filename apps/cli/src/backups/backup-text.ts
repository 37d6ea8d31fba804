import type { Backup, RestorePlan } from '#contracts/api';

const MEBIBYTE = 2 ** 20;

/** One line for a backup. */
export function describeBackup(backup: Backup): string {
  const { id, takenAt, state, reason, rows, bytes, recordings } = backup;
  const kind = reason === 'restore_point' ? ', restore point' : '';
  const size = ((bytes + recordings.bytes) / MEBIBYTE).toFixed(1);
  return `${id}  ${takenAt}  ${state}${kind}  ${rows} rows, ${recordings.count} recordings, ${size} MiB`;
}

/** What a restore would change, in lines. */
export function describePlan(plan: RestorePlan): readonly string[] {
  const { backupId, takenAt, tables, newestEvent, gone, migration, missingRecordings } = plan;
  const changed = tables.filter(({ now, then }) => now !== then);
  return [
    `Restoring ${backupId} brings back what was there at ${takenAt}.`,
    `  newest event    ${newestEvent.now} now, ${newestEvent.then} in the backup`,
    ...changed.map(({ name, now, then }) => `  ${name.padEnd(28)} ${now} rows now, ${then} then`),
    'Accepted since then, and afterwards in the restore point only:',
    ...Object.entries(gone).map(([what, { count, newestAt }]) => {
      return `  ${what.padEnd(15)} ${count}${newestAt === null ? '' : `, the newest at ${newestAt}`}`;
    }),
    ...(migration ? [`The schema is migrated from ${migration.from} to ${migration.to}.`] : []),
    ...(missingRecordings > 0 ? [`The backup lacks ${missingRecordings} recordings.`] : []),
  ];
}
