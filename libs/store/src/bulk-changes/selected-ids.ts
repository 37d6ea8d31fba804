import { and, asc, eq, gt, lte, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { ID_PREFIXES } from '#contracts/model';
import { IS_SHOWN } from '../bin/list-bin.ts';
import { isSelected } from '../conversations/conversation-filter.ts';
import type { Database } from '../database/database.ts';
import {
  binItems,
  conversations,
  renamedConversations,
  replacementPassages,
} from '../schema/index.ts';
import type { BulkChangeRecord } from './bulk-change.records.ts';

type Selected = Pick<
  BulkChangeRecord,
  'id' | 'ownerId' | 'action' | 'selection' | 'createdAt' | 'lastId'
>;

/** How many things there are after the last one that was looked at. */
export async function countSelected(db: Database, change: Selected): Promise<number> {
  const { selection, lastId } = change;
  switch (selection.kind) {
    case 'ids':
      return selection.ids.filter((id) => lastId === null || id > lastId).length;
    case 'conversations': {
      const isLeft = and(ofConversations(change, selection), isAfter(conversations.id, lastId));
      return db.$count(conversations, isLeft);
    }
    case 'bin':
      return db.$count(binItems, and(ofBin(change, selection), isAfter(binItems.id, lastId)));
    case 'replacement': {
      const { segmentId } = replacementPassages;
      const isLeft = and(ofReplacement(change, selection), isAfter(segmentId, lastId));
      return db.$count(replacementPassages, isLeft);
    }
    case 'speakerRename': {
      const { conversationId } = renamedConversations;
      const isLeft = and(ofRename(change, selection), isAfter(conversationId, lastId));
      return db.$count(renamedConversations, isLeft);
    }
  }
}

/** The ids of the next things to change, in the order of the ids. @param after the id before them */
export async function selectedIds(
  db: Database,
  change: Selected,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const { selection } = change;
  switch (selection.kind) {
    case 'ids': {
      const left = [...selection.ids].sort().filter((id) => after === null || id > after);
      return left.slice(0, limit);
    }
    case 'conversations': {
      const { id } = conversations;
      const isNext = and(ofConversations(change, selection), isAfter(id, after));
      const rows = db.select({ id }).from(conversations).where(isNext);
      return idsOf(await rows.orderBy(asc(id)).limit(limit));
    }
    case 'bin': {
      const { id } = binItems;
      const isNext = and(ofBin(change, selection), isAfter(id, after));
      const rows = db.select({ id }).from(binItems).where(isNext);
      return idsOf(await rows.orderBy(asc(id)).limit(limit));
    }
    case 'replacement': {
      const { segmentId: id } = replacementPassages;
      const isNext = and(ofReplacement(change, selection), isAfter(id, after));
      const rows = db.select({ id }).from(replacementPassages).where(isNext);
      return idsOf(await rows.orderBy(asc(id)).limit(limit));
    }
    case 'speakerRename': {
      const { conversationId: id } = renamedConversations;
      const isNext = and(ofRename(change, selection), isAfter(id, after));
      const rows = db.select({ id }).from(renamedConversations).where(isNext);
      return idsOf(await rows.orderBy(asc(id)).limit(limit));
    }
  }
}

/** Those that were there at the request: the time in their ids is not later than the one in its id. */
function ofConversations(
  { id, ownerId }: Selected,
  { projectId, search, archived }: Extract<Selected['selection'], { kind: 'conversations' }>,
): SQL | undefined {
  const filter = { ownerId: ownerId ?? undefined, projectId, search, archived };
  const last = id.replace(ID_PREFIXES.bulkChange, ID_PREFIXES.conversation);
  return and(isSelected(filter), lte(conversations.id, last));
}

/** What was in the bin at the request. */
function ofBin(
  { ownerId, createdAt }: Selected,
  { deletedBy }: Extract<Selected['selection'], { kind: 'bin' }>,
): SQL | undefined {
  return and(
    IS_SHOWN,
    lte(binItems.deletedAt, createdAt),
    ownerId === null ? undefined : eq(binItems.ownerId, ownerId),
    deletedBy === undefined ? undefined : eq(binItems.deletedBy, deletedBy),
  );
}

/** Those that are still to be replaced, or that were and are to be as before. */
function ofReplacement(
  { action }: Selected,
  { replacementId }: Extract<Selected['selection'], { kind: 'replacement' }>,
): SQL | undefined {
  return and(
    eq(replacementPassages.replacementId, replacementId),
    eq(replacementPassages.outcome, action === 'replace' ? 'pending' : 'replaced'),
  );
}

/** Those in which somebody is still to be renamed, or was and is to have the name from before. */
function ofRename(
  { action }: Selected,
  { speakerRenameId }: Extract<Selected['selection'], { kind: 'speakerRename' }>,
): SQL | undefined {
  return and(
    eq(renamedConversations.renameId, speakerRenameId),
    eq(renamedConversations.outcome, action === 'rename_speaker' ? 'pending' : 'renamed'),
  );
}

function isAfter(column: PgColumn, id: string | null): SQL | undefined {
  return id === null ? undefined : gt(column, id);
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}
