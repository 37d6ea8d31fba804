import { Injectable } from '@nestjs/common';
import type {
  PreviewSpeakerRename,
  RenamedConversationPage,
  RenamedConversationQuery,
  SpeakerRename,
} from '#contracts/api';
import { SpeakerRenamesRepository, type BulkChangeRecord, type SpeakerRenameRecord } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';

/** What somebody is called in all conversations of an owner. */
@Injectable()
export class SpeakerRenamesService {
  constructor(
    private readonly renames: SpeakerRenamesRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Finds where somebody would be renamed, and keeps it as a preview.
   * @throws AppError `speaker_rename_too_large`, `idempotency_key_reused`, `owner_being_erased`
   */
  async preview(body: PreviewSpeakerRename, key: string | null): Promise<SpeakerRename> {
    const request = idempotentRequest(`POST /speaker-renames ${body.ownerId}`, key, body);
    return toSpeakerRename(await this.renames.create(body, request));
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<SpeakerRename> {
    return toSpeakerRename(await this.renames.find(id));
  }

  /** @throws AppError `not_found` */
  async conversations(
    renameId: string,
    query: RenamedConversationQuery,
  ): Promise<RenamedConversationPage> {
    const { items, nextCursor } = await this.renames.conversations({ renameId, ...query });
    return { items: [...items], nextCursor };
  }

  /** Renames in the background what the preview shows. @throws AppError `not_found` */
  async apply(id: string): Promise<SpeakerRename> {
    const record = await this.renames.apply(id);
    this.dispatcher.request();
    return toSpeakerRename(record);
  }

  /**
   * Takes all of it back, in the background.
   * @throws AppError `not_found`, `speaker_rename_not_ready`
   */
  async undo(id: string): Promise<SpeakerRename> {
    const record = await this.renames.undo(id);
    this.dispatcher.request();
    return toSpeakerRename(record);
  }
}

function toSpeakerRename(record: SpeakerRenameRecord): SpeakerRename {
  const { id, ownerId, fromName: from, toName: to, counts, createdAt } = record;
  return {
    ...{ id, ownerId, from, to },
    conversationCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: { ...counts },
    ...{ applied: toRun(record.applied), undone: toRun(record.undone) },
    createdAt: createdAt.toISOString(),
  };
}

function toRun(change: BulkChangeRecord | null): SpeakerRename['applied'] {
  return change === null ? null : { taskId: change.task.id, state: change.task.state };
}
