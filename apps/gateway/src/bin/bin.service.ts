import { Inject, Injectable } from '@nestjs/common';
import type { BinItem, BinPage, BinQuery, Conversation } from '#contracts/api';
import { AppError, type Config } from '#platform';
import { BinRepository, ConversationsRepository, type BinItemRecord } from '#store';
import { toConversation } from '../conversations/conversation-view.ts';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { CONFIG } from '../infrastructure/config.module.ts';

/** Deletes and restores conversations. */
@Injectable()
export class BinService {
  constructor(
    private readonly bin: BinRepository,
    private readonly conversations: ConversationsRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param permanently also what is in the bin. @throws AppError `not_found` */
  async delete(id: string, permanently = false): Promise<void> {
    await this.bin.delete({ kind: 'conversation', id }, permanently);
    // Temporal is told to stop its work, and its project that it has less to report.
    this.dispatcher.request();
  }

  /** @throws AppError `not_found` when it is not in the bin */
  async restore(id: string): Promise<Conversation> {
    await this.bin.restore({ kind: 'conversation', id });
    this.dispatcher.request();
    const restored = await this.conversations.find(id);
    if (restored !== null) return toConversation(restored);
    throw new AppError('not_found', `The conversation ${id} was deleted again.`);
  }

  async list(query: BinQuery): Promise<BinPage> {
    const { items, nextCursor } = await this.bin.list(query);
    const { keptMs } = this.config.bin;
    return { items: items.map((item) => toBinItem(item, keptMs)), nextCursor };
  }
}

function toBinItem({ id, ownerId, title, deletedAt }: BinItemRecord, keptMs: number): BinItem {
  const keptUntil = new Date(deletedAt.getTime() + keptMs).toISOString();
  return { id, ownerId, title, deletedAt: deletedAt.toISOString(), keptUntil };
}
