import { and, asc, eq, ne } from 'drizzle-orm';
import type { HeardSegment, SegmentOfTurn, SpeakerRange, TimeRange } from '#contracts/model';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import type { ToldTurn } from '../../events/conversation-events.ts';
import { segments, speakerResults, turns } from '../../schema/index.ts';
import type { NameRules } from './name-rules.ts';
import { assignmentsOf, speakerDecisions, type Assignment } from './speaker-decisions.ts';
import { turnIdAt } from './turn-id.ts';

/** A range in which somebody speaks whose label is known. */
export interface LabelledRange extends TimeRange {
  readonly label: string;
}

/** A turn of a recording, and when it was spoken. */
export interface DividedTurn extends SpeakerRange {
  readonly turnId: string;
}

/** Gives segments to turns, and counts the turns. */
export interface Division {
  /** @param isWhole whether the segment is not cut */
  partsOf(heard: HeardSegment, isWhole?: boolean): readonly SegmentOfTurn[];
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
  /** The label of each speaker. */
  labels(
    turns: readonly DividedTurn[],
    known: { readonly held: readonly LabelledRange[]; readonly taken: ReadonlySet<string> },
  ): ReadonlyMap<number, string>;
  /** Who speaks when, once people have given ranges to speakers, in the order in which they have. */
  assigned(
    ranges: readonly SpeakerRange[],
    assigned: readonly SpeakerRange[],
  ): readonly SpeakerRange[];
  /** What a speaker is called. */
  readonly nameOf: NameRules['nameOf'];
}

/** The turns that a recording has from now on. */
export interface ToldSpeakers {
  readonly turns: readonly ToldTurn[];
  readonly gone: readonly string[];
  /** Begins to give the same segments to the same turns. */
  readonly begin: () => Division;
}

/** The recording, and the first turn that is heard in it. */
export interface RecordingToDivide {
  readonly conversationId: string;
  readonly exchangeId: string;
  readonly clipId: string;
  readonly firstTurnId: string;
}

/**
 * Finds the turns of a recording. Locks its conversation.
 * @param ranges who speaks when; empty when it is to have one speaker
 * @param measure gives all of its segments to a division, in order
 * @returns `null` when it has one speaker, as before
 */
export async function tellSpeakers(
  tx: Transaction,
  recording: RecordingToDivide,
  ranges: readonly SpeakerRange[],
  measure: (division: Division) => Promise<void>,
  divide: DivideBySpeaker,
): Promise<ToldSpeakers | null> {
  const { conversationId, exchangeId, clipId } = recording;
  const heard = divisionsOf(recording, ranges, divide)();
  await measure(heard);
  await lockConversation(tx, conversationId);
  const present = await presentTurns(tx, exchangeId);
  const decisions = await speakerDecisions(tx, conversationId);
  const assigned = await assignmentsOf(tx, conversationId, clipId);
  const known = await knownLabels(tx, recording, decisions, assigned);
  const labels = new Map(divide.labels(heard.turns, known));
  const begin = divisionsOf(recording, divide.assigned(ranges, numbered(assigned, labels)), divide);
  const division = assigned.length === 0 ? heard : begin();
  if (division !== heard) await measure(division);
  const wasTold = present.some(({ voiceLabel }) => voiceLabel !== null);
  const count = new Set(division.turns.map(({ speaker }) => speaker)).size;
  if (count === 0 || (count === 1 && !wasTold)) return null;
  const told = division.turns.map(({ turnId, speaker }) => {
    const voiceLabel = labels.get(speaker) ?? '';
    return { turnId, speaker: divide.nameOf(voiceLabel, decisions), voiceLabel };
  });
  const ids = new Set(told.map(({ turnId }) => turnId));
  const gone = present.map(({ id }) => id).filter((id) => !ids.has(id));
  return { turns: told, gone, begin };
}

function divisionsOf(
  { firstTurnId }: RecordingToDivide,
  ranges: readonly SpeakerRange[],
  divide: DivideBySpeaker,
): () => Division {
  return () => divide.begin(firstTurnId, (startMs) => turnIdAt(firstTurnId, startMs), ranges);
}

/** Gives passages the numbers of speakers; who was not heard gets a number, too. */
function numbered(
  assigned: readonly Assignment[],
  labels: Map<number, string>,
): readonly SpeakerRange[] {
  return assigned.map(({ label, ...range }) => {
    const [known] = [...labels].find(([, each]) => each === label) ?? [];
    const speaker = known ?? Math.max(-1, ...labels.keys()) + 1;
    labels.set(speaker, label);
    return { ...range, speaker };
  });
}

async function knownLabels(
  tx: Transaction,
  { conversationId, exchangeId }: RecordingToDivide,
  decisions: readonly { readonly bases: readonly string[] }[],
  assigned: readonly Assignment[],
) {
  const decided = new Set(decisions.flatMap(({ bases }) => bases));
  const taken = await labelsOfOthers(tx, conversationId, exchangeId);
  // Where people have given passages to a voice, all voices of the recording keep their labels.
  const isHeld = (label: string) => assigned.length > 0 || decided.has(label);
  return { held: await heldRanges(tx, exchangeId, isHeld), taken };
}

/** Who speaks when in a recording, by its key. @returns `null` when it is not stored any more */
export async function speakerRanges(
  tx: Transaction,
  key: string | null,
): Promise<readonly SpeakerRange[] | null> {
  if (key === null) return null;
  const [found] = await tx.select().from(speakerResults).where(eq(speakerResults.key, key));
  return found?.ranges ?? null;
}

/** The turns of an exchange, in order. */
export function presentTurns(tx: Transaction, exchangeId: string) {
  const { id, speaker, voiceLabel } = turns;
  return tx
    .select({ id, speaker, voiceLabel })
    .from(turns)
    .where(eq(turns.exchangeId, exchangeId))
    .orderBy(asc(id));
}

/** When those speak of whom people have decided something. */
async function heldRanges(
  tx: Transaction,
  exchangeId: string,
  isHeld: (label: string) => boolean,
): Promise<readonly LabelledRange[]> {
  const { startMs, endMs } = segments;
  const rows = await tx
    .select({ startMs, endMs, label: turns.voiceLabel })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(eq(turns.exchangeId, exchangeId));
  return rows.flatMap(({ label, ...range }) =>
    label !== null && isHeld(label) ? [{ ...range, label }] : [],
  );
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
