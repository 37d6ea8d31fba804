import { asc, eq } from 'drizzle-orm';
import { lockConversations } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { lockProject } from '../../projects/lock-project.ts';
import { projectSignal } from '../../projects/project-signal.ts';
import { wantReports } from '../../projects/want-reports.ts';
import { conversations, documents, projects } from '../../schema/index.ts';
import { signalWork } from '../../signals/signal-work.ts';
import { bringBackConversations, releaseConversations } from '../conversations-of-project.ts';
import { forgetForeignSources } from '../forget-foreign-sources.ts';
import { dropSignals, stopTasks } from '../stop-work.ts';
import type { BinKindRules } from './bin-kind.port.ts';
import { PROJECT_TABLES, tasksOfProject } from './project-tables.ts';

/**
 * A project with its plan, documents, facts, decisions and reports. Its conversations stay, and come
 * back to it with a restore.
 */
export const projectKind: BinKindRules = {
  tables: PROJECT_TABLES,
  tasksOf: tasksOfProject,
  lock: async (tx, id) => {
    const conversationIds = await conversationsOf(tx, id);
    await lockConversations(tx, conversationIds);
    const [found] = await tx.select().from(projects).where(eq(projects.id, id)).for('update');
    if (!found) return null;
    // One has joined it before it was locked.
    if ((await conversationsOf(tx, id)).join() !== conversationIds.join()) return 'again';
    // Their reading locks documents too: parts that are just being stored are there, or never come.
    await tx.select().from(documents).where(eq(documents.projectId, id)).for('update');
    const { ownerId, name: title } = found;
    return { id, ownerId, title, conversationIds };
  },
  leave: async (tx, { id, ownerId, conversationIds = [] }, tasks) => {
    const stopped = await stopTasks(tx, tasks);
    await dropSignals(tx, 'project', id);
    await releaseConversations(tx, ownerId, conversationIds);
    return stopped;
  },
  lockHome: () => Promise.resolve(true),
  onRestored: async (tx, item) => {
    const project = await lockProject(tx, item.id);
    await bringBackConversations(tx, item);
    await forgetForeignSources(tx, item.id);
    await signalWork(tx, [projectSignal(project)]);
    await wantReports(tx, project);
  },
  event: (happening, { id, ownerId }, idempotencyKey) => {
    const subject = { ownerId, conversationId: null, taskId: null, idempotencyKey } as const;
    return happening === 'deleted'
      ? { type: 'project_deleted', ...subject, data: { projectId: id, restorable: true } }
      : { type: `project_${happening}`, ...subject, data: { projectId: id } };
  },
};

async function conversationsOf(tx: Transaction, projectId: string): Promise<readonly string[]> {
  const { id } = conversations;
  const ofIt = eq(conversations.projectId, projectId);
  const rows = await tx.select({ id }).from(conversations).where(ofIt).orderBy(asc(id));
  return rows.map((row) => row.id);
}
