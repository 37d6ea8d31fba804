import { Inject, Injectable } from '@nestjs/common';
import type {
  RetentionDue,
  RetentionRule,
  RetentionRules,
  SetRetentionRule,
  Task,
  TryRetention,
} from '#contracts/api';
import type { RetentionSubject } from '#contracts/model';
import type { Config } from '#platform';
import {
  InstallationTasksRepository,
  RetentionRulesRepository,
  RetentionRunsRepository,
  type RetentionRuleRecord,
} from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';

/** The rules of retention, and what they would remove. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly rules: RetentionRulesRepository,
    private readonly runs: RetentionRunsRepository,
    private readonly tasks: InstallationTasksRepository,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(): Promise<RetentionRules> {
    return { items: (await this.rules.list()).map(toRule) };
  }

  /** @throws AppError `not_found` when the owner has no such project */
  async set(rule: SetRetentionRule): Promise<RetentionRule> {
    return toRule(await this.rules.set(rule));
  }

  /** @throws AppError `not_found` */
  async remove(id: string): Promise<void> {
    await this.rules.remove(id);
  }

  /** What would be removed now. It changes nothing. */
  async dryRun({ rules: given }: TryRetention): Promise<RetentionDue> {
    const rules = given ?? (await this.rules.list());
    const now = new Date();
    const due = (subject: RetentionSubject) => this.runs.amount({ subject, rules, now });
    const [audio, transcripts, everything] = await Promise.all([
      due('audio'),
      due('transcripts'),
      due('everything'),
    ]);
    return { audio, transcripts, everything };
  }

  /** Applies the rules now, or joins the task that does. */
  async run(): Promise<Task> {
    const task = await this.tasks.request('retention', {}, null);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }
}

function toRule({ createdAt, ...rule }: RetentionRuleRecord): RetentionRule {
  return { ...rule, createdAt: createdAt.toISOString() };
}
