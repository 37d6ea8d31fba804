import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createLanguageActivities } from '#activities';
import type { EngineChoice, LanguageEngine } from '#engines';
import type { Config, Logger } from '#platform';
import {
  CorrectionsRepository,
  EngineAnswersRepository,
  ScoringRepository,
  SummariesRepository,
  TaskRetriesRepository,
  TasksRepository,
} from '#store';
import { CONFIG, LANGUAGE_ENGINES, LOGGER } from '../infrastructure/tokens.ts';
import { HEARTBEAT_THROTTLE_MS } from './heartbeat-throttle.ts';
import type { WorkerFactory } from './worker-factory.port.ts';

/** Corrections, summaries and scores: mostly waiting for a model, so many at once. */
@Injectable()
export class LanguageWorkerFactory implements WorkerFactory {
  readonly role = 'language';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(LANGUAGE_ENGINES) private readonly engines: EngineChoice<LanguageEngine>,
    private readonly answers: EngineAnswersRepository,
    private readonly tasks: TasksRepository,
    private readonly retries: TaskRetriesRepository,
    private readonly corrections: CorrectionsRepository,
    private readonly summaries: SummariesRepository,
    private readonly scoring: ScoringRepository,
  ) {}

  create(connection: NativeConnection): Promise<Worker> {
    const { engines, answers, tasks, retries, corrections, summaries, scoring, logger } = this;
    const stores = { answers, tasks, retries, corrections, summaries, scoring };
    const dependencies = { engines, logger, ...stores };
    return Worker.create({
      connection,
      namespace: this.config.temporal.namespace,
      taskQueue: this.role,
      activities: createLanguageActivities(dependencies),
      maxConcurrentActivityTaskExecutions: this.config.language.slots,
      maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      defaultHeartbeatThrottleInterval: HEARTBEAT_THROTTLE_MS,
      shutdownGraceTime: this.config.shutdownGraceMs,
    });
  }

  /** Language engines own nothing that outlives their calls. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
