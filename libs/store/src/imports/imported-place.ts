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
  const { isThere, idOfEvent } = LOOK_UPS[kind];
  const has = (id: string) => holds(tx, isThere(id, ownerId));
  if (await has(originId)) return { id: originId, state: 'there', key: '' };
  for (let times = 0; ; times += 1) {
    const key = `imported:${kind}:${hash}:${times}`;
    const added = await additionOf(tx, key, idOfEvent);
    if (added === null) {
      return { id: importedId(kind, `${origin}:${times}`, madeAt), state: 'new', key };
    }
    const { id } = added;
    if (await has(id)) return { id, state: added.taskId === taskId ? 'added' : 'there', key };
  }
}

async function holds(tx: Transaction, condition: SQL): Promise<boolean> {
  const { rows } = await tx.execute(sql`SELECT WHERE ${condition}`);
  return rows.length > 0;
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
  /** Condition that an owner has it, also in the bin. */
  readonly isThere: (id: string, ownerId: string) => SQL;
  /** Its id in the event that has added it. */
  readonly idOfEvent: SQL;
}

const LOOK_UPS: Readonly<Record<ImportedKind, LookUp>> = {
  conversation: {
    isThere: (id, ownerId) => sql`(
      EXISTS (SELECT FROM conversations WHERE id = ${id} AND owner_id = ${ownerId})
      OR EXISTS (
        SELECT FROM bin_items WHERE id = ${id} AND owner_id = ${ownerId} AND NOT permanent))`,
    idOfEvent: sql`conversation_id`,
  },
  project: {
    isThere: (id, ownerId) =>
      sql`EXISTS (SELECT FROM projects WHERE id = ${id} AND owner_id = ${ownerId})`,
    idOfEvent: sql`data->>'projectId'`,
  },
  document: {
    isThere: (id, ownerId) =>
      sql`EXISTS (SELECT FROM documents WHERE id = ${id} AND owner_id = ${ownerId})`,
    idOfEvent: sql`data->>'documentId'`,
  },
  memory: {
    isThere: (id, ownerId) =>
      sql`EXISTS (SELECT FROM memories WHERE id = ${id} AND owner_id = ${ownerId})`,
    idOfEvent: sql`data->>'memoryId'`,
  },
};
