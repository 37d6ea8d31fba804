import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { HOUSEKEEPING_WORKFLOW, RECONCILE_WORKFLOW } from '#contracts/workflows';
import { ENGINES } from '#engines/definitions';
import type { EngineChoice, LanguageEngine, SpeechEngine } from '#engines';
import { loadConfig, type Config } from '#platform';
import { type OpenDatabase, type Repositories } from '#store';
import { newDatabase, type TestDatabase } from '../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../test/support/test-temporal.ts';
import {
  DATABASE,
  LANGUAGE_ENGINES,
  REPOSITORIES,
  SPEECH_ENGINES,
} from './infrastructure/tokens.ts';
import { WorkerModule } from './worker.module.ts';
import { LanguageWorkerFactory } from './workers/language.worker-factory.ts';
import { MaintenanceWorkerFactory } from './workers/maintenance.worker-factory.ts';
import { SpeechWorkerFactory } from './workers/speech.worker-factory.ts';
import { WorkerHost } from './workers/worker-host.ts';

describe('a worker process', () => {
  let database: TestDatabase;
  let temporal: TestTemporal;
  const logger = pino({ level: 'silent' });
  const contexts: INestApplicationContext[] = [];
  beforeAll(async () => {
    [database, temporal] = await Promise.all([newDatabase(), TestTemporal.open()]);
  });
  afterAll(async () => {
    for (const context of contexts) {
      await context.get<OpenDatabase>(DATABASE).close();
      await context.close();
    }
    await Promise.all([database.drop(), temporal.close()]);
  });

  const configOf = (roles: string, settings: Record<string, string> = {}): Config =>
    loadConfig(ENGINES, {
      AFTERWORD_DATABASE_URL: database.url,
      AFTERWORD_TEMPORAL_ADDRESS: temporal.address,
      AFTERWORD_TEMPORAL_NAMESPACE: temporal.namespace,
      AFTERWORD_WORKER_ROLES: roles,
      ...settings,
    });
  async function contextOf(config: Config): Promise<INestApplicationContext> {
    const options = { logger: false, abortOnError: false } as const;
    const module = WorkerModule.for(config, logger);
    const context = await NestFactory.createApplicationContext(module, options);
    contexts.push(context);
    return context;
  }

  it('has what its roles need, and no engine of another role', async () => {
    const context = await contextOf(configOf('language'));
    const engine = context.get<EngineChoice<LanguageEngine>>(LANGUAGE_ENGINES).choose();
    expect(engine.fingerprint).toContain('builtin');
    expect(() => context.get(SPEECH_ENGINES)).toThrow();
    expect(() => context.get(SpeechWorkerFactory)).toThrow();
    const { tasks } = context.get<Repositories>(REPOSITORIES);
    expect(await tasks.find('tsk_01jd3k4m5n6p7q8r9s0t1v2w3x')).toBeNull();
  });

  it('creates a worker of the queue of each role, with the slots of its settings', async () => {
    const config = configOf('speech,language,maintenance', {
      AFTERWORD_SPEECH_SLOTS: '3',
      AFTERWORD_LANGUAGE_SLOTS: '5',
      AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: '1234',
    });
    const context = await contextOf(config);
    const factories = [SpeechWorkerFactory, LanguageWorkerFactory, MaintenanceWorkerFactory];
    const options = [];
    for (const factory of factories) {
      const worker = await context
        .get<SpeechWorkerFactory>(factory)
        .create(temporal.nativeConnection);
      options.push(worker.options);
      await worker.runUntil(Promise.resolve());
    }
    expect(options.map(({ taskQueue }) => taskQueue)).toEqual(config.workerRoles);
    const slots = options.map(({ tuner }) => tuner.activityTaskSlotSupplier);
    // Three calls of three chunks each, and one that is fetched ahead.
    expect(slots.slice(0, 2)).toMatchObject([{ numSlots: 10 }, { numSlots: 5 }]);
    for (const each of options) {
      expect(each).toMatchObject({ namespace: temporal.namespace, shutdownGraceTime: 1234 });
    }
    const speech = context.get<EngineChoice<SpeechEngine>>(SPEECH_ENGINES);
    expect(speech.all.length).toBeGreaterThan(0);
    await context.get(SpeechWorkerFactory).close();
  });

  it('of the role maintenance creates the schedules before it is ready', async () => {
    const context = await contextOf(configOf('maintenance'));
    const host = new WorkerHost([context.get(MaintenanceWorkerFactory)], logger);
    const ready = Promise.withResolvers<undefined>();
    const running = host.run(temporal.nativeConnection, () => ready.resolve(undefined));
    await ready.promise;
    for (const id of [RECONCILE_WORKFLOW, HOUSEKEEPING_WORKFLOW]) {
      const { action } = await temporal.client.schedule.getHandle(id).describe();
      expect(action).toMatchObject({ type: 'startWorkflow', workflowType: id });
    }
    host.stop();
    await running;
  });
});
