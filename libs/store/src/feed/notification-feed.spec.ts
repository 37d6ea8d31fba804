import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { CuttingProxy } from '../database/cutting-proxy.fixture.ts';
import { TestStore } from '../store.fixture.ts';
import { NotificationFeed } from './notification-feed.ts';

describe('the feed of notifications', () => {
  let store: TestStore;
  let feed: NotificationFeed;
  let received: (string | null)[];
  let errors: Error[];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(() => {
    feed = newFeed(store.url);
  });
  afterEach(() => feed.close());
  afterAll(() => store.close());

  /** A feed whose notifications and errors are collected. */
  function newFeed(url: string): NotificationFeed {
    received = [];
    errors = [];
    const created = new NotificationFeed(url, (error) => errors.push(error));
    created.subscribe('tasks', (taskId) => received.push(taskId));
    return created;
  }

  const untilReceived = (expected: readonly (string | null)[]) =>
    eventually(() => expect(received).toEqual(expected));

  async function openFeed(): Promise<void> {
    feed.open();
    await untilReceived([null]);
    received = [];
  }

  it('makes listeners read everything once it is connected', async () => {
    feed.open();
    await untilReceived([null]);
  });

  it('notifies of each kind of change of a task', async () => {
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
      await untilReceived(Array.from({ length: index + 1 }, () => id));
    }
  });

  it('notifies of events, on their own topic', async () => {
    const payloads: (string | null)[] = [];
    feed.subscribe('events', (payload) => payloads.push(payload));
    await openFeed();
    await store.newConversation();
    await eventually(() => expect(payloads).toEqual([null, '']));
    expect(received).toEqual([]);
  });

  it('does not notify of a change that is rolled back', async () => {
    await openFeed();
    const task = await store.runningTask();
    await untilReceived([task.id]);
    await store.repositories.tasks.retry(task.id).catch(() => undefined);
    const other = await store.runningTask();
    await untilReceived([task.id, other.id]);
  });

  it('notifies every listener, until it unsubscribes', async () => {
    const others: (string | null)[] = [];
    const unsubscribe = feed.subscribe('tasks', (taskId) => others.push(taskId));
    await openFeed();
    unsubscribe();
    const { id } = await store.runningTask();
    await untilReceived([id]);
    expect(others).toEqual([null]);
  });

  it('reconnects after its connection was killed, and listeners read everything', async () => {
    await openFeed();
    await store.killConnections();
    await untilReceived([null]);
    expect(errors).toHaveLength(1);
    const { id } = await store.runningTask();
    await untilReceived([null, id]);
  });

  it('keeps trying while the server is unreachable', async () => {
    const proxy = await CuttingProxy.open(store.url, 'LISTEN');
    const cut = newFeed(proxy.url);
    cut.open();
    await eventually(() => expect(errors.length).toBeGreaterThan(1));
    expect(received).toEqual([]);
    proxy.cutsAt = null;
    await untilReceived([null]);
    await cut.close();
    await proxy.close();
  });

  it('leaves no connection behind, whenever it is closed', async () => {
    await openFeed();
    await feed.close();
    const closedAtOnce = newFeed(store.url);
    closedAtOnce.open();
    await closedAtOnce.close();
    const listening = `query LIKE 'LISTEN%'`;
    await eventually(async () => expect(await store.sessions(listening)).toBe(0));
    expect(errors).toEqual([]);
  });
});
