import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { TaskDelivery } from '#temporal';
import { eventually } from '../../../../test/support/eventually.ts';
import { workflowBundle } from '../../../../test/support/shared-servers.ts';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { TestWorker } from '../worker.fixture.ts';

/** A tenth as many would be too few to tell the first from the rest; ten thousand take a minute more and show nothing else. */
const MANY = 3_000;
const OWNER = 'flood';
const URGENT = 'Ada: the ship leaves at noon.';
/** Requests that a gateway handles at the same time; as many as the pool has connections. */
const AT_ONCE = 8;
const IN_A_TASK = 100;
/** Each request that runs when no task is waiting may create one. */
const MOST_TASKS = MANY / IN_A_TASK + AT_ONCE;
/** Tasks whose work worker and server take from the queue before the urgent one is in it. */
const FEW = 12;
/** The machine may be busy; the spec measures counts and order. */
const TIMEOUT_MS = 120_000;

describe('thousands of memories that are posted at once', () => {
  let worker: TestWorker;
  let temporal: TestTemporal;
  let deliver: () => Promise<number>;
  beforeAll(async () => {
    [worker, temporal] = await Promise.all([TestWorker.open(), TestTemporal.open()]);
    const { address, namespace, client, connection } = temporal;
    const config = loadConfig(ENGINES, {
      AFTERWORD_TEMPORAL_ADDRESS: address,
      AFTERWORD_TEMPORAL_NAMESPACE: namespace,
    });
    const delivery = new TaskDelivery(client, connection, config, logger);
    deliver = async () =>
      (await worker.repositories.outbox.dispatch(64, (each) => delivery.deliver(each))).delivered;
  });
  afterAll(async () => {
    await Promise.all([worker.close(), temporal.close()]);
  });

  const logger = pino({ level: 'silent' });
  const post = (narrative: string, priority: 'interactive' | 'batch') =>
    worker.repositories.memories.write(
      { ownerId: OWNER, narrative, priorDialogue: [], priority },
      null,
      true,
    );
  const narratives = Array.from({ length: MANY }, (_, number) => `Ada: this is memory ${number}.`);
  const postAll = async () => {
    const left = narratives.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const narrative of left) {
          await post(narrative, 'batch');
          if (narrative === narratives[MANY / 2]) await post(URGENT, 'interactive');
        }
      }),
    );
  };
  const count = async (statement: string) =>
    Number((await worker.database.pool.query<{ n: string }>(statement)).rows[0]?.n);
  const workers = async () => {
    const { retries, tasks } = worker.repositories;
    const { activities } = worker;
    return Promise.all([
      temporal.worker({
        taskQueue: 'orchestration',
        workflowBundle: await workflowBundle(),
        activities,
      }),
      temporal.worker({
        taskQueue: 'language',
        activities,
        interceptors: { activity: [activityInterceptors({ retries, tasks, logger })] },
        maxConcurrentActivityTaskExecutions: 1,
      }),
    ]);
  };

  it(
    'are all scored, once each and in few tasks, and an urgent one before the rest',
    async () => {
      await postAll();
      const gate = Promise.withResolvers<undefined>();
      worker.language.costly = false;
      worker.language.before = () => gate.promise;
      const running = await workers();
      const runs = running.map((each) => each.run());
      try {
        while ((await deliver()) > 0);
        const taskCount = await count('SELECT count(*) AS n FROM tasks');
        expect(taskCount).toBeLessThanOrEqual(MOST_TASKS + 1);
        await eventually(async () => {
          expect(await temporal.backlog('language')).toBeGreaterThanOrEqual(taskCount - FEW);
        }, TIMEOUT_MS);
        gate.resolve(undefined);
        await eventually(
          async () =>
            expect(await count(`SELECT count(*) AS n FROM tasks WHERE state <> 'completed'`)).toBe(
              0,
            ),
          TIMEOUT_MS,
        );
        expect(await count('SELECT count(*) AS n FROM tasks')).toBe(taskCount);
      } finally {
        for (const each of running) each.shutdown();
        await Promise.all(runs);
      }
      const { scored } = worker.language;
      expect(scored).toHaveLength(MANY + 1);
      expect(new Set(scored)).toEqual(new Set([...narratives, URGENT]));
      expect(await count('SELECT count(*) AS n FROM memories WHERE significance IS NULL')).toBe(0);
      expect(scored.indexOf(URGENT)).toBeLessThan(FEW * IN_A_TASK);
    },
    2 * TIMEOUT_MS,
  );
});
