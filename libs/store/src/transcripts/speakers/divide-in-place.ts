import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { HeardSegment, SegmentOfTurn, SpeakerRange } from '#contracts/model';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';
import { correctionChanges, segments, turns } from '../../schema/index.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import type { SegmentRecord } from '../read-turns.ts';
import { SegmentsOfTurns, type PlacedSegment } from '../segments-of-turns.ts';
import { keepVersions } from '../versions/keep-versions.ts';
import { recordSpeakers } from './record-speakers.ts';
import {
  presentTurns,
  tellSpeakers,
  type DivideBySpeaker,
  type Division,
  type RecordingToDivide,
} from './tell-speakers.ts';

/**
 * Divides the text that a recording has by its speakers. The words stay, and what people have done to them: a segment
 * that somebody has edited, or in which somebody has taken back a correction, is not cut. One that is cut loses its
 * correction, and waits for another. The text from before is an earlier version.
 * @param ranges who speaks when
 * @returns whether anything has changed
 */
export async function divideInPlace(
  tx: Transaction,
  task: TaskRecord,
  recording: RecordingToDivide,
  ranges: readonly SpeakerRange[],
  divide: DivideBySpeaker,
): Promise<boolean> {
  const { conversationId, exchangeId, firstTurnId } = recording;
  const conversation = await lockConversation(tx, conversationId);
  if (conversation === null) return false;
  const rows = await segmentsOf(tx, exchangeId);
  const decided = await decidedByPeople(tx, rows);
  const partsIn = (division: Division, row: SegmentRecord) =>
    division.partsOf(heardOf(row), decided.has(row.id));
  const measure = (division: Division) => {
    for (const row of rows) partsIn(division, row);
    return Promise.resolve();
  };
  const told = await tellSpeakers(tx, recording, ranges, measure, divide);
  if (told === null) return false;
  const division = told.begin();
  const divided = rows.map((row) => ({ row, parts: partsIn(division, row) }));
  const present = await presentTurns(tx, exchangeId);
  if (isSame(divided, present, told.turns)) {
    await markWords(tx, divided);
    return false;
  }
  const { revision } = conversation;
  const withText = [...new Set(rows.map(({ turnId }) => turnId))];
  await keepVersions(tx, withText, { conversationId, taskId: task.id, revision });
  await leaveTurns(tx, told.gone, firstTurnId);
  await recordSpeakers(tx, task, recording, told, revision + 1);
  await placeSegments(tx, divided);
  return true;
}

/** A segment, and the parts that go to turns. */
export interface DividedSegment {
  readonly row: SegmentRecord;
  readonly parts: readonly SegmentOfTurn[];
}

/** The segments of an exchange, in order. */
export async function segmentsOf(
  tx: Transaction,
  exchangeId: string,
): Promise<readonly SegmentRecord[]> {
  const rows = await tx
    .select({ segment: segments })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(eq(turns.exchangeId, exchangeId))
    .orderBy(asc(segments.turnId), asc(segments.position));
  return rows.map(({ segment }) => segment);
}

/** Turns that go must have no segments: they wait in the first turn until they are placed. */
export async function leaveTurns(
  tx: Transaction,
  gone: readonly string[],
  firstTurnId: string,
): Promise<void> {
  if (gone.length === 0) return;
  const leaving = inArray(segments.turnId, [...gone]);
  await tx.update(segments).set({ turnId: firstTurnId }).where(leaving);
}

/** Segments whose words people have decided about. */
async function decidedByPeople(
  tx: Transaction,
  rows: readonly SegmentRecord[],
): Promise<ReadonlySet<string>> {
  const edited = rows.filter((row) => row.edited !== null).map(({ id }) => id);
  const { segmentId, outcome } = correctionChanges;
  const ids = sql.param(rows.map(({ id }) => id));
  const undone = await tx
    .selectDistinct({ segmentId })
    .from(correctionChanges)
    .where(and(sql`${segmentId} = ANY(${ids}::text[])`, eq(outcome, 'undone')));
  return new Set([...edited, ...undone.map((row) => row.segmentId)]);
}

/** Words of segments that are not cut are marked where two voices speak at once. That changes no text. */
async function markWords(tx: Transaction, divided: readonly DividedSegment[]): Promise<void> {
  const marked = divided.flatMap(({ row, parts: [part, ...others] }) => {
    const words = part?.segment.words ?? [];
    const isMarkedSo = words.every(({ overlap }, n) => overlap === row.words[n]?.overlap);
    return others.length > 0 || isMarkedSo ? [] : [{ id: row.id, words }];
  });
  if (marked.length === 0) return;
  await tx.execute(sql`
    UPDATE segments SET words = given.words
    FROM jsonb_to_recordset(${JSON.stringify(marked)}::jsonb) AS given(id text, words jsonb)
    WHERE segments.id = given.id`);
}

/** A segment as an engine heard it. */
export function heardOf(segment: SegmentRecord): HeardSegment {
  const { startMs, endMs, raw, words, confidence, language } = segment;
  const heard = { startMs, endMs, text: raw, words, confidence };
  return language === null ? heard : { ...heard, language };
}

function isSame(
  divided: readonly DividedSegment[],
  present: Awaited<ReturnType<typeof presentTurns>>,
  told: readonly { readonly turnId: string; readonly voiceLabel: string }[],
): boolean {
  const labels = new Map(present.map(({ id, voiceLabel }) => [id, voiceLabel]));
  const sameTurns =
    labels.size === told.length &&
    told.every((turn) => labels.get(turn.turnId) === turn.voiceLabel);
  return (
    sameTurns &&
    divided.every(({ row, parts }) => parts.length === 1 && parts[0]?.turnId === row.turnId)
  );
}

/**
 * Gives segments to their turns. The first part of a cut segment keeps its id, so that citations of it lead to where it
 * begins.
 */
export async function placeSegments(
  tx: Transaction,
  divided: readonly DividedSegment[],
): Promise<void> {
  const places = new SegmentsOfTurns((heard) => turnsOf.get(heard) ?? []);
  const turnsOf = new Map<HeardSegment, readonly SegmentOfTurn[]>();
  const moved: { readonly id: string; readonly turnId: string; readonly position: number }[] = [];
  await markWords(tx, divided);
  for (const { row, parts } of divided) {
    const heard = heardOf(row);
    turnsOf.set(heard, parts);
    const [first, ...others] = places.place(heard);
    if (first === undefined) continue;
    moved.push({ id: row.id, turnId: first.turnId, position: first.position });
    if (others.length > 0) await cut(tx, row, first, others);
  }
  await tx.execute(sql`
    UPDATE segments SET turn_id = given."turnId", position = given.position
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
      AS given(id text, "turnId" text, position integer)
    WHERE segments.id = given.id`);
}

async function cut(
  tx: Transaction,
  row: SegmentRecord,
  first: PlacedSegment,
  others: readonly PlacedSegment[],
): Promise<void> {
  await tx.delete(correctionChanges).where(eq(correctionChanges.segmentId, row.id));
  await tx
    .update(segments)
    .set({ ...textOf(first), ...NOT_CORRECTED })
    .where(eq(segments.id, row.id));
  await tx.insert(segments).values(
    others.map((part) => ({
      ...{ id: newId('segment'), conversationId: row.conversationId, clipId: row.clipId },
      ...{ turnId: part.turnId, position: part.position },
      ...textOf(part),
    })),
  );
}

const NOT_CORRECTED = { corrected: null, correctionTaskId: null, refusedChanges: 0 };

function textOf({ segment }: PlacedSegment) {
  const { startMs, endMs, text, words, confidence, language = null } = segment;
  return { startMs, endMs, raw: text, words: [...words], confidence, language };
}
