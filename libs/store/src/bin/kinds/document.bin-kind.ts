import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { lockProject } from '../../projects/lock-project.ts';
import { forgetSource } from '../../projects/move-conversation.ts';
import { projectSignal } from '../../projects/project-signal.ts';
import { wantReports } from '../../projects/want-reports.ts';
import { removeReportsOf } from '../../reports/remove-reports.ts';
import { documentParts, documents, projects, tasks } from '../../schema/index.ts';
import { signalWork } from '../../signals/signal-work.ts';
import { binTable } from '../bin-table.ts';
import { stopTasks } from '../stop-work.ts';
import type { BinKindRules } from './bin-kind.port.ts';

/** A document with what was read of it. It takes its facts out of its project. */
export const documentKind: BinKindRules = {
  tables: [
    binTable(documents, (id) => sql`id = ${id}`),
    binTable(documentParts, (id) => sql`document_id = ${id}`),
    // Their condition names the document, which is moved after them.
    binTable(tasks, readingsOf),
  ],
  tasksOf: readingsOf,
  lock: async (tx, id) => {
    const known = await projectIdOf(tx, id);
    if (known === null) return null;
    await lockProject(tx, known);
    // Its reading locks it too: parts that are just being stored are there, or never come.
    const [found] = await tx.select().from(documents).where(eq(documents.id, id)).for('update');
    if (!found) return null;
    const { ownerId, fileName: title, projectId: belongsTo } = found;
    return { id, ownerId, title, belongsTo };
  },
  leave: async (tx, { id, belongsTo }, readings) => {
    const stopped = await stopTasks(tx, readings);
    if (belongsTo) await forgetSource(tx, belongsTo, id);
    return stopped;
  },
  lockHome: async (tx, { belongsTo }) => {
    const { id } = projects;
    const ofIt = eq(id, belongsTo ?? '');
    return (await tx.select({ id }).from(projects).where(ofIt).for('update')).length > 0;
  },
  onPurged: (tx, { id }) => removeReportsOf(tx, id),
  onRestored: async (tx, { belongsTo }) => {
    const project = await lockProject(tx, belongsTo ?? '');
    await signalWork(tx, [projectSignal(project)]);
    await wantReports(tx, project);
  },
  event: (happening, { id, ownerId, belongsTo }, idempotencyKey) => ({
    type: `document_${happening}`,
    ...{ ownerId, conversationId: null, taskId: null, idempotencyKey },
    data: { projectId: belongsTo ?? '', documentId: id },
  }),
};

/** The condition of the tasks that have read a document. */
function readingsOf(id: string) {
  return sql`tasks.entity_kind = 'project' AND tasks.settings->>'documentId' = ${id}
    AND tasks.entity_id = (SELECT project_id FROM documents WHERE documents.id = ${id})`;
}

async function projectIdOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id));
  return row?.projectId ?? null;
}
