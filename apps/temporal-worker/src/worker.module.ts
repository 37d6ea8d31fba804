import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { TaskQueue } from '#contracts/messages';
import { pinsToEvict } from '#domain';
import type { Config, Logger } from '#platform';
import {
  CorrectionsRepository,
  DiskBlobStore,
  EngineAnswersRepository,
  openDatabase,
  OutboxRepository,
  ScoringRepository,
  SummariesRepository,
  TaskRetriesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  UpkeepRepository,
  WaitingWorkRepository,
  WakesRepository,
  type Database,
  type OpenDatabase,
} from '#store';
import { BLOB_STORE, CONFIG, DATABASE, LOGGER } from './infrastructure/tokens.ts';
import { languageEnginesProvider } from './language/language-engines.provider.ts';
import { speechEnginesProvider } from './speech/speech-engines.provider.ts';
import { LanguageWorkerFactory } from './workers/language.worker-factory.ts';
import { MaintenanceWorkerFactory } from './workers/maintenance.worker-factory.ts';
import { OrchestrationWorkerFactory } from './workers/orchestration.worker-factory.ts';
import { SpeechWorkerFactory } from './workers/speech.worker-factory.ts';

/** What each role needs beside the database. */
const ROLE_PROVIDERS = {
  orchestration: [OrchestrationWorkerFactory],
  speech: [speechEnginesProvider, SpeechWorkerFactory],
  language: [languageEnginesProvider, LanguageWorkerFactory],
  maintenance: [MaintenanceWorkerFactory],
} as const satisfies Record<TaskQueue, readonly Provider[]>;

/** The repositories that are made from the database alone. */
const REPOSITORIES = [
  CorrectionsRepository,
  EngineAnswersRepository,
  OutboxRepository,
  SummariesRepository,
  TaskRetriesRepository,
  TasksRepository,
  TranscriptionRepository,
  TranscriptsRepository,
  UpkeepRepository,
  WaitingWorkRepository,
  WakesRepository,
] as const;

/** Everything that a worker process is made of; the one place that wires activities. */
@Module({})
export class WorkerModule {
  static for(config: Config, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: DATABASE, useFactory: () => database(config, logger) },
        { provide: BLOB_STORE, useFactory: () => new DiskBlobStore(config.blobFolder) },
        ...REPOSITORIES.map((Repository) => repository(Repository, (db) => new Repository(db))),
        repository(ScoringRepository, (db) => new ScoringRepository(db, pinsToEvict)),
        ...config.workerRoles.flatMap((role) => [...ROLE_PROVIDERS[role]]),
      ],
    };
  }
}

function repository(
  provide: new (...args: never[]) => object,
  make: (db: Database) => object,
): Provider {
  return { provide, inject: [DATABASE], useFactory: ({ db }: OpenDatabase) => make(db) };
}

function database(config: Config, logger: Logger): OpenDatabase {
  const { url, connections } = config.database;
  return openDatabase(url, connections, (err) => logger.warn({ err }, 'database connection lost'));
}
