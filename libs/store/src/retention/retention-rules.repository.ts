import { asc, eq } from 'drizzle-orm';
import type { RetentionRule } from '#contracts/model';
import { AppError } from '#platform';
import type { Database } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { noProject } from '../projects/lock-project.ts';
import { projects, retentionRules } from '../schema/index.ts';

export type RetentionRuleRecord = typeof retentionRules.$inferSelect;

/** The rules of retention. */
export class RetentionRulesRepository {
  constructor(private readonly db: Database) {}

  /** All rules, the oldest first. */
  async list(): Promise<readonly RetentionRuleRecord[]> {
    return this.db.select().from(retentionRules).orderBy(asc(retentionRules.id));
  }

  /**
   * Sets a rule; it replaces the one for the same subject, owner and project.
   * @throws AppError `not_found` when there is no such project, or it is of another owner
   */
  async set(rule: RetentionRule): Promise<RetentionRuleRecord> {
    const { subject, ownerId, projectId, keptDays } = rule;
    return inTransaction(this.db, async (tx) => {
      if (projectId !== null) {
        const [project] = await tx.select().from(projects).where(eq(projects.id, projectId));
        if (!project || (ownerId ?? project.ownerId) !== project.ownerId)
          throw noProject(projectId);
      }
      const scope = [retentionRules.subject, retentionRules.ownerId, retentionRules.projectId];
      const [set] = await tx
        .insert(retentionRules)
        .values({
          id: newId('retentionRule'),
          ...{ subject, ownerId, projectId, keptDays },
          createdAt: new Date(),
        })
        .onConflictDoUpdate({ target: scope, set: { keptDays } })
        .returning();
      if (set) return set;
      throw new Error('a rule of retention was not returned');
    });
  }

  /** @throws AppError `not_found` */
  async remove(id: string): Promise<void> {
    const { rowCount } = await this.db.delete(retentionRules).where(eq(retentionRules.id, id));
    if (rowCount === 0) throw new AppError('not_found', `There is no rule of retention ${id}.`);
  }
}
