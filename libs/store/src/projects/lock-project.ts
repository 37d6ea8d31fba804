import { eq } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Transaction } from '../database/database.ts';
import { projects } from '../schema/index.ts';

export type ProjectRecord = typeof projects.$inferSelect;

/**
 * Locks a project against other changes of it, of its documents and of what is asked of its agents.
 * Lock its tasks and conversations before it.
 * @throws AppError `not_found`
 */
export async function lockProject(tx: Transaction, id: string): Promise<ProjectRecord> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id)).for('update');
  if (project) return project;
  throw noProject(id);
}

/** The error for a project that does not exist. */
export function noProject(id: string): AppError {
  return new AppError('not_found', `There is no project ${id}.`);
}
