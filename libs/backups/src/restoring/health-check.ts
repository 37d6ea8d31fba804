import type { TaskRun } from '#contracts/tasks';
import {
  countRows,
  findRestoreRecord,
  openDatabase,
  ownSchemaVersion,
  type Database,
} from '#store';
import { onWritingConnection } from '../postgres/writing-connection.ts';
import { newestEvent, schemaVersionOf } from './installation-state.ts';

const SCOPE = 'restore health check';

/**
 * Checks the database that has taken the place of the own one, through the ordinary URL, while
 * writers are still blocked: nothing but the restore has changed it.
 * @returns what is wrong, a sentence each; empty when all is well
 * @throws the error of a statement: whether it is that the database is away, is up to the caller
 */
export async function findFaults(url: string, run: TaskRun): Promise<readonly string[]> {
  const opened = openDatabase(url, 1, () => undefined);
  try {
    return [
      ...(await faultsOfSchema(url)),
      ...(await faultsOfContents(opened.db, run)),
      ...(await faultsOfWriting(url, run)),
    ];
  } finally {
    await opened.close();
  }
}

async function faultsOfSchema(url: string): Promise<readonly string[]> {
  const [expected, actual] = [await ownSchemaVersion(), await schemaVersionOf(url)];
  return expected === actual ? [] : [`The schema version is ${actual} instead of ${expected}.`];
}

async function faultsOfContents(db: Database, run: TaskRun): Promise<readonly string[]> {
  const record = await findRestoreRecord(db, run);
  if (record === null) return ['The log does not say that it was restored.'];
  const rows = await countRows(db);
  return rows === record.rows ? [] : [`It has ${rows} rows instead of ${record.rows}.`];
}

async function faultsOfWriting(url: string, { taskId }: TaskRun): Promise<readonly string[]> {
  const isBack = await onWritingConnection(url, async (client) => {
    await client.query(
      `INSERT INTO idempotency_keys (scope, key, request_hash, subject_id) VALUES ($1, $2, '', '')
       ON CONFLICT DO NOTHING`,
      [SCOPE, taskId],
    );
    const { rowCount } = await client.query(
      'DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2',
      [SCOPE, taskId],
    );
    return rowCount === 1;
  });
  const newest = await newestEvent(url);
  return isBack && newest > 0 ? [] : ['What was written could not be read back.'];
}
