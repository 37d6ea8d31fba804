import { eq, sql } from 'drizzle-orm';
import { projectOf } from '../../conversations/project-of.ts';
import { lockPins } from '../../memories/pins.ts';
import { forgetSource } from '../../projects/move-conversation.ts';
import { removeReportsOf } from '../../reports/remove-reports.ts';
import { conversations, memories } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { forgetConversation } from '../conversations-of-project.ts';
import { evictRestoredPins } from '../evict-restored-pins.ts';
import { returnToProject } from '../return-to-project.ts';
import { dropSignals, stopTasks } from '../stop-work.ts';
import type { BinKindRules } from './bin-kind.port.ts';
import { CONVERSATION_TABLES } from './conversation-tables.ts';

/** A conversation with all that was said in it. It takes its facts out of its project. */
export const conversationKind: BinKindRules = {
  tables: CONVERSATION_TABLES,
  tasksOf: (id) => sql`conversation_id = ${id}`,
  lock: async (tx, id) => {
    const ofIt = eq(conversations.id, id);
    const { ownerId, title } = conversations;
    const [found] = await tx
      .select({ id: conversations.id, ownerId, title })
      .from(conversations)
      .where(ofIt)
      .for('update');
    if (found) await lockPins(tx, found.ownerId);
    return found ?? null;
  },
  leave: async (tx, { id }, tasks) => {
    const stopped = await stopTasks(tx, tasks);
    await dropSignals(tx, 'conversation', id);
    const projectId = await projectOf(tx, id);
    if (projectId !== null) await forgetSource(tx, projectId, id);
    return stopped;
  },
  lockHome: () => Promise.resolve(true),
  onPurged: async (tx, { id }) => {
    await removeReportsOf(tx, id);
    await forgetConversation(tx, id);
    await tx.update(memories).set({ keptFrom: null }).where(eq(memories.keptFrom, id));
  },
  onRestored: async (tx, { id, ownerId }, { evict }) => {
    await evictRestoredPins(tx, ownerId, evict);
    await signalWork(tx, [conversationSignal(id, ownerId)]);
    await returnToProject(tx, id, ownerId);
  },
  event: (happening, { id, ownerId }, idempotencyKey) => ({
    type: `conversation_${happening}`,
    ...{ ownerId, conversationId: id, taskId: null, idempotencyKey },
    data: {},
  }),
};
