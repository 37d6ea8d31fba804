import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AGENT_NAMES } from '#agents';
import type { TaskQueue } from '#contracts/model';
import { NAME_RULES, PIN_RULES } from '#domain';
import { ENGINES, isSharedWorkCostly } from '#engines/definitions';
import type { Config, Logger } from '#platform';
import {
  createRepositories,
  DiskBlobStore,
  NO_LIMITS,
  openDatabase,
  type Database,
  type OpenDatabase,
  type Repositories,
} from '#store';
import { BLOB_STORE, CONFIG, DATABASE, LOGGER, REPOSITORIES } from './infrastructure/tokens.ts';
import { languageEnginesProvider } from './language/language-engines.provider.ts';
import { ruleThreadsProvider } from './language/rule-threads.provider.ts';
import { speechEnginesProvider } from './speech/speech-engines.provider.ts';
import { speakerThreadsProvider, voiceEngineProvider } from './speech/voice-engine.provider.ts';
import { LanguageWorkerFactory } from './workers/language.worker-factory.ts';
import { MaintenanceWorkerFactory } from './workers/maintenance.worker-factory.ts';
import { OrchestrationWorkerFactory } from './workers/orchestration.worker-factory.ts';
import { SpeechWorkerFactory } from './workers/speech.worker-factory.ts';

/** The providers that each role needs in addition to the database. */
const ROLE_PROVIDERS = {
  orchestration: [OrchestrationWorkerFactory],
  speech: [speechEnginesProvider, voiceEngineProvider, speakerThreadsProvider, SpeechWorkerFactory],
  language: [ruleThreadsProvider, languageEnginesProvider, LanguageWorkerFactory],
  maintenance: [MaintenanceWorkerFactory],
} as const satisfies Record<TaskQueue, readonly Provider[]>;

/** Composition root of a worker process; the only place that wires activities. */
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
        {
          provide: REPOSITORIES,
          inject: [DATABASE],
          useFactory: ({ db }: OpenDatabase) => repositories(db, config),
        },
        ...config.workerRoles.flatMap((role) => [...ROLE_PROVIDERS[role]]),
      ],
    };
  }
}

/** A worker accepts no requests from owners, so owner limits do not apply. */
function repositories(db: Database, config: Config): Repositories {
  return createRepositories(db, {
    limits: NO_LIMITS,
    pinRules: PIN_RULES,
    nameRules: NAME_RULES,
    tokenLimits: config.language.limits,
    scoring: config.tasks.scoringEnabled,
    sharedRuns: !isSharedWorkCostly(ENGINES, config),
    titles: config.temporal.titles,
    agents: AGENT_NAMES,
  });
}

function database(config: Config, logger: Logger): OpenDatabase {
  const { url, connections } = config.database;
  return openDatabase(url, connections, (err) => logger.warn({ err }, 'database connection lost'));
}
