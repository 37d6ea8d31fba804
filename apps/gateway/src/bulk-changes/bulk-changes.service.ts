import { Inject, Injectable } from '@nestjs/common';
import type {
  BulkChange,
  BulkChangePage,
  BulkChangeQuery,
  RequestBulkChange,
} from '#contracts/api';
import type { Config } from '#platform';
import { BulkChangesRepository, type BulkChangeRecord, type NewBulkChange } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';

/** Bulk changes: requests for them, and how far they are. */
@Injectable()
export class BulkChangesService {
  constructor(
    private readonly changes: BulkChangesRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AppError `idempotency_key_reused` */
  async request(body: RequestBulkChange, key: string | null): Promise<BulkChange> {
    const given = toNewBulkChange(body);
    const request = idempotentRequest('POST /bulk-changes', key, given);
    const record = await this.changes.request(given, request);
    this.dispatcher.request();
    return this.view(record);
  }

  /** A page of bulk changes, newest first. */
  async list(query: BulkChangeQuery): Promise<BulkChangePage> {
    const { items, nextCursor } = await this.changes.list(query);
    return { items: items.map((each) => this.view(each)), nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<BulkChange> {
    return this.view(await this.changes.find(id));
  }

  private view(record: BulkChangeRecord): BulkChange {
    const { id, ownerId, action, permanently, changed, unchanged, createdAt } = record;
    const { id: taskId, state, progress, error } = toTask(record.task, this.config.temporal);
    const counts = { changed, unchanged };
    const times = { createdAt: createdAt.toISOString() };
    return {
      id,
      ownerId,
      action,
      permanently,
      taskId,
      state,
      progress,
      error,
      ...counts,
      ...times,
    };
  }
}

/** The body has exactly one selection. */
function toNewBulkChange(body: RequestBulkChange): NewBulkChange {
  const { action, ownerId = null, ids } = body;
  const conversations = 'conversations' in body ? body.conversations : undefined;
  const bin = 'bin' in body ? body.bin : undefined;
  const permanently = 'permanently' in body && body.permanently;
  const given = { action, ownerId, permanently };
  if (ids !== undefined) return { ...given, selection: { kind: 'ids', ids } };
  if (conversations !== undefined) {
    return { ...given, selection: { kind: 'conversations', ...conversations } };
  }
  return { ...given, selection: { kind: 'bin', ...bin } };
}
