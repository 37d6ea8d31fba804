import { Inject, Injectable } from '@nestjs/common';
import type {
  BinItem,
  BinPage,
  BinQuery,
  Clip,
  Conversation,
  DeleteConversationQuery,
  Exchange,
  Memory,
  Project,
  ProjectDocument,
} from '#contracts/api';
import { AppError, type Config } from '#platform';
import {
  BinRepository,
  ConversationsRepository,
  DocumentsRepository,
  ExchangesRepository,
  MemoriesRepository,
  ProjectsRepository,
  type BinItemRecord,
  type BinRef,
} from '#store';
import { toConversation } from '../conversations/conversation-view.ts';
import { toClip } from '../conversations/clips/clip-view.ts';
import { toExchange } from '../conversations/exchanges/exchange-view.ts';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toMemory } from '../memories/memory-view.ts';
import { toDocument } from '../projects/documents/document-view.ts';
import { toProject } from '../projects/project-view.ts';

/** Deletes things and restores them. */
@Injectable()
export class BinService {
  constructor(
    private readonly bin: BinRepository,
    private readonly conversations: ConversationsRepository,
    private readonly exchanges: ExchangesRepository,
    private readonly memories: MemoriesRepository,
    private readonly documents: DocumentsRepository,
    private readonly projects: ProjectsRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param permanently also what is in the bin. @throws AppError `not_found` */
  async delete(ref: BinRef, permanently = false): Promise<void> {
    await this.bin.delete(ref, permanently);
    // Temporal is told to stop its work, and projects that they have less to report.
    this.dispatcher.request();
  }

  /** @throws AppError `not_found`, also when it does not have a memory that is to stay */
  async deleteConversation(
    id: string,
    { permanently, keepMemories = [] }: DeleteConversationQuery,
  ): Promise<void> {
    await this.bin.deleteBut(id, keepMemories, permanently);
    this.dispatcher.request();
  }

  /** @throws AppError `not_found` when it is not in the bin */
  async restoreConversation(id: string): Promise<Conversation> {
    await this.restore({ kind: 'conversation', id });
    const restored = await this.conversations.find(id);
    if (restored !== null) return toConversation(restored);
    throw new AppError('not_found', `The conversation ${id} was deleted again.`);
  }

  /** @throws AppError `not_found` when it is not in the bin, or its conversation is not there */
  async restoreExchange(conversationId: string, id: string): Promise<Exchange> {
    await this.restore({ kind: 'exchange', id, within: conversationId });
    return toExchange(await this.exchanges.present(conversationId, id));
  }

  /** @throws AppError `not_found` when it is not in the bin, or its conversation is not there */
  async restoreClip(conversationId: string, id: string): Promise<Clip> {
    await this.restore({ kind: 'clip', id, within: conversationId });
    const restored = await this.conversations.findClip(conversationId, id);
    if (restored !== null) return toClip(restored);
    throw new AppError('not_found', `The clip ${id} was deleted again.`);
  }

  /** @throws AppError `not_found` when it is not in the bin, or its conversation is not there */
  async restoreMemory(id: string): Promise<Memory> {
    await this.restore({ kind: 'memory', id });
    return toMemory(await this.memories.require(id));
  }

  /** @throws AppError `not_found` when it is not in the bin, or its project is not there */
  async restoreDocument(projectId: string, id: string): Promise<ProjectDocument> {
    await this.restore({ kind: 'document', id, within: projectId });
    return toDocument(await this.documents.find(projectId, id));
  }

  /** @throws AppError `not_found` when it is not in the bin */
  async restoreProject(id: string): Promise<Project> {
    await this.restore({ kind: 'project', id });
    return toProject(await this.projects.find(id));
  }

  async list(query: BinQuery): Promise<BinPage> {
    const { items, nextCursor } = await this.bin.list(query);
    const { keptMs } = this.config.bin;
    return { items: items.map((item) => toBinItem(item, keptMs)), nextCursor };
  }

  private async restore(ref: BinRef): Promise<void> {
    await this.bin.restore(ref);
    this.dispatcher.request();
  }
}

function toBinItem(record: BinItemRecord, keptMs: number): BinItem {
  const { kind, id, ownerId, belongsTo, title, deletedAt } = record;
  const keptUntil = new Date(deletedAt.getTime() + keptMs).toISOString();
  const shown = { kind, id, ownerId, belongsTo, title };
  return { ...shown, deletedAt: deletedAt.toISOString(), keptUntil };
}
