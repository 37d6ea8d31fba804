import { Injectable } from '@nestjs/common';
import type { ActionItemList } from '#contracts/api';
import type { ActionItemState } from '#contracts/model';
import { AppError } from '#platform';
import { ActionItemsRepository, ConversationsRepository } from '#store';
import { toActionItemList } from './summary-view.ts';

/** The action items of a conversation, with what people have decided of them. */
@Injectable()
export class ActionItemsService {
  constructor(
    private readonly actionItems: ActionItemsRepository,
    private readonly conversations: ConversationsRepository,
  ) {}

  /** @throws AppError `not_found` */
  async list(conversationId: string): Promise<ActionItemList> {
    if ((await this.conversations.find(conversationId)) === null) {
      throw new AppError('not_found', `There is no conversation ${conversationId}.`);
    }
    return toActionItemList(await this.actionItems.list(conversationId));
  }

  /** @throws AppError `not_found` */
  async mark(id: string, itemId: string, state: ActionItemState): Promise<ActionItemList> {
    return toActionItemList(await this.actionItems.mark(id, itemId, state));
  }
}
