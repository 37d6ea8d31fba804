import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { BIN_KINDS, ID_PREFIXES, type BinKind } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import { AppError } from '#platform';
import type { BinRepository } from '../bin/bin.repository.ts';
import { archiveConversation } from '../conversations/archive-conversation.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { bulkChanges } from '../schema/index.ts';
import { replacePassage, undoPassage } from '../replacements/replace-passage.ts';
import {
  renameInConversation,
  undoInConversation,
} from '../speaker-renames/rename-conversation.ts';
import type { NameRules } from '../transcripts/speakers/name-rules.ts';
import { lockCompletingRun } from '../tasks/run/lock-run.ts';
import { completedEvent } from '../tasks/run/run-events.ts';
import type { BulkChangeRecord } from './bulk-change.records.ts';
import { countSelected, selectedIds } from './selected-ids.ts';

/** The runs of the tasks that change many things. */
export class BulkChangeRunsRepository {
  constructor(
    private readonly db: Database,
    private readonly bin: BinRepository,
    private readonly nameRules: NameRules,
  ) {}

  /** How many things are still to be looked at. */
  async count(change: BulkChangeRecord): Promise<number> {
    return countSelected(this.db, change);
  }

  /** The next things to change. @param after id of the last one before them; `null` for the first */
  async next(
    change: BulkChangeRecord,
    after: string | null,
    limit: number,
  ): Promise<readonly string[]> {
    return selectedIds(this.db, change, after, limit);
  }

  /**
   * Changes one thing and notes that, in one transaction, so that a repeated run counts it once.
   * @returns whether it was changed; not what is gone, is of another owner, or is like that already
   */
  async apply(change: BulkChangeRecord, id: string): Promise<boolean> {
    try {
      const isChanged = await this.change(change, id);
      if (!isChanged) await noteUnchanged(this.db, change, id);
      return isChanged;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
      await noteUnchanged(this.db, change, id);
      return false;
    }
  }

  /** Takes things from the first one on once more. */
  async startOver({ id }: BulkChangeRecord): Promise<void> {
    await this.db.update(bulkChanges).set({ lastId: null }).where(eq(bulkChanges.id, id));
  }

  /**
   * Completes the task. What was changed before a cancellation stays.
   * @returns `false` when there is nothing to complete
   */
  async complete(run: TaskRun): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const task = await lockCompletingRun(tx, run);
      if (task === null) return false;
      await appendAndApply(tx, [completedEvent(task, [])]);
      return true;
    });
  }

  private async change(change: BulkChangeRecord, id: string): Promise<boolean> {
    const { action, permanently, task } = change;
    const note = (tx: Transaction) => noteChanged(tx, change, id);
    const { selection } = change;
    if (selection.kind === 'replacement') {
      const place = { replacementId: selection.replacementId, segmentId: id };
      const settle = action === 'replace' ? replacePassage : undoPassage;
      return settle(this.db, place, note);
    }
    if (selection.kind === 'speakerRename') {
      const place = { renameId: selection.speakerRenameId, conversationId: id };
      const settle = action === 'rename_speaker' ? renameInConversation : undoInConversation;
      return settle(this.db, place, this.nameRules, note);
    }
    const ref = { kind: binKindOf(id), id, ownerId: change.ownerId ?? undefined };
    switch (action) {
      case 'replace':
      case 'undo_replacement':
      case 'rename_speaker':
      case 'undo_speaker_rename':
        return false;
      case 'delete':
        await this.bin.deleteAndNote(ref, { permanently, deletedBy: task.id, note });
        return true;
      case 'restore':
        await this.bin.restore(ref, note);
        return true;
      case 'archive':
      case 'unarchive':
        return archiveConversation(this.db, ref, action === 'archive', note);
    }
  }
}

/** @throws AppError `not_found` for the id of something that cannot be deleted */
function binKindOf(id: string): BinKind {
  const kind = BIN_KINDS.find((each) => id.startsWith(`${ID_PREFIXES[each]}_`));
  if (kind !== undefined) return kind;
  throw new AppError('not_found', `There is no ${id}.`);
}

async function noteChanged(tx: Transaction, change: BulkChangeRecord, id: string): Promise<void> {
  await note(tx, change, id, 'changed');
}

async function noteUnchanged(db: Database, change: BulkChangeRecord, id: string): Promise<void> {
  await note(db, change, id, 'unchanged');
}

/** Another run may have taken it at the same time, and noted it first. */
async function note(
  db: Database | Transaction,
  change: BulkChangeRecord,
  id: string,
  outcome: 'changed' | 'unchanged',
): Promise<void> {
  const { lastId, changed, unchanged } = bulkChanges;
  const counted =
    outcome === 'changed' ? { changed: sql`${changed} + 1` } : { unchanged: sql`${unchanged} + 1` };
  await db
    .update(bulkChanges)
    .set({ lastId: id, ...counted })
    .where(and(eq(bulkChanges.id, change.id), or(isNull(lastId), lt(lastId, id))));
}
