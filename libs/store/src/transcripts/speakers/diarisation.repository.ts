import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { isEnded, type TaskRun, type TaskSettings, type TaskWarning } from '#contracts/tasks';
import type { Database } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { clips, tasks, turns } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { lockCompletingRun } from '../../tasks/run/lock-run.ts';
import { completedEvent, conversationOf } from '../../tasks/run/run-events.ts';
import { startRun } from '../../tasks/run/start-run.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import type { ClipRow } from '../transcription/transcription.records.ts';
import { divideInPlace } from './divide-in-place.ts';
import { HAS_KNOWN_TURNS } from './has-known-turns.ts';
import { speakerRanges, type DivideBySpeaker } from './tell-speakers.ts';

/** A recording whose speakers may be told apart. */
export interface TranscribedRecording {
  readonly clip: ClipRow;
  /** Settings of the task that has transcribed it. */
  readonly settings: TaskSettings;
  /** Whether that task has ended. */
  readonly isTranscribed: boolean;
  /** Whether turns of several speakers are known of it that no voice has told. */
  readonly hasKnownTurns: boolean;
}

/** Where it is stored who speaks when in a recording. */
export interface GroupedRecording {
  readonly clipId: string;
  readonly speakersKey: string;
}

/** Tasks that tell speakers apart in what was transcribed already. */
export class DiarisationRepository {
  constructor(private readonly db: Database) {}

  /**
   * Marks a run as started.
   * @returns the recordings of its conversation whose bytes are there, in order, and the settings of the task;
   * `null` when this run has ended or was replaced. Parts of recordings have one speaker and are left out.
   */
  async start(run: TaskRun, runId: string) {
    return inTransaction(this.db, async (tx) => {
      const task = await startRun(tx, run, runId);
      if (task === null) return null;
      const split = tx
        .select({ id: clips.splitFrom })
        .from(clips)
        .where(and(eq(clips.conversationId, conversationOf(task)), isNotNull(clips.splitFrom)));
      const rows = await tx
        .select({ clip: clips, task: tasks, hasKnownTurns: HAS_KNOWN_TURNS })
        .from(clips)
        .innerJoin(turns, eq(turns.id, clips.turnId))
        .innerJoin(tasks, eq(tasks.id, clips.taskId))
        .where(
          and(
            eq(clips.conversationId, conversationOf(task)),
            isNull(clips.splitFrom),
            isNull(clips.audioRemovedAt),
            sql`NOT ${inArray(clips.id, split)}`,
          ),
        )
        .orderBy(asc(clips.id));
      const recordings = rows.map((row): TranscribedRecording => ({
        ...{ clip: row.clip, settings: row.task.settings, hasKnownTurns: row.hasKnownTurns },
        isTranscribed: isEnded(row.task.state),
      }));
      return { recordings, settings: task.settings };
    });
  }

  /**
   * Divides the texts of recordings by their speakers, and completes the task, in one transaction.
   * @returns how many texts have changed; `null` when the run has ended or was replaced
   */
  async complete(
    run: TaskRun,
    grouped: readonly GroupedRecording[],
    warnings: readonly TaskWarning[],
    divide: DivideBySpeaker,
  ): Promise<number | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return null;
      const conversationId = conversationOf(task);
      let changed = 0;
      for (const { clipId, speakersKey } of grouped) {
        const [found] = await tx
          .select({ turn: turns })
          .from(clips)
          .innerJoin(turns, eq(turns.id, clips.turnId))
          .where(eq(clips.id, clipId));
        const ranges = await speakerRanges(tx, speakersKey);
        if (!found || ranges === null) continue;
        const { exchangeId, id: firstTurnId } = found.turn;
        const recording = { clipId, conversationId, exchangeId, firstTurnId };
        if (await divideInPlace(tx, task, recording, ranges, divide)) changed += 1;
      }
      await appendAndApply(tx, [completedEvent(task, warnings)]);
      if (changed > 0) await signalWork(tx, [conversationSignal(conversationId, task.ownerId)]);
      return changed;
    });
  }
}
