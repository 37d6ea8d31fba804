import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { importedId } from './imported-ids.ts';
import type { ImportedPlace, Importing } from './imported.records.ts';

/** What is imported for itself, rather than with something else. */
type ImportedKind = 'conversation' | 'project' | 'document' | 'memory';

/** Where something comes from. */
interface Origin {
  /** Its id there. */
  readonly originId: string;
  readonly madeAt: Date;
}

/** A place with the idempotency key of the event that adds what is imported there. */
interface KeyedPlace extends ImportedPlace {
  readonly key: string;
}

/**
 * Finds the id of something that is imported, and whether the owner has it: because it was imported
 * before, or because it never left this installation. The change log says what was imported, so that
 * what was deleted for good is imported again, with another id. Imports of the same wait here until
 * the transaction ends.
 */
export async function placeOf(
  tx: Transaction,
  kind: ImportedKind,
  { ownerId, taskId }: Pick<Importing, 'ownerId' | 'taskId'>,
  { originId, madeAt }: Origin,
): Promise<KeyedPlace> {
  const origin = `${ownerId}:${originId}`;
  const lock = `import:${kind}:${origin}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const hash = createHash('sha256').update(origin).digest('hex');
  const { table, idOfEvent } = LOOK_UPS[kind];
  const stateOf = (id: string) => presentState(tx, { table, id, ownerId });
  const original = await stateOf(originId);
  if (original !== null) return { id: originId, state: original, key: '' };
  for (let times = 0; ; times += 1) {
    const key = `imported:${kind}:${hash}:${times}`;
    const added = await additionOf(tx, key, idOfEvent);
    if (added === null) {
      return { id: importedId(kind, `${origin}:${times}`, madeAt), state: 'new', key };
    }
    const { id } = added;
    const present = await stateOf(id);
    const isOwn = present === 'there' && added.taskId === taskId;
    if (present !== null) return { id, state: isOwn ? 'added' : present, key };
  }
}

/** Whether an owner has something, or has it in the bin; `null` for neither. */
async function presentState(
  tx: Transaction,
  { table, id, ownerId }: { readonly table: SQL; readonly id: string; readonly ownerId: string },
): Promise<'there' | 'binned' | null> {
  const { rows } = await tx.execute<{ there: boolean; binned: boolean }>(sql`SELECT
    EXISTS (SELECT FROM ${table} WHERE id = ${id} AND owner_id = ${ownerId}) AS there,
    EXISTS (SELECT FROM bin_items
      WHERE id = ${id} AND owner_id = ${ownerId} AND NOT permanent) AS binned`);
  const [found] = rows;
  return found?.there === true ? 'there' : found?.binned === true ? 'binned' : null;
}

/** What an earlier import has added, with its task; `null` when none has. */
async function additionOf(tx: Transaction, key: string, idOfEvent: SQL): Promise<Addition | null> {
  const { rows } = await tx.execute<Addition>(sql`
    SELECT ${idOfEvent} AS id, task_id AS "taskId" FROM events WHERE idempotency_key = ${key}`);
  return rows[0] ?? null;
}

/** A type, because drizzle asks for an index signature, which interfaces do not have. */
type Addition = { readonly id: string; readonly taskId: string | null };

interface LookUp {
  readonly table: SQL;
  /** Its id in the event that has added it. */
  readonly idOfEvent: SQL;
}

const LOOK_UPS: Readonly<Record<ImportedKind, LookUp>> = {
  conversation: { table: sql`conversations`, idOfEvent: sql`conversation_id` },
  project: { table: sql`projects`, idOfEvent: sql`data->>'projectId'` },
  document: { table: sql`documents`, idOfEvent: sql`data->>'documentId'` },
  memory: { table: sql`memories`, idOfEvent: sql`data->>'memoryId'` },
};
