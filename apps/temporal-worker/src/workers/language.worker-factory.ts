import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  activitiesOf,
  DueSnapshots,
  LANGUAGE_HANDLERS,
  type LanguageDependencies,
} from '#activities';
import type { EngineChoice, LanguageEngine } from '#engines';
import { AGENTS, warmUp } from '#agents';
import { readDocument } from '#documents';
import type { Config, Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import {
  BLOB_STORE,
  CONFIG,
  LANGUAGE_ENGINES,
  LOGGER,
  REPOSITORIES,
} from '../infrastructure/tokens.ts';
import type { WorkerFactory } from './worker-factory.port.ts';
import { workerOptions } from './worker-options.ts';

/** More than people read; the rest of a document is cut off, with a warning. */
const DOCUMENT_CONTENT_LIMITS = { maxParts: 20_000, maxCharacters: 4_000_000 };

/**
 * Runs corrections, summaries, scores and reports. They mostly wait for a model, so many run at once.
 */
@Injectable()
export class LanguageWorkerFactory implements WorkerFactory {
  readonly role = 'language';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(LANGUAGE_ENGINES) private readonly engines: EngineChoice<LanguageEngine>,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    warmUp(AGENTS);
    const { config, logger, engines, repositories, blobs } = this;
    const intervals = config.snapshots.enabled ? config.snapshots : null;
    const { snapshotAge, installationTasks } = repositories;
    const dueSnapshots = new DueSnapshots(snapshotAge, installationTasks, intervals, logger);
    const limits = { ...config.documents, ...DOCUMENT_CONTENT_LIMITS };
    const dependencies: LanguageDependencies = {
      ...repositories,
      ...{ engines, dueSnapshots, blobs },
      readDocument: (file, signal) => readDocument(file, limits, signal),
    };
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: activitiesOf(this.role, LANGUAGE_HANDLERS, dependencies),
      maxConcurrentActivityTaskExecutions: config.language.slots,
    });
  }
}
