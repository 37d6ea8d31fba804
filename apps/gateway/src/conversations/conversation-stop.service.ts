import { Inject, Injectable } from '@nestjs/common';
import type { CancelledTasks } from '#contracts';
import { AppError, type Config } from '#platform';
import { ConversationsRepository, TasksRepository, WaitingWorkRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { CONFIG } from '../infrastructure/config.module.ts';

/** Stops all that goes on in a conversation, and all that waits to. */
@Injectable()
export class ConversationStopService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly tasks: TasksRepository,
    private readonly work: WaitingWorkRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
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
    this.dispatcher.kick();
    const waiting = await this.work.giveUp(id, this.config.stages.significanceEnabled);
    const late = await this.tasks.cancelAll({ conversationId: id });
    this.dispatcher.kick();
    return {
      cancelling: [...open.cancelling, ...late.cancelling],
      cancelled: [...open.cancelled, ...waiting, ...late.cancelled],
    };
  }
}
