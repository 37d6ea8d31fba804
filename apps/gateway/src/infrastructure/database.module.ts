import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { AGENT_NAMES } from '#agents';
import { NAME_RULES, PIN_RULES } from '#domain';
import { createLogger, type Config } from '#platform';
import { createRepositories, openDatabase, type OpenDatabase } from '#store';

/** No statement of a request takes seconds; a server that is frozen never answers. */
const LONGEST_STATEMENT_MS = 10_000;

/** Token of the open database. */
export const DATABASE = Symbol('database');

/**
 * The connection pool and the repositories, each with its class as token. Opening the pool does not
 * connect, so the gateway starts without PostgreSQL; requests that need it answer 503 until then.
 */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: OpenDatabase) {}

  static of(config: Config): DynamicModule {
    const database = open(config);
    const { owners: limits, tasks, language } = config;
    // The gateway takes work only to cancel it, so it does not matter where that would run.
    const work = {
      scoring: tasks.scoringEnabled,
      sharedRuns: false,
      titles: false,
      agents: AGENT_NAMES,
    };
    const settings = {
      limits,
      pinRules: PIN_RULES,
      nameRules: NAME_RULES,
      voiceProfiles: config.speech.voiceProfiles,
      tokenLimits: language.limits,
      ...work,
    };
    const repositories = Object.values(createRepositories(database.db, settings));
    const providers = repositories.map((each) => ({ provide: each.constructor, useValue: each }));
    return {
      module: DatabaseModule,
      providers: [{ provide: DATABASE, useValue: database }, ...providers],
      exports: [DATABASE, ...providers.map(({ provide }) => provide)],
    };
  }

  /** Runs after the last response and the last round of the dispatcher. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

function open({ database, logging }: Config): OpenDatabase {
  const logger = createLogger('gateway', logging);
  const onError = (err: Error) =>
    logger.warn({ err }, 'an idle database connection failed and will be replaced');
  return openDatabase(database.url, database.connections, onError, LONGEST_STATEMENT_MS);
}
