import { desc, eq } from 'drizzle-orm';
import type { SummaryContent, SummaryEvidence, SummaryForm, SummaryStyle } from '#contracts/model';
import type { TaskRun, TaskSettings, TaskWarning } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversations, summaries } from '../schema/index.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent, conversationOf, conversationRunEvent } from '../tasks/run/run-events.ts';
import { signalIfReopened } from '../tasks/run/signal-if-reopened.ts';
import { startRun } from '../tasks/run/start-run.ts';
import { lockConversation, type LockedConversation } from '../conversations/lock-conversations.ts';
import { summaryStyleOf } from './summary-style.ts';
import { spokenText, type SpokenConversation } from './spoken-text.ts';
import { SpokenTextReader } from './spoken-text-reader.ts';
import { storeParts, type PartsOfReading } from './stored-parts.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

export type { SpokenTurn } from './spoken-text.ts';
export type { SomeTurns, SpokenTextReader } from './spoken-text-reader.ts';
export type { NewPart, NewParts, PartsOfReading, StoredPart } from './stored-parts.ts';

/** A summary, and whether it is current: the text has not changed since. */
export interface SummaryRecord {
  readonly summary: typeof summaries.$inferSelect;
  readonly current: boolean;
}

/** What a summary is asked for. */
export interface SummaryRequested {
  readonly conversationId: string;
  readonly settings: TaskSettings;
  /** What people have chosen for it or else for its project; `null` for nothing. */
  readonly style: SummaryStyle | null;
}

/** The input of a summary: a conversation at a revision. */
export type SummaryWork = SummaryRequested & SpokenConversation;

/** The result of a run. */
export interface SummaryResult {
  /** Revision of the text that it was made from. */
  readonly revision: number;
  readonly engine: string;
  readonly turnCount: number;
  readonly form: SummaryForm;
  /** `null` when there was nothing to summarise. */
  readonly content: SummaryContent | null;
  readonly evidence: SummaryEvidence | null;
  readonly warnings: readonly TaskWarning[];
}

/** The reads and writes of summary tasks. */
export class SummariesRepository {
  constructor(private readonly db: Database) {}

  /** The newest summary of a conversation, or `null` before the first. */
  async latest(conversationId: string): Promise<SummaryRecord | null> {
    const [row] = await this.db
      .select({ summary: summaries, revision: conversations.revision })
      .from(summaries)
      .innerJoin(conversations, eq(conversations.id, summaries.conversationId))
      .where(eq(summaries.conversationId, conversationId))
      .orderBy(desc(summaries.revision), desc(summaries.id))
      .limit(1);
    return row ? { summary: row.summary, current: row.summary.revision === row.revision } : null;
  }

  /**
   * Marks a run as started and reads what it needs of the text, in one transaction.
   * @param read reads it
   * @returns `null` when this run has ended or was replaced by another
   */
  async begin<Text>(
    run: TaskRun,
    runId: string,
    read: (reader: SpokenTextReader, requested: SummaryRequested) => Promise<Text>,
  ): Promise<{ readonly requested: SummaryRequested; readonly text: Text } | null> {
    return inTransaction(this.db, async (tx) => {
      const requested = await startRequested(tx, run, runId);
      if (requested === null) return null;
      const reader = new SpokenTextReader(tx, requested.conversationId);
      return { requested, text: await read(reader, requested) };
    });
  }

  /**
   * As {@link begin}, and takes the whole text.
   * @returns `null` when this run has ended or was replaced by another
   */
  async start(run: TaskRun, runId: string): Promise<SummaryWork | null> {
    return inTransaction(this.db, async (tx) => {
      const requested = await startRequested(tx, run, runId);
      if (requested === null) return null;
      return { ...requested, ...(await spokenText(tx, requested.conversationId)) };
    });
  }

  /**
   * Writes the summary, unless there is one of a newer text, or something that it may tell of was
   * deleted since, and completes the task.
   * @param found parts that were found meanwhile, to be stored unless the text has changed
   * @returns whether the text has changed since the snapshot, so that the workflow of the
   * conversation takes work for the next one; `null` when the run has already ended or was replaced
   */
  async complete(
    run: TaskRun,
    result: SummaryResult,
    found: PartsOfReading | null = null,
  ): Promise<{ behind: boolean } | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return null;
      const conversation = await lockSummarised(tx, conversationOf(task));
      const { summaryRevision, summarySeenRevision, deletionRevision } = conversation;
      const oldest = Math.max(summaryRevision ?? 0, deletionRevision);
      if (result.content !== null && result.revision >= oldest) {
        await writeSummary(tx, task, result, result.content);
      }
      await tx
        .update(conversations)
        .set({ summarySeenRevision: Math.max(summarySeenRevision, result.revision) })
        .where(eq(conversations.id, conversation.id));
      if (found !== null) await storeParts(tx, conversation.id, found);
      await appendAndApply(tx, [completedEvent(task, result.warnings)]);
      await signalIfReopened(tx, task);
      return { behind: conversation.revision > result.revision };
    });
  }
}

async function startRequested(
  tx: Transaction,
  run: TaskRun,
  runId: string,
): Promise<SummaryRequested | null> {
  const task = await startRun(tx, run, runId);
  if (task === null) return null;
  const conversationId = conversationOf(task);
  const style = await summaryStyleOf(tx, conversationId);
  return { conversationId, settings: task.settings, style };
}

async function lockSummarised(tx: Transaction, id: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation) return conversation;
  throw new Error(`conversation ${id} is missing although it was summarised`);
}

async function writeSummary(
  tx: Transaction,
  task: TaskRecord,
  { revision, engine, turnCount, evidence, form }: SummaryResult,
  content: SummaryContent,
): Promise<void> {
  const summaryId = newId('summary');
  const conversationId = conversationOf(task);
  const createdAt = new Date();
  await tx.insert(summaries).values({
    id: summaryId,
    conversationId,
    revision,
    content,
    turnCount,
    engine,
    evidence,
    ...{ template: form.template, language: form.language },
    taskId: task.id,
    createdAt,
  });
  await appendAndApply(tx, [
    {
      ...conversationRunEvent(task, 'summary_written'),
      type: 'summary_written',
      data: { attempt: task.attempt, revision, summaryId, engine },
    },
  ]);
}
