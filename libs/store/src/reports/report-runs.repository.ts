import { and, count, eq, sql } from 'drizzle-orm';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import {
  facts,
  projectAgents,
  projects,
  readSources,
  reports,
  reportSources,
} from '../schema/index.ts';
import { advanceRun, type RunProgress } from '../tasks/run/advance-run.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { lockCompletingRun, lockOpenRun } from '../tasks/run/lock-run.ts';
import { completedEvent, runEvent } from '../tasks/run/run-events.ts';
import { startRun } from '../tasks/run/start-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type {
  MadeReport,
  ReportWork,
  SourceReading,
  SourceRef,
  StoredMaterial,
  UnreadQuery,
} from './report.records.ts';
import { storedMaterial } from './stored-material.ts';
import { unreadSources } from './unread-sources.ts';

/** Columns of {@link facts} that readings provide. */
const FACT_COLUMNS = [
  ...(['id', 'projectId', 'agent', 'sourceId', 'type', 'label', 'value', 'on', 'who'] as const),
  ...(['status', 'category', 'certainty', 'corrects', 'clear', 'quote', 'citation'] as const),
  ...(['speaker', 'saidOn', 'saidAt', 'position'] as const),
];

/** The reads and writes of the tasks that make reports. */
export class ReportRunsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Marks a run as started; each of its activities may be the first one, after an operator has reset
   * the run.
   * @returns what it is to do; `null` when the run has ended or was replaced, or it ends here because
   * the project was removed
   */
  async start(run: TaskRun, runId: string): Promise<ReportWork | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await startRun(tx, run, runId);
      if (task === null) return null;
      const work = await workOf(tx, task);
      if (work === null) await endRun(tx, task, { state: 'cancelled' });
      return work;
    });
  }

  async advance(run: TaskRun, progress: RunProgress): Promise<void> {
    await advanceRun(this.db, run, progress);
  }

  /** The sources that an agent has to read, oldest first. @param limit maximum number */
  async unread(query: UnreadQuery, limit: number): Promise<readonly SourceRef[]> {
    const { rows } = await this.db.execute<{ kind: SourceRef['kind']; id: string }>(
      sql`${unreadSources(query)} LIMIT ${limit}`,
    );
    return rows;
  }

  /** Number of sources that an agent has to read. */
  async countUnread(query: UnreadQuery): Promise<number> {
    const { rows } = await this.db.execute<{ sources: number }>(
      sql`SELECT count(*)::integer AS sources FROM (${unreadSources(query)}) AS unread`,
    );
    return rows[0]?.sources ?? 0;
  }

  /** Number of sources that were read since a time. */
  async countRead({ projectId, agent, since }: Omit<UnreadQuery, 'reader'>): Promise<number> {
    const [row] = await this.db
      .select({ sources: count() })
      .from(readSources)
      .where(
        and(
          eq(readSources.projectId, projectId),
          eq(readSources.agent, agent),
          sql`${readSources.readAt} >= ${since}`,
        ),
      );
    return row?.sources ?? 0;
  }

  /** Stores what was read in a source, in the place of what was read before. */
  async keepReading(reading: SourceReading): Promise<void> {
    const { projectId, agent, sourceId, facts: found } = reading;
    await inTransaction(this.db, async (tx) => {
      // A project that is being removed takes nothing more, nor of a source that was deleted, or from
      // which something was deleted since.
      const [project] = await tx
        .select({ id: projects.id })
        .from(projects)
        .where(eq(projects.id, projectId))
        .for('share');
      if (!project || !(await isThere(tx, reading))) return;
      await markRead(tx, reading);
      if (found === null) return;
      const ofSource = and(
        eq(facts.projectId, projectId),
        eq(facts.agent, agent),
        eq(facts.sourceId, sourceId),
      );
      await tx.delete(facts).where(ofSource);
      const rows = found.map((fact) => ({ ...fact, projectId, agent, sourceId }));
      await insertRows(tx, facts, FACT_COLUMNS, rows);
    });
  }

  /**
   * What the report is computed from, at one moment.
   * @throws AppError `not_found` when the project was removed
   */
  async material({ agent, project }: ReportWork): Promise<StoredMaterial> {
    return inTransaction(this.db, (tx) => storedMaterial(tx, project.id, agent));
  }

  /**
   * Writes a report and completes the task.
   * @returns whether there are decisions or changes that the report does not include; `null` when
   * the run has already ended or was replaced
   */
  async complete(
    run: TaskRun,
    work: ReportWork,
    made: MadeReport,
  ): Promise<{ readonly behind: boolean } | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return null;
      const wanted = await writeReport(tx, task, work, made, true);
      await appendAndApply(tx, [completedEvent(task, made.warnings)]);
      return { behind: wanted > made.wanted };
    });
  }

  /** Writes what is finished of a report whose time is over; the task ends by itself. */
  async writePartial(run: TaskRun, work: ReportWork, made: MadeReport): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const task = await lockOpenRun(tx, run);
      if (task !== null) await writeReport(tx, task, work, made, false);
    });
  }
}

async function workOf(
  tx: Transaction,
  { settings, entityId, startedAt }: TaskRecord,
): Promise<ReportWork | null> {
  const { agent, cause = 'request' } = settings;
  if (agent === undefined || entityId === null) return null;
  const [project] = await tx.select().from(projects).where(eq(projects.id, entityId));
  return project ? { agent, cause, settings, project, startedAt: startedAt ?? new Date() } : null;
}

/** Whoever deletes a source locks its project, which the caller has locked as well. */
async function isThere(
  tx: Transaction,
  { sourceId, revision }: Pick<SourceReading, 'sourceId' | 'revision'>,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    SELECT FROM conversations WHERE id = ${sourceId} AND deletion_revision <= ${revision}
    UNION ALL SELECT FROM documents WHERE id = ${sourceId}`);
  return rows.length > 0;
}

async function markRead(tx: Transaction, reading: SourceReading): Promise<void> {
  const { projectId, agent, sourceId, reader, revision, talk, dropped, leftOut, errorCode } =
    reading;
  const read = { reader, revision, errorCode, readAt: new Date() };
  const counted = { talk: [...talk], dropped, leftOut: [...leftOut] };
  await tx
    .insert(readSources)
    .values({ projectId, agent, sourceId, ...read, ...counted })
    .onConflictDoUpdate({
      target: [readSources.projectId, readSources.agent, readSources.sourceId],
      // What could not be read keeps what was counted before.
      set: reading.facts === null ? read : { ...read, ...counted },
    });
}

/** Does nothing when a repeated activity has written it before. @returns how much is wanted now */
async function writeReport(
  tx: Transaction,
  task: TaskRecord,
  { agent, cause, project }: ReportWork,
  { content, counts, engine, wanted, sourceIds }: MadeReport,
  complete: boolean,
): Promise<number> {
  const reportId = newId('report');
  const subject = { projectId: project.id, agent };
  const createdAt = new Date();
  const type = 'report_written';
  const { idempotencyKey, ...event } = runEvent(task, type);
  const written = {
    ...event,
    conversationId: null,
    type,
    idempotencyKey: `${idempotencyKey}:${complete ? 'complete' : 'partial'}`,
    data: { ...subject, attempt: task.attempt, reportId, cause, engine, complete },
  } as const;
  const isNew = (await appendAndApply(tx, [written], createdAt)).length > 0;
  if (!isNew) return wanted;
  await tx.insert(reports).values({
    ...{ ...subject, id: reportId, ownerId: task.ownerId, taskId: task.id },
    ...{ cause, engine, complete, counts, content, createdAt },
  });
  const computedFrom = sourceIds.map((sourceId) => ({ reportId, sourceId }));
  await insertRows(tx, reportSources, ['reportId', 'sourceId'], computedFrom);
  const [row] = await tx
    .update(projectAgents)
    .set({ reportId, covered: wanted, endedAt: createdAt })
    .where(and(eq(projectAgents.projectId, project.id), eq(projectAgents.agent, agent)))
    .returning({ wanted: projectAgents.wanted });
  return row?.wanted ?? wanted;
}
