import { eq, sql } from 'drizzle-orm';
import { kindOf } from '#contracts/tasks';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import type { NewEvent } from '../../events/domain-events.ts';
import { lockPins } from '../../memories/pins.ts';
import { exchanges } from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import { evictRestoredPins } from '../evict-restored-pins.ts';
import { stopTasks } from '../stop-work.ts';
import type { BinHappening, BinKindRules } from './bin-kind.port.ts';
import { leaveDerived, purgeDerived, wantDerived } from './derived-of-part.ts';
import { leaveBatchesOf, movedRowsOf, titleOf, type MovedRows } from './part-rows.ts';
import { partTables, tasksOfPart, type PartScope } from './part-tables.ts';

/** The place of something that was said. */
interface PartPlace {
  readonly conversationId: string;
  /** Its exchange, when that stays without it; otherwise `null`. */
  readonly exchangeId: string | null;
}

/** What an event is about, and its common fields. */
interface PartSubject {
  readonly id: string;
  readonly event: {
    readonly ownerId: string;
    readonly conversationId: string;
    readonly taskId: null;
    readonly idempotencyKey: string;
  };
}

/** What differs between the kinds of things that were said in a conversation. */
export interface PartDescription {
  readonly kind: 'exchange' | 'clip';
  readonly scope: PartScope;
  readonly find: (tx: Transaction, id: string) => Promise<PartPlace | null>;
  /** @param change the revision of the conversation after it, and the rows in the bin */
  readonly event: (
    happening: BinHappening,
    subject: PartSubject,
    change: { readonly revision: number; readonly rows: MovedRows },
  ) => NewEvent;
}

/**
 * The rules for something that was said in a conversation, which stays and changes. Tasks that only
 * work on it go with it; it leaves those that also work on other things.
 */
export function partKind({ kind, scope, find, event }: PartDescription): BinKindRules {
  const tables = partTables(scope);
  return {
    tables,
    tasksOf: (id) => tasksOfPart(scope, id),
    lock: async (tx, id) => {
      const known = await find(tx, id);
      const locked = known && (await lockConversation(tx, known.conversationId));
      if (!locked) return null;
      const { id: belongsTo, ownerId } = locked;
      await lockPins(tx, ownerId);
      const found = await find(tx, id);
      if (found === null) return null;
      const title = await titleOf(tx, kind, scope.turns(id));
      return { id, ownerId, title, belongsTo, exchangeId: found.exchangeId };
    },
    leave: async (tx, thing, tasks) => {
      const own = tasks.filter(({ type }) => kindOf(type).of === 'clip');
      const stopped = await stopTasks(tx, own);
      await leaveBatchesOf(tx, scope, thing.id, tasks);
      return stopped;
    },
    lockHome: async (tx, { id, belongsTo, exchangeId }) => {
      if ((await lockConversation(tx, belongsTo ?? '')) === null) return false;
      if (exchangeId === null) return true;
      const { exchangeId: own } = await movedRowsOf(tx, id);
      const isThere = (await tx.$count(exchanges, eq(exchanges.id, exchangeId))) > 0;
      return isThere || own === exchangeId;
    },
    onDeleted: async (tx, item) => {
      await leaveDerived(tx, item);
      await signalWork(tx, [conversationSignal(item.belongsTo ?? '', item.ownerId)]);
    },
    onPurged: purgeDerived,
    onRestored: async (tx, item, { evict }) => {
      await evictRestoredPins(tx, item.ownerId, evict);
      await signalWork(tx, [conversationSignal(item.belongsTo ?? '', item.ownerId)]);
      await wantDerived(tx, item);
    },
    event: async (happening, { id, ownerId, belongsTo }, idempotencyKey, tx) => {
      const conversationId = belongsTo ?? '';
      const subject = { ownerId, conversationId, taskId: null, idempotencyKey };
      const rows = await movedRowsOf(tx, id);
      const revision = happening === 'purged' ? 0 : await nextRevision(tx, conversationId);
      return event(happening, { id, event: subject }, { revision, rows });
    },
  };
}

/** The caller has locked the conversation. */
async function nextRevision(tx: Transaction, conversationId: string): Promise<number> {
  const { rows } = await tx.execute<{ revision: number }>(
    sql`SELECT revision FROM conversations WHERE id = ${conversationId}`,
  );
  return (rows[0]?.revision ?? 0) + 1;
}
