import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import type { Transaction } from '../database/database.ts';
import { facts, projects, readSources } from '../schema/index.ts';
import { lockProject } from './lock-project.ts';
import { wantReports } from './want-reports.ts';

/**
 * Checks that a conversation may belong to a project, which is not deleted until the transaction ends.
 * @throws AppError `not_found` when the owner has no such project
 */
export async function requireProject(
  tx: Transaction,
  projectId: string,
  ownerId: string,
): Promise<void> {
  const [project] = await tx
    .select({ ownerId: projects.ownerId })
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('key share');
  if (project?.ownerId === ownerId) return;
  throw new AppError('not_found', `There is no project ${projectId}.`);
}

/**
 * Takes what a source has contributed out of a project. Decisions of people stay, in case it comes
 * back.
 */
export async function forgetSource(
  tx: Transaction,
  projectId: string,
  sourceId: string,
): Promise<void> {
  const project = await lockProject(tx, projectId);
  for (const table of [facts, readSources]) {
    await tx.delete(table).where(and(eq(table.projectId, projectId), eq(table.sourceId, sourceId)));
  }
  await wantReports(tx, project);
}
