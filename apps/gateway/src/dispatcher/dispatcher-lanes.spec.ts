import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { NAME_RULES, narrativesOf, PIN_RULES } from '#domain';
import {
  createRepositories,
  NO_LIMITS,
  openDatabase,
  type OpenDatabase,
  type OutboxMessage,
  type Repositories,
} from '#store';
import type { TaskDelivery, WorkSignalDelivery } from '#temporal';
import { eventually } from '../../../../test/support/eventually.ts';
import { startPostgres, type TestServer } from '../../../../test/support/servers.ts';
import { Dispatcher } from './dispatcher.ts';

/** Longest time that a delivery which does not hang may take here; a hanging one takes 5 s. */
const SOON_MS = 3_000;

describe('while a call of Temporal hangs, the dispatcher', () => {
  let postgres: TestServer;
  let database: OpenDatabase;
  let repositories: Repositories;
  let hanging: PromiseWithResolvers<undefined>;
  let hangs: (id: string) => boolean;
  let called: string[];
  let delivered: string[];
  let dispatcher: Dispatcher;
  beforeAll(async () => {
    postgres = await startPostgres();
    database = openDatabase(postgres.address, 8, () => undefined);
    const settings = {
      limits: NO_LIMITS,
      pinRules: PIN_RULES,
      nameRules: NAME_RULES,
      scoring: true,
      sharedRuns: false,
      titles: false,
      agents: [],
    };
    repositories = createRepositories(database.db, settings);
  });
  afterAll(async () => {
    await database.close();
    await postgres.stop();
  });
  beforeEach(() => {
    hanging = Promise.withResolvers();
    [called, delivered] = [[], []];
    const call = async (id: string): Promise<void> => {
      called.push(id);
      if (hangs(id)) await hanging.promise;
      else delivered.push(id);
    };
    dispatcher = new Dispatcher(
      repositories.outbox,
      {
        deliver: ({ task }: OutboxMessage) => call(task.id).then(() => 'delivered' as const),
      } as unknown as TaskDelivery,
      repositories.workSignals,
      { deliver: ({ id }: { id: string }) => call(id) } as unknown as WorkSignalDelivery,
      new PinoLogger({}),
    );
    dispatcher.onApplicationBootstrap();
  });
  /** Everything is delivered in the end, also what hung. */
  const finish = async () => {
    hanging.resolve(undefined);
    await dispatcher.beforeApplicationShutdown();
    const left = 'SELECT id FROM outbox UNION ALL SELECT id FROM work_signals';
    expect((await database.pool.query(left)).rows).toEqual([]);
  };

  let owners = 0;
  const newTask = async (): Promise<string> => {
    const memory = { ownerId: `owner-${(owners += 1)}`, narrative: 'Ada has a new job.' };
    const written = await repositories.memories.write({ ...memory, priorDialogue: [] }, null, true);
    return written.significanceTaskId ?? '';
  };
  const newWork = async (): Promise<string> => {
    const given = { ownerId: 'ada', title: 'Launch planning', tags: [] };
    const { id } = await repositories.conversations.create(given, null);
    const turns = [{ speaker: 'Ada', text: 'We launch in March, whatever comes.' }];
    const exchange = { conversationId: id, turns, narratives: narrativesOf(turns) };
    await repositories.exchanges.add(exchange, null);
    return id;
  };
  const isCalled = (id: string) => eventually(() => expect(called).toContain(id));
  const soonDelivered = (id: string) => eventually(() => expect(delivered).toContain(id), SOON_MS);

  it('delivers the work signals although every message hangs', async () => {
    hangs = (id) => id.startsWith('tsk_');
    const stuck = await newTask();
    dispatcher.request();
    await isCalled(stuck);
    const conversation = await newWork();
    dispatcher.request();
    await soonDelivered(conversation);
    await finish();
  });

  it('delivers other messages', async () => {
    const stuck = await newTask();
    hangs = (id) => id === stuck;
    dispatcher.request();
    await isCalled(stuck);
    const other = await newTask();
    dispatcher.request();
    await soonDelivered(other);
    const later = await newTask();
    dispatcher.request();
    await soonDelivered(later);
    await finish();
  });

  it('calls Temporal no more than 32 times at once for one kind', async () => {
    let inFlight = 0;
    hangs = () => {
      inFlight += 1;
      return true;
    };
    for (let number = 0; number < 40; number += 1) await newTask();
    dispatcher.request();
    await eventually(() => expect(inFlight).toBe(32));
    dispatcher.request();
    await newWork();
    dispatcher.request();
    await eventually(() => expect(inFlight).toBe(33));
    hangs = () => false;
    hanging.resolve(undefined);
    await eventually(() => expect(delivered).toHaveLength(8));
    await finish();
  });
});
