import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { CuttingProxy } from '../database/cutting-proxy.fixture.ts';
import { TestStore } from '../store.fixture.ts';
import { NotificationFeed } from './notification-feed.ts';

describe('the feed of notifications', () => {
  let store: TestStore;
  let feed: NotificationFeed;
  let heard: (string | null)[];
  let errors: Error[];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(() => {
    feed = newFeed(store.url);
  });
  afterEach(() => feed.close());
  afterAll(() => store.close());

  /** A feed whose reports are written down. */
  function newFeed(url: string): NotificationFeed {
    heard = [];
    errors = [];
    const created = new NotificationFeed(url, (error) => errors.push(error));
    created.subscribe('tasks', (taskId) => heard.push(taskId));
    return created;
  }

  const untilHeard = (expected: readonly (string | null)[]) =>
    eventually(() => expect(heard).toEqual(expected));

  async function openFeed(): Promise<void> {
    feed.open();
    await untilHeard([null]);
    heard = [];
  }

  it('tells listeners to look at everything once it listens', async () => {
    feed.open();
    await untilHeard([null]);
  });

  it('tells of each kind of change of a task', async () => {
    await openFeed();
    const { id, attempt, clipId } = await store.newTask();
    await store.deliverAll();
    const run = { taskId: id, attempt };
    const found = { container: 'wav', codec: 'pcm', channels: 1, sampleRateHz: 1, hasVideo: false };
    const changes = [
      () => store.repositories.transcriptions.start(run, 'run-1'),
      () =>
        store.repositories.transcriptions.recordProbe(run, clipId ?? '', {
          ...found,
          durationMs: 1,
        }),
      () => store.repositories.tasks.requestCancel(id),
      () => store.repositories.tasks.end(run, { state: 'cancelled' }),
      () => store.repositories.tasks.retry(id),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      await untilHeard(Array.from({ length: index + 1 }, () => id));
    }
  });

  it('says that there are events, to those who asked for that', async () => {
    const told: (string | null)[] = [];
    feed.subscribe('events', (payload) => told.push(payload));
    await openFeed();
    await store.newConversation();
    await eventually(() => expect(told).toEqual([null, '']));
    expect(heard).toEqual([]);
  });

  it('tells nothing of a change that is taken back', async () => {
    await openFeed();
    const task = await store.runningTask();
    await untilHeard([task.id]);
    await store.repositories.tasks.retry(task.id).catch(() => undefined);
    const other = await store.runningTask();
    await untilHeard([task.id, other.id]);
  });

  it('tells every listener, until it unsubscribes', async () => {
    const others: (string | null)[] = [];
    const unsubscribe = feed.subscribe('tasks', (taskId) => others.push(taskId));
    await openFeed();
    unsubscribe();
    const { id } = await store.runningTask();
    await untilHeard([id]);
    expect(others).toEqual([null]);
  });

  it('connects again after its connection was killed, and has everything looked at', async () => {
    await openFeed();
    await store.killConnections();
    await untilHeard([null]);
    expect(errors).toHaveLength(1);
    const { id } = await store.runningTask();
    await untilHeard([null, id]);
  });

  it('keeps trying while there is no way to the server', async () => {
    const proxy = await CuttingProxy.open(store.url, 'LISTEN');
    const cut = newFeed(proxy.url);
    cut.open();
    await eventually(() => expect(errors.length).toBeGreaterThan(1));
    expect(heard).toEqual([]);
    proxy.cutsAt = null;
    await untilHeard([null]);
    await cut.close();
    await proxy.close();
  });

  it('leaves no connection behind when it is closed, at whatever moment', async () => {
    await openFeed();
    await feed.close();
    const closedAtOnce = newFeed(store.url);
    closedAtOnce.open();
    await closedAtOnce.close();
    const listening = `query LIKE 'LISTEN%'`;
    await eventually(async () => expect(await store.count('pg_stat_activity', listening)).toBe(0));
    expect(errors).toEqual([]);
  });
});
