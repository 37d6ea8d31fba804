import { and, asc, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { GlossaryLevels, TranscriptStyle } from '#contracts/model';
import type { TaskRun, TaskSettings, TaskWarning } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { segments, turns } from '../schema/index.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent, conversationOf, conversationRunEvent } from '../tasks/run/run-events.ts';
import { signalIfReopened } from '../tasks/run/signal-if-reopened.ts';
import { startRun } from '../tasks/run/start-run.ts';
import { glossaryLevels } from '../glossaries/glossary-levels.ts';
import { keepVersions } from '../transcripts/versions/keep-versions.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { styleOf } from '../conversations/style-of.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import {
  auditSpans,
  withoutUndone,
  type AppliedCorrection,
  type SpannedCorrection,
} from './correction-rows.ts';

/** A segment to correct. */
export interface SegmentToCorrect {
  readonly segmentId: string;
  readonly turnId: string;
  readonly speaker: string;
  readonly raw: string;
}

/** The input of a correction, as it was when the run started. */
export interface CorrectionWork {
  readonly settings: TaskSettings;
  /** The glossaries of the conversation, its project and its owner. */
  readonly glossaries: GlossaryLevels;
  /** `null` when it is that of the installation. */
  readonly style: TranscriptStyle | null;
  /** Who speaks in the conversation, at most so many that names can be told. */
  readonly speakers: readonly string[];
  /** The raw text right before the first segment; `''` at the start of the conversation. */
  readonly before: string;
  /** In the order of the conversation. */
  readonly segments: readonly SegmentToCorrect[];
}

/**
 * The correction of a segment: the text that was corrected, and what was taken and refused in it. If
 * the segment has another text by now, it is not applied.
 */
export type SegmentCorrection = SpannedCorrection;

/** The result of a correction task. */
export interface CorrectionResult {
  readonly engine: string;
  readonly corrections: readonly SegmentCorrection[];
  readonly warnings: readonly TaskWarning[];
}

/** Conversations with more have no names that a person would know. */
const MOST_SPEAKERS = 200;

/** The reads and writes of correction tasks. */
export class CorrectionsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Marks a run as started and reads its settings and what it works on.
   * @returns `null` when this run has ended or was replaced by another
   */
  async start(run: TaskRun, runId: string): Promise<CorrectionWork | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await startRun(tx, run, runId);
      return task === null ? null : readWork(tx, task);
    });
  }

  /**
   * Writes the corrected layer and an audit row for each change, taken or refused, and completes the
   * task. A segment that a person has edited, or that was transcribed again, stays as it is; so does
   * each place in which a person has undone a change before.
   * @returns whether the text has changed; `null` when the run has already ended or was replaced
   */
  async complete(run: TaskRun, result: CorrectionResult): Promise<{ changed: boolean } | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return null;
      const conversationId = conversationOf(task);
      const conversation = await lockConversation(tx, conversationId);
      const before = conversation?.revision ?? 0;
      const { corrections, turnIds } = await stillApplicable(tx, result.corrections);
      await keepVersions(tx, turnIds, { conversationId, taskId: task.id, revision: before });
      const changed = await writeCorrections(tx, corrections);
      await auditSpans(tx, { taskId: task.id, engine: result.engine }, corrections);
      const revision = changed > 0 ? before + 1 : before;
      await appendAndApply(tx, [
        {
          ...conversationRunEvent(task, 'segments_corrected'),
          type: 'segments_corrected',
          data: {
            attempt: task.attempt,
            revision,
            engine: result.engine,
            segmentCount: result.corrections.length,
            changedCount: changed,
          },
        },
        completedEvent(task, result.warnings),
      ]);
      await signalIfReopened(tx, task);
      if (changed > 0) await signalUnlessSummaryIsPending(tx, conversationId, task.ownerId);
      return { changed: changed > 0 };
    });
  }
}

/** A pending summary will include the change; otherwise a signal must cause a new one. */
async function signalUnlessSummaryIsPending(
  tx: Transaction,
  conversationId: string,
  ownerId: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO work_signals (entity_kind, entity_id, owner_id)
    SELECT 'conversation', ${conversationId}, ${ownerId} WHERE NOT EXISTS (
      SELECT FROM tasks
      WHERE conversation_id = ${conversationId} AND type = 'summary' AND state = 'pending'
    )`);
}

async function readWork(tx: Transaction, task: TaskRecord): Promise<CorrectionWork> {
  const conversationId = conversationOf(task);
  const rows = await tx
    .select({
      segmentId: segments.id,
      turnId: segments.turnId,
      speaker: turns.speaker,
      raw: segments.raw,
    })
    .from(segments)
    .innerJoin(turns, eq(turns.id, segments.turnId))
    .where(and(eq(segments.correctionTaskId, task.id), sql`${segments.edited} IS NULL`))
    .orderBy(asc(segments.turnId), asc(segments.position));
  const [first] = rows;
  const before = first ? await textBefore(tx, conversationId, first.turnId) : '';
  const glossaries = await glossaryLevels(tx, conversationId);
  const style = await styleOf(tx, conversationId);
  const speakers = await speakersOf(tx, conversationId);
  return { settings: task.settings, glossaries, style, speakers, before, segments: rows };
}

async function speakersOf(tx: Transaction, conversationId: string): Promise<readonly string[]> {
  // One look into the index for each name, not one row for each turn.
  const { rows } = await tx.execute<{ speaker: string }>(sql`
    WITH RECURSIVE names AS (
      (${nextSpeaker(conversationId, sql`true`)})
      UNION ALL
      SELECT next.speaker FROM names
      CROSS JOIN LATERAL (
        ${nextSpeaker(conversationId, sql`turns.speaker > names.speaker`)}
      ) AS next
    ) SELECT speaker FROM names LIMIT ${MOST_SPEAKERS}`);
  return rows.map(({ speaker }) => speaker);
}

function nextSpeaker(conversationId: string, isNext: SQL): SQL {
  return sql`
    SELECT turns.speaker FROM turns WHERE turns.conversation_id = ${conversationId} AND ${isNext}
    ORDER BY turns.conversation_id, turns.speaker LIMIT 1`;
}

async function textBefore(
  tx: Transaction,
  conversationId: string,
  turnId: string,
): Promise<string> {
  const [row] = await tx
    .select({ raw: segments.raw })
    .from(segments)
    .where(and(eq(segments.conversationId, conversationId), lt(segments.turnId, turnId)))
    .orderBy(desc(segments.turnId), desc(segments.position))
    .limit(1);
  return row?.raw ?? '';
}

/** The corrections to write, and the turns in which they replace an earlier correction. */
interface ApplicableCorrections {
  readonly corrections: readonly AppliedCorrection[];
  readonly turnIds: readonly string[];
}

/** Leaves out segments that a person has edited or that were transcribed again. */
async function stillApplicable(
  tx: Transaction,
  given: readonly SegmentCorrection[],
): Promise<ApplicableCorrections> {
  const { id, turnId, raw, corrected } = segments;
  const ids = given.map(({ segmentId }) => segmentId);
  const rows = await tx
    .select({ id, turnId, raw, corrected })
    .from(segments)
    .where(and(inArray(id, ids), isNull(segments.edited)));
  const present = new Map(rows.map((row) => [row.id, row]));
  const applicable = given.filter((each) => present.get(each.segmentId)?.raw === each.raw);
  const corrections = await withoutUndone(tx, applicable);
  const turnIds = corrections.flatMap(({ segmentId, corrected }) => {
    const before = present.get(segmentId);
    return before && before.corrected !== null && before.corrected !== corrected
      ? [before.turnId]
      : [];
  });
  return { corrections, turnIds: [...new Set(turnIds)] };
}

/** @returns how many segments have changed */
async function writeCorrections(
  tx: Transaction,
  corrections: readonly AppliedCorrection[],
): Promise<number> {
  const rows = corrections.map(({ segmentId, corrected, spans }) => ({
    ...{ segmentId, corrected },
    refused: spans.filter(({ outcome }) => outcome === 'refused').length,
  }));
  // Tells the planner how few they are.
  const ids = sql.param(corrections.map(({ segmentId }) => segmentId));
  const { rows: changed } = await tx.execute(sql`
    WITH given AS (
      SELECT given.*, segments.corrected AS before
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given("segmentId" text, corrected text, refused integer)
      JOIN segments ON segments.id = given."segmentId" AND segments.id = ANY(${ids}))
    UPDATE segments SET corrected = given.corrected, refused_changes = given.refused
    FROM given
    WHERE segments.id = given."segmentId" AND segments.id = ANY(${ids})
      AND (given.before, segments.refused_changes)
        IS DISTINCT FROM (given.corrected, given.refused)
    RETURNING given.before IS DISTINCT FROM given.corrected AS changed`);
  return changed.filter((row) => row['changed'] === true).length;
}
