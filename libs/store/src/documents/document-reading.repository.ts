import { eq } from 'drizzle-orm';
import type { ErrorCode } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { Database, Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { documentParts, documents } from '../schema/index.ts';
import { endRun } from '../tasks/run/end-run.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent, runEvent } from '../tasks/run/run-events.ts';
import { startRun } from '../tasks/run/start-run.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import type { DocumentContent, DocumentRecord } from './document.records.ts';

/** The reads and writes of tasks that read documents. */
export class DocumentReadingRepository {
  constructor(private readonly db: Database) {}

  /**
   * Marks a run as started.
   * @returns the document; `null` when there is nothing to do, because the run has ended or was
   * replaced, or ends here because the document was removed
   */
  async start(run: TaskRun, runId: string): Promise<DocumentRecord | null> {
    return inTransaction(this.db, async (tx) => {
      const task = await startRun(tx, run, runId);
      return task && lockDocument(tx, task);
    });
  }

  /** Stores why a document cannot be read; its task ends by itself. */
  async refuse(documentId: string, errorCode: ErrorCode): Promise<void> {
    await this.db.update(documents).set({ errorCode }).where(eq(documents.id, documentId));
  }

  /**
   * Stores the parts of a document in the place of earlier ones, and completes the task.
   * @returns `false` when the run has already ended or was replaced
   */
  async complete(
    run: TaskRun,
    { id, projectId }: DocumentRecord,
    { format, parts, warnings }: DocumentContent,
  ): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null || (await lockDocument(tx, task)) === null) return false;
      await tx.delete(documentParts).where(eq(documentParts.documentId, id));
      const rows = parts.map((part, index) => ({
        ...part,
        cells: part.cells === null ? null : [...part.cells],
        documentId: id,
        part: index,
      }));
      await insertRows(tx, documentParts, PART_COLUMNS, rows);
      const partCount = parts.length;
      await tx
        .update(documents)
        .set({ format, partCount, errorCode: null, taskId: task.id })
        .where(eq(documents.id, id));
      const data = { attempt: task.attempt, projectId, documentId: id, format, partCount };
      const read = { ...runEvent(task, 'document_read'), conversationId: null } as const;
      await appendAndApply(tx, [
        { ...read, type: 'document_read', data },
        completedEvent(task, warnings),
      ]);
      return true;
    });
  }
}

/** The document of a task, which ends as cancelled when the document was removed. */
async function lockDocument(tx: Transaction, task: TaskRecord): Promise<DocumentRecord | null> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(eq(documents.id, task.settings.documentId ?? ''))
    .for('no key update');
  if (row === undefined) await endRun(tx, task, { state: 'cancelled' });
  return row ?? null;
}

const PART_COLUMNS = ['documentId', 'part', 'place', 'text', 'cells'] as const;
