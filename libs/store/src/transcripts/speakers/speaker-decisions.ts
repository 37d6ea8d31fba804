import { and, asc, eq, isNull } from 'drizzle-orm';
import type { TimeRange } from '#contracts/model';
import type { Transaction } from '../../database/database.ts';
import { speakerChanges } from '../../schema/index.ts';

/** What people have decided about the speakers of a conversation, in order, without what was undone. */
export async function speakerDecisions(tx: Transaction, conversationId: string) {
  const rows = await activeChanges(tx, conversationId);
  return rows
    .filter(({ clipId }) => clipId === null)
    .map(({ bases, toName }) => ({ bases, name: toName }));
}

/** A passage that people have given to a speaker. */
export interface Assignment extends TimeRange {
  readonly label: string;
}

/** The passages of a recording that people have given to speakers, in order, without what was undone. */
export async function assignmentsOf(
  tx: Transaction,
  conversationId: string,
  clipId: string,
): Promise<readonly Assignment[]> {
  const rows = await activeChanges(tx, conversationId);
  return rows
    .filter((row) => row.clipId === clipId)
    .flatMap(({ ranges, toLabel }) =>
      (ranges ?? []).map(({ startMs, endMs }) => ({ startMs, endMs, label: toLabel ?? '' })),
    );
}

function activeChanges(tx: Transaction, conversationId: string) {
  return tx
    .select()
    .from(speakerChanges)
    .where(and(eq(speakerChanges.conversationId, conversationId), isNull(speakerChanges.undoneAt)))
    .orderBy(asc(speakerChanges.id));
}
