import { and, asc, eq, ne } from 'drizzle-orm';
import type { HeardSegment, SegmentOfTurn, SpeakerRange } from '#contracts/model';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import type { ToldTurn } from '../../events/domain-events.ts';
import { speakerResults, turns } from '../../schema/index.ts';
import type { ClipRow } from '../transcription/transcription.records.ts';
import { turnIdAt } from './turn-id.ts';

/** A turn of a recording, and when it was spoken. */
export interface DividedTurn extends SpeakerRange {
  readonly turnId: string;
}

/** Gives segments to turns, and counts the turns. */
export interface Division {
  partsOf(heard: HeardSegment): readonly SegmentOfTurn[];
  /** The turns so far, in order. */
  readonly turns: readonly DividedTurn[];
}

/** The rules by which a recording is divided into turns of its speakers. */
export interface DivideBySpeaker {
  begin(
    firstTurnId: string,
    turnIdAt: (startMs: number) => string,
    speakers: readonly SpeakerRange[],
  ): Division;
  /** The label of each speaker. @param taken labels that stand for somebody else */
  labels(turns: readonly DividedTurn[], taken: ReadonlySet<string>): ReadonlyMap<number, string>;
}

/** The turns that a recording has from now on. */
export interface ToldSpeakers {
  readonly turns: readonly ToldTurn[];
  readonly gone: readonly string[];
  /** Begins to give the same segments to the same turns. */
  readonly begin: () => Division;
}

/**
 * Finds the turns of a recording whose voices were grouped. Locks its conversation.
 * @param speakersKey key of who speaks when; `null` when it is to have one speaker
 * @param heard its segments, in order
 * @returns `null` when it has one speaker, as before
 */
export async function tellSpeakers(
  tx: Transaction,
  speakersKey: string | null,
  { turnId: firstTurnId, conversationId }: ClipRow,
  heard: AsyncIterable<HeardSegment>,
  divide: DivideBySpeaker,
): Promise<ToldSpeakers | null> {
  const ranges = speakersKey === null ? [] : await rangesOf(tx, speakersKey);
  if (ranges === null) return null;
  const begin = () =>
    divide.begin(firstTurnId, (startMs) => turnIdAt(firstTurnId, startMs), ranges);
  const division = begin();
  for await (const segment of heard) division.partsOf(segment);
  await lockConversation(tx, conversationId);
  const { present, exchangeId } = await presentTurns(tx, firstTurnId);
  const labels = divide.labels(
    division.turns,
    await labelsOfOthers(tx, conversationId, exchangeId),
  );
  const wasTold = present.some(({ voiceLabel }) => voiceLabel !== null);
  if (labels.size === 0 || (labels.size === 1 && !wasTold)) return null;
  const told = division.turns.map(({ turnId, speaker }) => {
    const voiceLabel = labels.get(speaker) ?? '';
    return { turnId, speaker: voiceLabel, voiceLabel };
  });
  const ids = new Set(told.map(({ turnId }) => turnId));
  const gone = present.map(({ id }) => id).filter((id) => !ids.has(id));
  return { turns: told, gone, begin };
}

async function rangesOf(tx: Transaction, key: string): Promise<readonly SpeakerRange[] | null> {
  const [found] = await tx.select().from(speakerResults).where(eq(speakerResults.key, key));
  return found?.ranges ?? null;
}

async function presentTurns(tx: Transaction, firstTurnId: string) {
  const [first] = await tx.select().from(turns).where(eq(turns.id, firstTurnId));
  const exchangeId = first?.exchangeId ?? '';
  const present = await tx
    .select({ id: turns.id, voiceLabel: turns.voiceLabel })
    .from(turns)
    .where(eq(turns.exchangeId, exchangeId))
    .orderBy(asc(turns.id));
  return { present, exchangeId };
}

/** What other turns of the conversation are called, or were when their voices were told apart. */
async function labelsOfOthers(
  tx: Transaction,
  conversationId: string,
  exchangeId: string,
): Promise<ReadonlySet<string>> {
  const { speaker, voiceLabel } = turns;
  const rows = await tx
    .selectDistinct({ speaker, voiceLabel })
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), ne(turns.exchangeId, exchangeId)));
  return new Set(rows.flatMap((row) => [row.speaker, ...(row.voiceLabel ? [row.voiceLabel] : [])]));
}
