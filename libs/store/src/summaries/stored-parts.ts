import { and, eq, gte, lt } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { summaryParts, summaryReadings } from '../schema/index.ts';

/** A part of a conversation, as much as is known of it without its text. Each field as in `summary_parts`. */
export type StoredPart = Omit<
  typeof summaryParts.$inferSelect,
  'conversationId' | 'maxCharacters' | 'lookedAtTurnId'
>;

/** A part that is to be stored. */
export type NewPart = Omit<typeof summaryParts.$inferSelect, 'conversationId' | 'maxCharacters'>;

/** The parts of consecutive turns, which take the place of all that are stored there. */
export interface NewParts {
  /** The first of the turns; `null` at the beginning of the conversation. */
  readonly from: string | null;
  /** The turn after the last; `null` at the end. */
  readonly to: string | null;
  readonly parts: readonly NewPart[];
}

/** What is to be stored of a reading. */
export interface PartsOfReading {
  readonly readingId: string;
  readonly maxCharacters: number;
  readonly stretches: readonly NewParts[];
}

const COLUMNS = [
  'conversationId',
  'maxCharacters',
  'firstTurnId',
  'firstNumber',
  'lookedAtTurnId',
  'nextTurnId',
  'turnCount',
  'speakers',
  'characters',
  'textLength',
  'textHash',
] as const;

/**
 * Stores parts, unless the text has changed since they were read. The caller has locked the conversation, as
 * everything that changes its text does.
 */
export async function storeParts(
  tx: Transaction,
  conversationId: string,
  { readingId, maxCharacters, stretches }: PartsOfReading,
): Promise<void> {
  const { rowCount } = await tx
    .delete(summaryReadings)
    .where(
      and(
        eq(summaryReadings.conversationId, conversationId),
        eq(summaryReadings.readingId, readingId),
      ),
    );
  if (rowCount === 0) return;
  const place = { conversationId, maxCharacters };
  for (const { from, to } of stretches) {
    await tx
      .delete(summaryParts)
      .where(
        and(
          eq(summaryParts.conversationId, conversationId),
          eq(summaryParts.maxCharacters, maxCharacters),
          from === null ? undefined : gte(summaryParts.firstTurnId, from),
          to === null ? undefined : lt(summaryParts.firstTurnId, to),
        ),
      );
  }
  const rows = stretches.flatMap(({ parts }) => parts.map((part) => ({ ...part, ...place })));
  await insertRows(tx, summaryParts, COLUMNS, rows);
}
