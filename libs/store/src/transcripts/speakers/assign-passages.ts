import { asc, eq, inArray } from 'drizzle-orm';
import type { AssignedRange } from '#contracts/model';
import { AppError } from '#platform';
import type { Transaction } from '../../database/database.ts';
import type { ToldTurn, TurnDivision } from '../../events/conversation-events.ts';
import { clips, segments, turns } from '../../schema/index.ts';
import type { SegmentRecord } from '../read-turns.ts';
import { heardOf, leaveTurns, placeSegments, segmentsOf } from './divide-in-place.ts';
import { joinVersions } from '../versions/join-versions.ts';
import { presentTurns, type RecordingToDivide } from './tell-speakers.ts';
import { turnIdAt } from './turn-id.ts';

/** Passages of one recording that go to somebody. */
export interface Passages {
  readonly recording: RecordingToDivide;
  readonly ranges: readonly AssignedRange[];
}

/**
 * Finds passages.
 * @throws AppError `not_found` when a segment is not of the conversation; `passage_not_heard` when they are not of one
 * recording whose turns are told by voice
 */
export async function passagesOf(
  tx: Transaction,
  conversationId: string,
  segmentIds: readonly string[],
): Promise<Passages> {
  const rows = await tx
    .select({ segment: segments, turn: turns })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(inArray(segments.id, [...segmentIds]))
    .orderBy(asc(segments.startMs));
  const own = rows.filter(({ segment }) => segment.conversationId === conversationId);
  if (own.length < new Set(segmentIds).size)
    throw new AppError('not_found', 'A passage is not in this conversation.');
  const [clipId, ...others] = new Set(own.map(({ segment }) => segment.clipId));
  const ranges = own.flatMap(({ segment: { startMs, endMs }, turn: { voiceLabel: label } }) =>
    label === null ? [] : [{ startMs, endMs, label }],
  );
  if (!clipId || others.length > 0 || ranges.length < own.length)
    throw new AppError('passage_not_heard', 'They are not of one recording with told voices.');
  return { recording: await recordingOf(tx, conversationId, clipId), ranges };
}

/** The recording of a clip. @throws AppError `not_found` */
export async function recordingOf(
  tx: Transaction,
  conversationId: string,
  clipId: string,
): Promise<RecordingToDivide> {
  const { exchangeId, id: firstTurnId } = turns;
  const [found] = await tx
    .select({ exchangeId, firstTurnId })
    .from(clips)
    .innerJoin(turns, eq(turns.id, clips.turnId))
    .where(eq(clips.id, clipId));
  if (found) return { conversationId, clipId, ...found };
  throw new AppError('not_found', `The recording ${clipId} is not there any more.`);
}

/**
 * Gives the segments of a recording to turns by their labels, without cutting any.
 * @param labelOf the label of a segment from now on
 * @param nameOf what somebody with a label is called
 * @param record stores the turns that the recording has from now on
 */
export async function divideByLabels(
  tx: Transaction,
  { exchangeId, firstTurnId }: RecordingToDivide,
  labelOf: (segment: SegmentRecord, present: string) => string,
  nameOf: (label: string) => string,
  record: (division: TurnDivision) => Promise<void>,
): Promise<void> {
  const rows = await segmentsOf(tx, exchangeId);
  const present = await presentTurns(tx, exchangeId);
  const labels = new Map(present.map(({ id, voiceLabel, speaker }) => [id, voiceLabel ?? speaker]));
  const told: (ToldTurn & { readonly startMs: number })[] = [];
  const divided = rows.map((row) => {
    const voiceLabel = labelOf(row, labels.get(row.turnId) ?? '');
    const last = told.at(-1);
    if (last?.voiceLabel !== voiceLabel) {
      const startMs = last ? Math.max(row.startMs, last.startMs + 1) : row.startMs;
      const turnId = last ? turnIdAt(firstTurnId, startMs) : firstTurnId;
      told.push({ turnId, speaker: nameOf(voiceLabel), voiceLabel, startMs });
    }
    const turnId = told.at(-1)?.turnId ?? firstTurnId;
    return { row, parts: [{ turnId, segment: heardOf(row) }] };
  });
  const ids = new Set(told.map(({ turnId }) => turnId));
  const gone = present.map(({ id }) => id).filter((id) => !ids.has(id));
  await leaveTurns(tx, gone, firstTurnId);
  await joinVersions(tx, firstTurnId, gone);
  const named = told.map(({ turnId, speaker, voiceLabel }) => ({ turnId, speaker, voiceLabel }));
  await record({ exchangeId, turns: named, gone });
  await placeSegments(tx, divided);
}
