import { Injectable } from '@nestjs/common';
import type { CancelledTasks } from '#contracts/api';
import { AppError } from '#platform';
import { ConversationsRepository, PendingWorkRepository, TasksRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';

/** Stops all open tasks of a conversation and discards its pending work. */
@Injectable()
export class ConversationStopService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly tasks: TasksRepository,
    private readonly work: PendingWorkRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Cancels every open task, then the pending work that has no task yet, and then the tasks that
   * the conversation's workflow created in between. A cancelling task no longer changes text, so no
   * work remains until a client adds, edits or requests something.
   * @throws AppError `not_found`
   */
  async stop(id: string): Promise<CancelledTasks> {
    if ((await this.conversations.find(id)) === null) {
      throw new AppError('not_found', `There is no conversation ${id}.`);
    }
    const open = await this.tasks.cancelAll({ conversationId: id });
    this.dispatcher.request();
    const waiting = await this.work.giveUp({ kind: 'conversation', id });
    const createdMeanwhile = await this.tasks.cancelAll({ conversationId: id });
    this.dispatcher.request();
    return {
      cancelling: [...open.cancelling, ...createdMeanwhile.cancelling],
      cancelled: [...open.cancelled, ...waiting, ...createdMeanwhile.cancelled],
    };
  }
}
