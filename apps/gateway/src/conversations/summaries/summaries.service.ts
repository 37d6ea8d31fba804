import { Injectable } from '@nestjs/common';
import type { Summary } from '#contracts/api';
import { AppError } from '#platform';
import { ConversationsRepository, SummariesRepository } from '#store';
import { toSummary } from './summary-view.ts';

/** Summaries as the API shows them. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly summaries: SummariesRepository,
    private readonly conversations: ConversationsRepository,
  ) {}

  /**
   * The newest summary of a conversation.
   * @throws AppError `not_found` when there is no such conversation, `summary_missing` when it has
   * no summary yet
   */
  async latest(conversationId: string): Promise<Summary> {
    const record = await this.summaries.latest(conversationId);
    if (record !== null) return toSummary(record);
    throw (await this.conversations.find(conversationId)) === null
      ? new AppError('not_found', `There is no conversation ${conversationId}.`)
      : new AppError('summary_missing', 'This conversation has not been summarised yet.');
  }
}
