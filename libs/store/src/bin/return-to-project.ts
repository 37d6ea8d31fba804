import { eq } from 'drizzle-orm';
import { projectOf } from '../conversations/project-of.ts';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { movedEvent } from '../projects/moved-event.ts';
import { wantReports } from '../projects/want-reports.ts';
import { conversations, projects } from '../schema/index.ts';
import { comeBackWith } from './conversations-of-project.ts';

/**
 * The agents of its project read a restored conversation again. When the project was deleted
 * meanwhile, the conversation belongs to none, as if it had not been in the bin, and comes back with
 * a restore of the project.
 */
export async function returnToProject(tx: Transaction, id: string, ownerId: string): Promise<void> {
  const projectId = await projectOf(tx, id);
  if (projectId === null || (await wantAgain(tx, projectId))) return;
  const isBinned = await comeBackWith(tx, projectId, id);
  // It was restored at this moment.
  if (!isBinned && (await wantAgain(tx, projectId))) return;
  await tx.update(conversations).set({ projectId: null }).where(eq(conversations.id, id));
  await appendAndApply(tx, [movedEvent(ownerId, id, null)]);
}

/** @returns `false` when there is no such project */
async function wantAgain(tx: Transaction, projectId: string): Promise<boolean> {
  const ofIt = eq(projects.id, projectId);
  const [project] = await tx.select().from(projects).where(ofIt).for('update');
  if (project) await wantReports(tx, project);
  return project !== undefined;
}
