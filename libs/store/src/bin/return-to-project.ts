import { and, eq, isNotNull } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Transaction } from '../database/database.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { wantReports } from '../projects/want-reports.ts';
import { conversations, projects } from '../schema/index.ts';

/**
 * The agents of its project read a restored conversation again. When the project was removed
 * meanwhile, the conversation belongs to none, as if it had not been in the bin.
 */
export async function returnToProject(tx: Transaction, id: string): Promise<void> {
  const [found] = await tx
    .select({ projectId: conversations.projectId, ownerId: conversations.ownerId })
    .from(conversations)
    .where(and(eq(conversations.id, id), isNotNull(conversations.projectId)));
  if (!found?.projectId) return;
  const { projectId, ownerId } = found;
  const [project] = await tx
    .select()
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('update');
  if (project) return wantReports(tx, project);
  await tx.update(conversations).set({ projectId: null }).where(eq(conversations.id, id));
  await appendAndApply(tx, [
    {
      type: 'conversation_changed',
      ...{ ownerId, conversationId: id, taskId: null },
      idempotencyKey: `conversation_changed:${ulid()}`,
      data: { changed: ['projectId'], projectId: null },
    },
  ]);
}
