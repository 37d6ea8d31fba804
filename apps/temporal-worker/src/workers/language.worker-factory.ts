import { Inject, Injectable } from '@nestjs/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import {
  activitiesOf,
  DueSnapshots,
  LANGUAGE_HANDLERS,
  type LanguageDependencies,
} from '#activities';
import type { EngineChoice, LanguageEngine, RuleThreads } from '#engines';
import { readDocument } from '#documents';
import type { Config, Logger } from '#platform';
import type { BlobStore, Repositories } from '#store';
import {
  BLOB_STORE,
  CONFIG,
  LANGUAGE_ENGINES,
  LOGGER,
  REPOSITORIES,
  RULE_THREADS,
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
    @Inject(RULE_THREADS) private readonly rules: RuleThreads,
    @Inject(REPOSITORIES) private readonly repositories: Repositories,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  async create(connection: NativeConnection): Promise<Worker> {
    this.startRules();
    const { config, logger, engines, rules, repositories, blobs } = this;
    const intervals = config.snapshots.enabled ? config.snapshots : null;
    const { snapshotAge, installationTasks } = repositories;
    const dueSnapshots = new DueSnapshots(snapshotAge, installationTasks, intervals, logger);
    const limits = { ...config.documents, ...DOCUMENT_CONTENT_LIMITS };
    const dependencies: LanguageDependencies = {
      ...repositories,
      ...{ engines, rules, dueSnapshots, blobs },
      transcriptStyle: config.language.transcriptStyle,
      fallback: config.language.fallback === null ? null : engines.choose(config.language.fallback),
      prices: config.language.prices,
      readDocument: (file, signal) => readDocument(file, limits, signal),
    };
    return Worker.create({
      ...workerOptions(connection, this.role, { config, logger, repositories }),
      activities: activitiesOf(this.role, LANGUAGE_HANDLERS, dependencies),
      maxConcurrentActivityTaskExecutions: config.language.slots,
    });
  }

  /** The first work need not wait for a thread. */
  private startRules(): void {
    this.rules.start().catch((err: unknown) => {
      this.logger.error({ err }, 'the threads of the rules cannot start');
    });
  }

  async close(): Promise<void> {
    await this.rules.close();
  }
}
