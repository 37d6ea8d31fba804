import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Config, Logger } from '#platform';
import {
  DiskBlobStore,
  openDatabase,
  TranscriptionRepository,
  TranscriptsRepository,
  type OpenDatabase,
} from '#store';
import { BLOB_STORE, CONFIG, DATABASE, LOGGER } from './infrastructure/tokens.ts';
import { speechEngineProvider } from './speech/speech-engine.provider.ts';
import { OrchestrationWorkerFactory } from './workers/orchestration.worker-factory.ts';
import { SpeechWorkerFactory } from './workers/speech.worker-factory.ts';

/** What each role needs beside the database. */
const ROLE_PROVIDERS = {
  orchestration: [OrchestrationWorkerFactory],
  speech: [speechEngineProvider, SpeechWorkerFactory],
} as const satisfies Record<string, readonly Provider[]>;

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
        repository(TranscriptionRepository),
        repository(TranscriptsRepository),
        ...config.workerRoles.flatMap((role) => [...ROLE_PROVIDERS[role]]),
      ],
    };
  }
}

type RepositoryClass = typeof TranscriptionRepository | typeof TranscriptsRepository;

function repository(Repository: RepositoryClass): Provider {
  return {
    provide: Repository,
    inject: [DATABASE],
    useFactory: ({ db }: OpenDatabase) => new Repository(db),
  };
}

function database(config: Config, logger: Logger): OpenDatabase {
  const { url, connections } = config.database;
  return openDatabase(url, connections, (err) => logger.warn({ err }, 'database connection lost'));
}
