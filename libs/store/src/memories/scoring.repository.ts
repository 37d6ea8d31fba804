import { sql } from 'drizzle-orm';
import type { SpokenText } from '#contracts/model';
import type { TaskRun, TaskSettings, TaskWarning } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { changeTask } from '../events/task.projection.ts';
import { tasks } from '../schema/index.ts';
import { lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import { signalIfReopened } from '../tasks/run/signal-if-reopened.ts';
import { startRun } from '../tasks/run/start-run.ts';
import type { PinRules } from './pins.ts';
import { scoreWaiting } from './score-waiting.ts';
import { ScoreWriter, type MemoryScore, type WrittenScores } from './score-writer.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

export type { MemoryScore } from './score-writer.ts';

/** A memory to score, with the dialogue before it. */
export interface MemoryToScore {
  readonly memoryId: string;
  readonly narrative: string;
  /** In order of time. */
  readonly priorDialogue: readonly SpokenText[];
}

/** The input of a scoring task. */
export interface ScoringWork {
  readonly settings: TaskSettings;
  /** The memories that this task has not scored yet. */
  readonly memories: readonly MemoryToScore[];
}

/** The reads and writes of significance tasks. */
export class ScoringRepository {
  /** @param scoring whether the installation scores memories */
  constructor(
    private readonly db: Database,
    private readonly pinRules: PinRules,
    private readonly scoring: boolean,
  ) {}

  /**
   * Marks a run as started and reads its settings and the memories that it has not scored yet.
   * @returns `null` when this run has ended or was replaced by another
   */
  async start(run: TaskRun, runId: string): Promise<ScoringWork | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await startRun(tx, run, runId);
      if (task === null) return null;
      const memories = await unscored(tx, task.id, await scoringKey(tx, task));
      return { settings: task.settings, memories };
    });
  }

  /**
   * Stores scores and pins pivotal memories, in one transaction. A task scores a memory once,
   * unless it is retried with other settings. A person's pin or unpin is never changed.
   * @param scores in the order in which the engine returned them
   * @param completion set with the last scores: completes the task
   * @returns `false` when the run has already ended or was replaced
   */
  async save(
    run: TaskRun,
    scores: readonly MemoryScore[],
    completion: { readonly warnings: readonly TaskWarning[] } | null,
  ): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task === null) return false;
      const { count, events } = await this.write(tx, task, scores);
      if (completion) events.push(completedEvent(task, completion.warnings));
      await appendAndApply(tx, events);
      // The completion sets the progress as well.
      if (completion) await this.followUp(tx, task);
      else await changeTask(tx, task.id, { done: sql`${tasks.done} + ${count}` });
      return true;
    });
  }

  /** What has waited for this task goes on. */
  private async followUp(tx: Transaction, task: TaskRecord): Promise<void> {
    await signalIfReopened(tx, task);
    if (task.conversationId === null) await scoreWaiting(tx, task.ownerId, this.scoring);
  }

  private async write(
    tx: Transaction,
    task: TaskRecord,
    scores: readonly MemoryScore[],
  ): Promise<WrittenScores> {
    if (scores.length === 0) return { count: 0, events: [] };
    const scoring = await scoringKey(tx, task);
    const fresh = await notScoredYet(tx, scoring, scores);
    return new ScoreWriter(tx, task, scoring, this.pinRules).write(fresh);
  }
}

async function unscored(
  tx: Transaction,
  taskId: string,
  scoring: string,
): Promise<readonly MemoryToScore[]> {
  const { rows } = await tx.execute<{
    memoryId: string;
    narrative: string;
    priorDialogue: SpokenText[] | null;
  }>(sql`
    SELECT memories.id AS "memoryId", narrative,
           coalesce(prior_dialogue, before.dialogue) AS "priorDialogue"
    FROM memories
    LEFT JOIN LATERAL (${DIALOGUE_BEFORE}) AS before ON memories.exchange_id IS NOT NULL
    WHERE significance_task_id = ${taskId} AND NOT EXISTS (
      SELECT FROM events WHERE idempotency_key = ${scoredKey(sql`memories.id`, scoring)}
    )
    ORDER BY memories.id`);
  return rows.map((row) => ({ ...row, priorDialogue: row.priorDialogue ?? [] }));
}

/**
 * The last six turns before the exchange of a memory, each truncated to its last 500 characters.
 */
const DIALOGUE_BEFORE = sql`
  SELECT jsonb_agg(jsonb_build_object('speaker', speaker, 'text', text) ORDER BY id) AS dialogue
  FROM (
    SELECT turns.id, turns.speaker, (
      SELECT right(string_agg(coalesce(edited, corrected, raw), ' ' ORDER BY position), 500)
      FROM segments
      WHERE segments.conversation_id = turns.conversation_id AND segments.turn_id = turns.id
    ) AS text
    FROM turns
    WHERE turns.conversation_id = memories.conversation_id AND turns.id < (
      SELECT min(id) FROM turns AS own WHERE own.exchange_id = memories.exchange_id
    )
    ORDER BY turns.id DESC LIMIT 6
  ) AS latest
  WHERE text IS NOT NULL`;

function scoredKey(memoryId: unknown, scoring: string) {
  return sql`'memory_significance_set:' || ${memoryId} || ':' || ${scoring}::text`;
}

/**
 * The key of the scoring that a run belongs to. A retry continues the scoring of the previous run.
 * A retry with other settings starts a new one, which scores every memory again.
 */
async function scoringKey(tx: Transaction, { id, attempt }: TaskRecord): Promise<string> {
  const retries = Array.from(
    { length: attempt - 1 },
    (_, index) => `task_retried:${id}:${index + 2}`,
  );
  if (retries.length === 0) return id;
  const { rows } = await tx.execute<{ since: number | null }>(sql`
    SELECT max((data->>'attempt')::integer) AS since FROM events
    WHERE idempotency_key = ANY(${sql.param(retries)}) AND data->'settings' IS NOT NULL`);
  const since = rows[0]?.since ?? null;
  return since === null ? id : `${id}:${since}`;
}

/** Needs no lock: the task is locked, and the scoring key belongs to this task. */
async function notScoredYet(
  tx: Transaction,
  scoring: string,
  scores: readonly MemoryScore[],
): Promise<readonly MemoryScore[]> {
  const ids = sql.param(scores.map(({ memoryId }) => memoryId));
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT id FROM unnest(${ids}::text[]) AS id
    WHERE EXISTS (SELECT FROM events WHERE idempotency_key = ${scoredKey(sql`id`, scoring)})`);
  const known = new Set(rows.map(({ id }) => id));
  return scores.filter(({ memoryId }) => !known.has(memoryId));
}
