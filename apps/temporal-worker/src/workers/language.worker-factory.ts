import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { activitiesOf, DueSnapshots, LANGUAGE_HANDLERS } from '#activities';
import type { EngineChoice, LanguageEngine } from '#engines';
import type { Config, Logger } from '#platform';
import type { Repositories } from '#store';
import { CONFIG, LANGUAGE_ENGINES, LOGGER, REPOSITORIES } from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

/** Runs corrections, summaries and scores. They mostly wait for a model, so many run at once. */
@Injectable()
export class LanguageWorkerFactory implements WorkerFactory {
  readonly role = 'language';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(LANGUAGE_ENGINES) private readonly engines: EngineChoice<LanguageEngine>,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    const { config, logger, engines, repositories } = this;
    const intervals = config.snapshots.enabled ? config.snapshots : null;
    const { snapshotAge, installationTasks } = repositories;
    const dueSnapshots = new DueSnapshots(snapshotAge, installationTasks, intervals, logger);
    const dependencies = { ...repositories, engines, dueSnapshots };
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: activitiesOf(this.role, LANGUAGE_HANDLERS, dependencies),
      maxConcurrentActivityTaskExecutions: config.language.slots,
    });
  }
}
