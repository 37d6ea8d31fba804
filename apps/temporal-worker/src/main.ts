import 'reflect-metadata';
import { inspect } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { checkAgents, InvalidAgentsError } from '#agents';
import type { TaskQueue } from '#contracts/model';
import { ENGINES } from '#engines/definitions';
import {
  createLogger,
  InvalidSettingsError,
  keepFilesPrivate,
  loadConfig,
  type Config,
  type Logger,
} from '#platform';
import type { OpenDatabase } from '#store';
import { connectToTemporal } from './infrastructure/temporal-connection.ts';
import { installTemporalRuntime } from './infrastructure/temporal-logger.ts';
import { DATABASE } from './infrastructure/tokens.ts';
import { WorkerModule } from './worker.module.ts';
import { LanguageWorkerFactory } from './workers/language.worker-factory.ts';
import { MaintenanceWorkerFactory } from './workers/maintenance.worker-factory.ts';
import { OrchestrationWorkerFactory } from './workers/orchestration.worker-factory.ts';
import { SpeechWorkerFactory } from './workers/speech.worker-factory.ts';
import type { WorkerFactory } from './workers/worker-factory.port.ts';
import { WorkerHost } from './workers/worker-host.ts';

const FACTORIES = {
  orchestration: OrchestrationWorkerFactory,
  speech: SpeechWorkerFactory,
  language: LanguageWorkerFactory,
  maintenance: MaintenanceWorkerFactory,
} as const satisfies Record<TaskQueue, new (...args: never[]) => WorkerFactory>;

async function main(): Promise<void> {
  keepFilesPrivate();
  checkAgents();
  const config = loadConfig(ENGINES);
  const logger = createLogger('worker', config.logging);
  installTemporalRuntime(logger);
  const context = await NestFactory.createApplicationContext(WorkerModule.for(config, logger), {
    logger: false,
    abortOnError: false,
  });
  try {
    await work(config, logger, context);
  } finally {
    await context.get<OpenDatabase>(DATABASE).close();
    await context.close();
  }
}

async function work(
  config: Config,
  logger: Logger,
  context: INestApplicationContext,
): Promise<void> {
  const factories = config.workerRoles.map((role) => context.get<WorkerFactory>(FACTORIES[role]));
  const host = new WorkerHost(factories, logger);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopped.abort();
      host.stop();
    });
  }
  const connection = await connectToTemporal(config.temporal.address, logger, stopped.signal);
  try {
    await host.run(connection, () => {
      logger.info({ roles: config.workerRoles }, 'taking work');
      process.send?.('ready');
    });
  } finally {
    // A worker that was created but never ran keeps the connection open until the process exits.
    await connection.close().catch((error: unknown) => {
      logger.debug({ err: error }, 'the connection to Temporal stays open');
    });
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Error && error.name === 'AbortError') process.exit(0);
  const isFault = error instanceof InvalidSettingsError || error instanceof InvalidAgentsError;
  process.stderr.write(`${isFault ? error.message : inspect(error)}\n`);
  process.exit(1);
}
