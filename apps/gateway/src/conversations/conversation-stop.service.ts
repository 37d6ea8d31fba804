import { Injectable } from '@nestjs/common';
import type { CancelledTasks } from '#contracts/api';
import { AppError } from '#platform';
import { ConversationsRepository, PendingWorkRepository, TasksRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';

/** Stops all that goes on in a conversation, and all that waits to. */
@Injectable()
export class ConversationStopService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly tasks: TasksRepository,
    private readonly work: PendingWorkRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Cancels every open task, then what waits without a task, and then what the conversation's
   * workflow has made a task of in between. A task that is asked to end changes no text any more, so
   * afterwards there is nothing to be done until somebody brings something.
   * @throws AppError `not_found`
   */
  async stop(id: string): Promise<CancelledTasks> {
    if ((await this.conversations.find(id)) === null) {
      throw new AppError('not_found', `There is no conversation ${id}.`);
    }
    const open = await this.tasks.cancelAll({ conversationId: id });
    this.dispatcher.request();
    const waiting = await this.work.giveUp({ kind: 'conversation', id });
    const late = await this.tasks.cancelAll({ conversationId: id });
    this.dispatcher.request();
    return {
      cancelling: [...open.cancelling, ...late.cancelling],
      cancelled: [...open.cancelled, ...waiting, ...late.cancelled],
    };
  }
}
