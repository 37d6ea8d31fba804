import { and, eq, inArray, sql } from 'drizzle-orm';
import { ulid } from 'ulid';
import { noteUnusedBlobs } from '../blobs/note-unused-blobs.ts';
import type { Transaction } from '../database/database.ts';
import { dropAnswersOf } from '../engine-answers/drop-answers.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import {
  conversations,
  documentParts,
  documents,
  factDecisions,
  facts,
  outbox,
  projectAgents,
  projects,
  readSources,
  reports,
  reportSources,
  tasks,
} from '../schema/index.ts';
import { cancelEvent } from '../tasks/cancel-tasks.ts';
import { lockProject } from './lock-project.ts';

/** Tables whose rows go with their project, each before those that it refers to. */
const OF_PROJECT = [facts, factDecisions, readSources, reports, projectAgents, documents] as const;

/**
 * Removes a project with everything that derives from it, and cancels its tasks. Its conversations
 * stay.
 * @throws AppError `not_found`
 */
export async function removeProject(tx: Transaction, id: string): Promise<void> {
  await cancelTasks(tx, id);
  await releaseConversations(tx, id);
  const { ownerId } = await lockProject(tx, id);
  const isOfIt = eq(documents.projectId, id);
  // Their reading locks them too: parts that are just being stored are there, or never come.
  await tx.select({ id: documents.id }).from(documents).where(isOfIt).for('update');
  const ofIt = tx.select({ id: documents.id }).from(documents).where(isOfIt);
  await tx.delete(documentParts).where(inArray(documentParts.documentId, ofIt));
  await dropAnswersOf(tx, sql`SELECT id FROM documents WHERE project_id = ${id}`);
  await noteUnusedBlobs(tx, sql`SELECT DISTINCT sha256 FROM documents WHERE project_id = ${id}`);
  const itsReports = tx.select({ id: reports.id }).from(reports).where(eq(reports.projectId, id));
  await tx.delete(reportSources).where(inArray(reportSources.reportId, itsReports));
  for (const table of OF_PROJECT) await tx.delete(table).where(eq(table.projectId, id));
  await tx.delete(projects).where(eq(projects.id, id));
  const event = {
    type: 'project_deleted',
    ...{ ownerId, conversationId: null, taskId: null },
    idempotencyKey: `project_deleted:${id}`,
    data: { projectId: id },
  } as const;
  await appendAndApply(tx, [event]);
}

async function cancelTasks(tx: Transaction, projectId: string): Promise<void> {
  const open = await tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.entityKind, 'project'),
        eq(tasks.entityId, projectId),
        inArray(tasks.state, ['pending', 'running']),
      ),
    )
    .for('update');
  await appendAndApply(tx, open.map(cancelEvent));
  if (open.length === 0) return;
  await tx
    .insert(outbox)
    .values(open.map(({ id, attempt }) => ({ kind: 'cancel' as const, taskId: id, attempt })));
}

async function releaseConversations(tx: Transaction, projectId: string): Promise<void> {
  const released = await tx
    .update(conversations)
    .set({ projectId: null })
    .where(eq(conversations.projectId, projectId))
    .returning({ id: conversations.id, ownerId: conversations.ownerId });
  await appendAndApply(
    tx,
    released.map(({ id, ownerId }) => ({
      type: 'conversation_changed',
      ...{ ownerId, conversationId: id, taskId: null },
      idempotencyKey: `conversation_changed:${ulid()}`,
      data: { changed: ['projectId'], projectId: null },
    })),
  );
}
