import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import {
  EMPTY_PLAN,
  type ProjectPlan,
  type RefreshRule,
  type SummaryStyle,
  type TranscriptStyle,
} from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { conversations, documents, projects } from '../schema/index.ts';
import { signalWork } from '../signals/signal-work.ts';
import { projectChanged } from './changed-event.ts';
import { lockProject, noProject, type ProjectRecord } from './lock-project.ts';
import { projectSignal } from './project-signal.ts';
import { wantReports } from './want-reports.ts';

export type { ProjectRecord } from './lock-project.ts';

/** A project with the number of its conversations and documents. */
export interface CountedProject extends ProjectRecord {
  readonly conversationCount: number;
  readonly documentCount: number;
}

export interface NewProject {
  readonly ownerId: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly refresh: RefreshRule;
}

/** A person's changes to a project. Omitted fields stay unchanged. */
export interface ProjectChange {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly refresh?: RefreshRule | undefined;
  /** How the summaries of its conversations are made; `null` for the default. */
  readonly summaryStyle?: SummaryStyle | null | undefined;
  /** That of its conversations; `null` for that of the installation. */
  readonly transcriptStyle?: TranscriptStyle | null | undefined;
  /** What is spoken in recordings of its conversations; `null` for that of the owner or installation. */
  readonly spokenLanguage?: string | null | undefined;
}

export interface ProjectListQuery {
  readonly ownerId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Projects and their plans. */
export class ProjectsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Creates a project, or returns the one that the same request created before.
   * @throws AppError `idempotency_key_reused`
   */
  async create(given: NewProject, request: IdempotentRequest | null): Promise<CountedProject> {
    const id = await inTransaction(this.db, async (tx) => {
      const projectId = newId('project');
      const claim = await claimKey(tx, request, projectId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      await insertProject(tx, projectId, given);
      return projectId;
    });
    return this.find(id);
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<CountedProject> {
    const [row] = await counted(this.db).where(eq(projects.id, id));
    if (row) return row;
    throw noProject(id);
  }

  /** Takes less than to {@link find} and count. @throws AppError `not_found` */
  async mustExist(id: string): Promise<void> {
    const found = await this.db.$count(projects, eq(projects.id, id));
    if (found === 0) throw noProject(id);
  }

  /** A page of projects, newest first. */
  async list({ ownerId, cursor, limit }: ProjectListQuery): Promise<Page<CountedProject>> {
    const rows = await counted(this.db)
      .where(
        and(
          ownerId === undefined ? undefined : eq(projects.ownerId, ownerId),
          cursor === undefined ? undefined : lt(projects.id, cursor),
        ),
      )
      .orderBy(desc(projects.id))
      .limit(limit + 1);
    return toPage(rows, limit);
  }

  /**
   * Changes the settings of a project. Another currency or time zone means that its sources are read
   * again by the next reports.
   * @throws AppError `not_found`
   */
  async change(id: string, change: ProjectChange): Promise<CountedProject> {
    const changed = Object.keys(change);
    await inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, id);
      if (changed.length === 0) return;
      await tx
        .update(projects)
        .set({ ...change, updatedAt: new Date() })
        .where(eq(projects.id, id));
      await appendAndApply(tx, [projectChanged(project, { changed, ...defined(change) })]);
      // The rule may make reports due, which the entity looks for.
      await signalWork(tx, [projectSignal(project)]);
    });
    return this.find(id);
  }

  /**
   * Replaces the plan of a project, and asks for new reports.
   * @param mayReplace whether the plan that is stored may be replaced
   * @throws AppError `not_found`, `plan_changed`
   */
  async setPlan(
    id: string,
    plan: ProjectPlan,
    mayReplace: (stored: ProjectPlan) => boolean = () => true,
  ): Promise<ProjectPlan> {
    await inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, id);
      if (!mayReplace(project.plan)) {
        throw new AppError('plan_changed', 'The plan is another one than the one that was read.');
      }
      await tx.update(projects).set({ plan, updatedAt: new Date() }).where(eq(projects.id, id));
      await appendAndApply(tx, [projectChanged(project, { changed: ['plan'] })]);
      await wantReports(tx, project);
    });
    return plan;
  }
}

async function insertProject(tx: Transaction, id: string, given: NewProject): Promise<void> {
  const { ownerId, currency, timeZone, refresh } = given;
  const now = new Date();
  await tx
    .insert(projects)
    .values({ ...given, id, plan: EMPTY_PLAN, createdAt: now, updatedAt: now });
  const subject = { ownerId, conversationId: null, taskId: null } as const;
  const event = {
    type: 'project_created',
    ...subject,
    idempotencyKey: `project_created:${id}`,
    data: { projectId: id, currency, timeZone, refresh },
  } as const;
  await appendAndApply(tx, [event], now);
}

/** The fields that events have, if they are given. */
function defined({ currency, timeZone, refresh }: ProjectChange) {
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(refresh === undefined ? {} : { refresh }),
  };
}

function counted(db: Database) {
  // A selection from one table names columns without their table, so they are named here.
  const ofProject = (table: typeof conversations | typeof documents) =>
    sql<number>`(SELECT count(*)::integer FROM ${table} AS member WHERE member.project_id = projects.id)`;
  return db
    .select({
      ...getTableColumns(projects),
      conversationCount: ofProject(conversations),
      documentCount: ofProject(documents),
    })
    .from(projects)
    .$dynamic();
}
