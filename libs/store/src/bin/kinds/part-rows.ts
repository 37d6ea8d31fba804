import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import { beginningOf } from '../beginning-of.ts';
import { leaveCorrection, leaveScoring } from '../leave-batches.ts';
import type { PartScope } from './part-tables.ts';

/** What of something that was said is in the bin. */
export interface MovedRows {
  /** The exchange that it takes along, if any. */
  readonly exchangeId: string | null;
  /** Its first turn. */
  readonly turnId: string | null;
  /** Number of clips. */
  readonly clips: number;
}

/** Which rows of an item are in the bin. */
export async function movedRowsOf(tx: Transaction, itemId: string): Promise<MovedRows> {
  const { rows } = await tx.execute<{ [Field in keyof MovedRows]: MovedRows[Field] }>(sql`
    SELECT min(row->>'id') FILTER (WHERE table_name = 'exchanges') AS "exchangeId",
      min(row->>'id') FILTER (WHERE table_name = 'turns') AS "turnId",
      (count(*) FILTER (WHERE table_name = 'clips'))::integer AS clips
    FROM bin_rows WHERE item_id = ${itemId} AND table_name IN ('exchanges', 'turns', 'clips')`);
  return rows[0] ?? { exchangeId: null, turnId: null, clips: 0 };
}

/** What a person knows it by: the name of a recording, or who said what. @param turns a query */
export async function titleOf(
  tx: Transaction,
  kind: 'exchange' | 'clip',
  turns: SQL,
): Promise<string> {
  const { rows } = await tx.execute<TitleRow>(sql`
    SELECT turns.speaker, clips.file_name AS "fileName", (
      SELECT string_agg(coalesce(edited, corrected, raw), ' ' ORDER BY position) FROM (
        SELECT * FROM segments
        WHERE segments.conversation_id = turns.conversation_id AND segments.turn_id = turns.id
        ORDER BY position LIMIT ${MOST_SEGMENTS}) AS first) AS text
    FROM turns LEFT JOIN clips
      ON clips.conversation_id = turns.conversation_id AND clips.turn_id = turns.id
    WHERE (turns.conversation_id, turns.id) IN (${turns})
    ORDER BY turns.id LIMIT 1`);
  const { speaker = '', fileName = null, text = null } = rows[0] ?? {};
  const isNamed = fileName !== null && (kind === 'clip' || !text);
  return isNamed ? fileName : beginningOf(`${speaker}: ${text ?? ''}`);
}

/** Segments from which a title is made; it is a few words. */
const MOST_SEGMENTS = 20;

interface TitleRow extends Record<string, unknown> {
  readonly speaker: string;
  readonly fileName: string | null;
  readonly text: string | null;
}

/** It leaves the open tasks that correct or score it together with other things. */
export async function leaveBatchesOf(
  tx: Transaction,
  scope: PartScope,
  id: string,
  locked: readonly TaskRecord[],
): Promise<void> {
  const corrections = locked.filter(({ type }) => type === 'correction');
  const scorings = locked.filter(({ type }) => type === 'significance');
  const segmentIds = await idsOf(
    tx,
    sql`SELECT id FROM segments WHERE (conversation_id, turn_id) IN (${scope.turns(id)})`,
  );
  for (const task of corrections) await leaveCorrection(tx, segmentIds, task);
  const memoryIds = await idsOf(
    tx,
    sql`SELECT id FROM memories WHERE (conversation_id, exchange_id) IN (${scope.exchanges(id)})`,
  );
  for (const task of scorings) await leaveScoring(tx, memoryIds, task);
}

async function idsOf(tx: Transaction, query: SQL): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ id: string }>(query);
  return rows.map(({ id }) => id);
}
