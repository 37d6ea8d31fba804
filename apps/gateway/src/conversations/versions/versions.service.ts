import { Injectable } from '@nestjs/common';
import type { TextVersionPage, TextVersionQuery } from '#contracts/api';
import { AppError } from '#platform';
import { TextVersionsRepository } from '#store';
import { toTextVersion } from './version-view.ts';

/** Earlier versions of texts as the API shows them. */
@Injectable()
export class VersionsService {
  constructor(private readonly versions: TextVersionsRepository) {}

  /** @throws AppError `not_found` when there is no such turn in the conversation */
  async list(
    conversationId: string,
    turnId: string,
    query: TextVersionQuery,
  ): Promise<TextVersionPage> {
    const page = await this.versions.list({ conversationId, turnId, ...query });
    if (page !== null) {
      return { items: page.items.map(toTextVersion), nextCursor: page.nextCursor };
    }
    throw new AppError('not_found', `There is no turn ${turnId} in this conversation.`);
  }
}
