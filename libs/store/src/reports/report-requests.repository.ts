import { eq } from 'drizzle-orm';
import type { ReportCause, TaskPriority } from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { lockProject, type ProjectRecord } from '../projects/lock-project.ts';
import { projectSignal } from '../projects/project-signal.ts';
import { projectAgents, tasks } from '../schema/index.ts';
import { signalWork } from '../signals/signal-work.ts';
import { taskCreated } from '../tasks/new-task.ts';
import { promotePendingTask } from '../tasks/promote-pending-task.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { joinableReport } from './open-report.ts';

/** The terms of a request for a report. */
export interface ReportTerms {
  readonly agent: string;
  /** Name of a language engine; that of the worker by default. */
  readonly engine?: string | undefined;
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

/** The task that makes a report, and whether it was under way already. */
export interface RequestedReport {
  readonly task: TaskRecord;
  readonly joined: boolean;
}

/** Requests for reports. */
export class ReportRequestsRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Creates the task of a report and enqueues it, or joins the open one: an agent never makes two
   * reports about one project at a time. One that is being cancelled is not joined.
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`;
   * `task_settings_differ` when the open one uses another engine than the one that is asked for
   */
  async request(
    projectId: string,
    terms: ReportTerms,
    request: IdempotentRequest | null,
  ): Promise<RequestedReport> {
    return inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, projectId);
      const open = await joinableReport(tx, projectId, terms.agent);
      const ledger = await OwnerLedger.open(tx, this.limits, [project.ownerId]);
      const taskId = open?.id ?? newId('task');
      const claim = await claimKey(tx, request, taskId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') {
        return { task: await find(tx, claim.subjectId), joined: true };
      }
      if (open) await join(tx, open, terms);
      else await make(tx, project, taskId, terms, ledger);
      return { task: await find(tx, taskId), joined: open !== null };
    });
  }
}

async function join(tx: Transaction, open: TaskRecord, terms: ReportTerms): Promise<void> {
  if (terms.engine !== undefined && terms.engine !== open.settings.engine) {
    const message = `The report ${open.id} is being made with another engine.`;
    throw new AppError('task_settings_differ', message, { details: { taskId: open.id } });
  }
  if (terms.priority !== 'batch') await promotePendingTask(tx, open.id);
}

async function make(
  tx: Transaction,
  project: ProjectRecord,
  taskId: string,
  { agent, engine, priority }: ReportTerms,
  ledger: OwnerLedger,
): Promise<void> {
  const refusal = ledger.take(project.ownerId, { tasks: 1, bytes: 0 });
  if (refusal) throw refusal;
  const settings = {
    agent,
    cause: 'request',
    ...(engine === undefined ? {} : { engine }),
  } as const;
  await appendAndApply(tx, [
    reportTask(project, { taskId, settings, priority, skipsQuietWait: true }),
  ]);
  await ensureAgent(tx, project.id, agent);
  await signalWork(tx, [projectSignal(project)]);
}

/** The event that creates the task of a report. */
export function reportTask(
  { id, ownerId }: ProjectRecord,
  task: {
    readonly taskId?: string;
    readonly settings: { readonly agent: string; readonly cause: ReportCause };
    readonly priority?: TaskPriority | undefined;
    readonly skipsQuietWait?: boolean;
  },
) {
  const entity = { kind: 'project', id } as const;
  const purpose = { type: 'agent_report', conversationId: null, entity } as const;
  return taskCreated(purpose, { ...task, ownerId });
}

/** Makes sure that there is a row for what is asked of an agent. */
export async function ensureAgent(
  tx: Transaction,
  projectId: string,
  agent: string,
): Promise<void> {
  await tx.insert(projectAgents).values({ projectId, agent }).onConflictDoNothing();
}

async function find(tx: Transaction, id: string): Promise<TaskRecord> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (task) return task;
  throw new AppError('not_found', `Task ${id} no longer exists.`);
}
