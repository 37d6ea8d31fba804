import { asc, eq } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { memories, segments, turns } from '../../schema/index.ts';
import type { NameRules } from './name-rules.ts';

/** What was heard or typed in a segment, as memories are made of it, and who says it. */
export interface SaidPiece {
  readonly segmentId: string;
  readonly exchangeId: string;
  readonly speaker: string;
  readonly text: string;
}

/** What was said in a conversation, in order. */
export async function saidPieces(
  tx: Transaction,
  conversationId: string,
): Promise<readonly SaidPiece[]> {
  const { exchangeId, speaker } = turns;
  return tx
    .select({ segmentId: segments.id, exchangeId, speaker, text: segments.raw })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(eq(segments.conversationId, conversationId))
    .orderBy(asc(turns.id), asc(segments.position));
}

/**
 * Tells the memories of a conversation again, with who says what now. One that is as it was made of what was said gets
 * each name where it belongs. In one that a person has written, names are replaced.
 * @param before what was said by whom before
 * @param names new names by old ones, of those who are called otherwise everywhere
 */
export async function renameInMemories(
  tx: Transaction,
  conversationId: string,
  before: readonly SaidPiece[],
  names: ReadonlyMap<string, string>,
  rules: Pick<NameRules, 'retold' | 'withNames'>,
): Promise<void> {
  const now = new Map(
    (await saidPieces(tx, conversationId)).map(({ segmentId, speaker }) => [segmentId, speaker]),
  );
  const pieces = Map.groupBy(
    before.map(({ segmentId, exchangeId, speaker, text }) => ({
      ...{ exchangeId, text, before: speaker, after: now.get(segmentId) ?? speaker },
    })),
    ({ exchangeId }) => exchangeId,
  );
  const rename = (text: string) => rules.withNames(text, names);
  const places = new Map<string, number>();
  for (const row of await memoriesOf(tx, conversationId)) {
    const exchangeId = row.exchangeId ?? '';
    const said = pieces.get(exchangeId) ?? [];
    const retold = rules.retold(row.narrative, said, places.get(exchangeId) ?? 0);
    if (retold !== null) places.set(exchangeId, retold.next);
    const dialogue = row.priorDialogue?.map((each) => ({ ...each, speaker: rename(each.speaker) }));
    const narrative = retold?.narrative ?? rename(row.narrative);
    const reason = row.reason === null ? null : rename(row.reason);
    const isSame = narrative === row.narrative && reason === row.reason && dialogue === undefined;
    if (isSame) continue;
    const renamed = { narrative, reason, ...(dialogue ? { priorDialogue: dialogue } : {}) };
    await tx.update(memories).set(renamed).where(eq(memories.id, row.id));
  }
}

/** In the order in which they were made. */
async function memoriesOf(tx: Transaction, conversationId: string) {
  const { id, exchangeId, narrative, priorDialogue, reason } = memories;
  return tx
    .select({ id, exchangeId, narrative, priorDialogue, reason })
    .from(memories)
    .where(eq(memories.conversationId, conversationId))
    .orderBy(asc(id));
}
