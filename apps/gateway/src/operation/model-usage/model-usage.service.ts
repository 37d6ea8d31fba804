import { Inject, Injectable } from '@nestjs/common';
import type { ModelUsage, TaskUsage } from '#contracts/api';
import { AppError, type Config } from '#platform';
import { TasksRepository, TokenUseRepository, tomorrowOf } from '#store';
import { CONFIG } from '../../infrastructure/config.module.ts';

/** What language models have used, and what they may use in a day. */
@Injectable()
export class ModelUsageService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tasks: TasksRepository,
    private readonly tokenUse: TokenUseRepository,
  ) {}

  /** @param days number of days, including today */
  async ofDays(days: number): Promise<ModelUsage> {
    const now = new Date();
    const { currency, limits } = this.config.language;
    const items = [...(await this.tokenUse.ofDays(days, now))];
    return { currency, resetsAt: tomorrowOf(now).toISOString(), limits, items };
  }

  /** @throws AppError `not_found` */
  async ofTask(taskId: string): Promise<TaskUsage> {
    if ((await this.tasks.find(taskId)) === null) {
      throw new AppError('not_found', `There is no task ${taskId}.`);
    }
    const items = [...(await this.tokenUse.ofTask(taskId))];
    return { currency: this.config.language.currency, items };
  }
}
