import { Injectable } from '@nestjs/common';
import type { EditSummary, Summary, SummaryEditList } from '#contracts/api';
import { AppError } from '#platform';
import { ConversationsRepository, SummaryEditsRepository, type ShownSummary } from '#store';
import { toSummary, toSummaryEdits } from './summary-view.ts';

/** Summaries as the API shows them, and what people make of them. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly summaries: SummaryEditsRepository,
    private readonly conversations: ConversationsRepository,
  ) {}

  /**
   * The summary that is shown: what a person has made of one, or else the newest.
   * @throws AppError `not_found` when there is no such conversation, `summary_missing` when it has
   * no summary yet
   */
  async shown(conversationId: string): Promise<Summary> {
    return toSummary(await this.required(conversationId, this.summaries.shown(conversationId)));
  }

  /** The newest summary as it was made. @throws AppError `not_found`, `summary_missing` */
  async newest(conversationId: string): Promise<Summary> {
    return toSummary(await this.required(conversationId, this.summaries.newest(conversationId)));
  }

  /** @throws AppError `not_found`, `summary_missing` */
  async edit(conversationId: string, change: EditSummary): Promise<Summary> {
    return toSummary(await this.summaries.edit(conversationId, change));
  }

  /** @throws AppError `not_found`, `summary_missing` */
  async takeNewest(conversationId: string): Promise<Summary> {
    return toSummary(await this.summaries.takeNewest(conversationId));
  }

  /** @throws AppError `not_found` */
  async edits(conversationId: string): Promise<SummaryEditList> {
    if ((await this.conversations.find(conversationId)) === null) throw unknown(conversationId);
    return toSummaryEdits(await this.summaries.versions(conversationId));
  }

  private async required(id: string, reading: Promise<ShownSummary | null>): Promise<ShownSummary> {
    const found = await reading;
    if (found !== null) return found;
    throw (await this.conversations.find(id)) === null
      ? unknown(id)
      : new AppError('summary_missing', 'This conversation has not been summarised yet.');
  }
}

function unknown(id: string): AppError {
  return new AppError('not_found', `There is no conversation ${id}.`);
}
