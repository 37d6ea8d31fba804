import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { occursIn, searchedWords } from '../database/searched-words.ts';

/** Where words of a search were said. */
export interface FoundPassage {
  readonly conversationId: string;
  readonly turnId: string;
  readonly segmentId: string;
  readonly clipId: string | null;
  /** From the start of the clip; 0 for typed text. */
  readonly startMs: number;
  readonly speaker: string;
  /** What is shown of the segment. */
  readonly text: string;
}

/**
 * Finds the segment of each conversation that has most of the words, the first of them.
 * @param ids of the conversations, such as those of a page of a list
 * @param search words, in any order and case
 */
export async function foundPassages(
  db: Database,
  ids: readonly string[],
  search: string | undefined,
): Promise<readonly FoundPassage[]> {
  const words = searchedWords(search);
  if (ids.length === 0 || words.length === 0) return [];
  const matches = words.map((word) => sql`(${occursIn(sql`shown`, word)})::int`);
  const { rows } = await db.execute<{ [Key in keyof FoundPassage]: FoundPassage[Key] }>(sql`
    SELECT found.*, turns.speaker FROM (
      SELECT DISTINCT ON (conversation_id) conversation_id AS "conversationId",
        turn_id AS "turnId", id AS "segmentId", clip_id AS "clipId", start_ms AS "startMs",
        shown AS text
      FROM (
        SELECT *, coalesce(edited, corrected, raw) AS shown FROM segments
        WHERE conversation_id = ANY(${sql.param([...ids])}::text[])
      ) said
      CROSS JOIN LATERAL (SELECT ${sql.join(matches, sql` + `)} AS matched) hit
      WHERE matched > 0
      ORDER BY conversation_id, matched DESC, turn_id, position
    ) found JOIN turns ON turns.id = found."turnId"`);
  return rows;
}
