import { describe, expect, it } from '@jest/globals';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { ENGINES } from '#engines/definitions';
import { loadConfig } from '#platform';
import { createRepositories, NO_LIMITS, openDatabase } from '#store';
import { NAME_RULES, PIN_RULES } from '#domain';
import type { TaskQueue } from '#contracts/model';
import { workerOptions } from './worker-options.ts';

describe('the options of a worker', () => {
  const optionsOf = async (role: TaskQueue) => {
    // Connects on first use, so there need not be a database.
    const database = openDatabase('postgresql://nobody@127.0.0.1:1/none', 1, () => undefined);
    const rules = {
      limits: NO_LIMITS,
      pinRules: PIN_RULES,
      nameRules: NAME_RULES,
      scoring: true,
      sharedRuns: false,
      titles: false,
      agents: [],
    };
    const repositories = createRepositories(database.db, rules);
    const connection: NativeConnection = Object.create(NativeConnection.prototype);
    const logger = pino({ level: 'silent' });
    const options = workerOptions(connection, role, {
      config: loadConfig(ENGINES, {}),
      logger,
      repositories,
    });
    await database.close();
    return options;
  };

  it('let a cancellation reach a model call within half a second, and audio within a second', async () => {
    expect((await optionsOf('language')).maxHeartbeatThrottleInterval).toBe(500);
    expect((await optionsOf('speech')).maxHeartbeatThrottleInterval).toBe(1_000);
  });

  it('do not let a workflow wait ten seconds for the cache of a worker that was killed', async () => {
    const { stickyQueueScheduleToStartTimeout } = await optionsOf('orchestration');
    expect(stickyQueueScheduleToStartTimeout).toBe(5_000);
  });
});
