import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { BulkChangeRecord, NewBulkChange, Repositories } from '#store';
import { aDocument, newProject } from '../../../store/src/projects.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { bulkChange } from './bulk-change.handler.ts';

const logger = pino({ level: 'silent' });

/** What a worker says that was killed at this moment. */
const killed = () => new Error('killed');

describe('a bulk change', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const environment = () => {
    const { retries, tasks } = store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors);
  };
  const request = (given: Partial<NewBulkChange> & Pick<NewBulkChange, 'action' | 'selection'>) =>
    store.repositories.bulkChanges.request({ ownerId: null, permanently: false, ...given }, null);
  const run = (
    { task }: BulkChangeRecord,
    runs: Partial<Repositories['bulkChangeRuns']> = {},
    scope = environment(),
  ) => {
    const { bulkChangeRuns } = store.repositories;
    const bulkRuns = Object.assign(Object.create(bulkChangeRuns) as typeof bulkChangeRuns, runs);
    const { changeInBulk } = bulkChange.create({ ...store.repositories, bulkChangeRuns: bulkRuns });
    return scope.run(() => changeInBulk(runOf(task)));
  };
  const change = async (given: Parameters<typeof request>[0]) => {
    const requested = await request(given);
    await run(requested);
    return store.repositories.bulkChanges.find(requested.id);
  };
  const conversations = (ownerId: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => store.newConversation(ownerId)));
  const remaining = async (ownerId: string, archived = false) => {
    const query = { ownerId, archived, limit: 200 };
    const { items } = await store.repositories.conversations.list(query);
    return items.map(({ id }) => id).sort();
  };
  const binned = async (ownerId: string) => {
    const { items } = await store.repositories.bin.list({ ownerId, limit: 200 });
    return items.map(({ id }) => id).sort();
  };
  const named = (ids: readonly string[]) => ({ kind: 'ids', ids }) as const;

  it('deletes what is named, whatever kind it is, and counts what is not there', async () => {
    const ownerId = newOwner();
    const [first = '', second = '', kept] = await conversations(ownerId, 3);
    const given = { ownerId, narrative: 'Mine.', priorDialogue: [] };
    const memory = await store.repositories.memories.write(given, null, false);
    const ids = [memory.id, second, 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', first];
    const done = await change({ action: 'delete', selection: named(ids) });
    expect(done).toMatchObject({ changed: 3, unchanged: 1 });
    expect(done.task).toMatchObject({ state: 'completed', done: 4, total: 4 });
    expect(await remaining(ownerId)).toEqual([kept]);
    expect(await binned(ownerId)).toEqual([first, second, memory.id].sort());
  });

  it('changes nothing of another owner', async () => {
    const [ada, bob] = [newOwner(), newOwner()];
    const [mine = ''] = await conversations(ada, 1);
    const [theirs = '', binnedOne = ''] = await conversations(bob, 2);
    await store.repositories.bin.delete({ kind: 'conversation', id: binnedOne });
    const ids = named([mine, theirs, binnedOne]);
    for (const action of ['archive', 'unarchive', 'restore', 'delete'] as const) {
      await change({ action, ownerId: ada, selection: ids });
      expect(await remaining(bob)).toEqual([theirs]);
      expect(await binned(bob)).toEqual([binnedOne]);
    }
    const purging = { action: 'delete', ownerId: ada, permanently: true } as const;
    await change({ ...purging, selection: ids });
    await change({ ...purging, selection: { kind: 'bin' } });
    expect(await binned(bob)).toEqual([binnedOne]);
    expect(await binned(ada)).toEqual([]);
  });

  it('deletes what a filter finds as of the request, page by page', async () => {
    const ownerId = newOwner();
    const ids = await conversations(ownerId, 45);
    await store.repositories.conversations.change(ids[0] ?? '', { title: 'Something else' });
    const selection = { kind: 'conversations', search: 'launch planning' } as const;
    const requested = await request({ action: 'delete', ownerId, selection });
    const later = await store.newConversation(ownerId);
    await run(requested);
    const done = await store.repositories.bulkChanges.find(requested.id);
    expect(done).toMatchObject({ changed: 44, unchanged: 0, task: { done: 44, total: 44 } });
    expect(await remaining(ownerId)).toEqual([ids[0], later].sort());
  });

  it('finds words in what was said, and archives those conversations', async () => {
    const ownerId = newOwner();
    const [said = '', silent = ''] = await conversations(ownerId, 2);
    await store.repositories.exchanges.add(anExchange(said, 'The weekly standup is boring.'), null);
    const selection = { kind: 'conversations', search: 'standup' } as const;
    expect(await change({ action: 'archive', ownerId, selection })).toMatchObject({ changed: 1 });
    expect(await remaining(ownerId)).toEqual([silent]);
    const again = await change({ action: 'archive', ownerId, selection });
    expect(again).toMatchObject({ changed: 0, unchanged: 1 });
    const archived = { kind: 'conversations', archived: true } as const;
    await change({ action: 'unarchive', ownerId, selection: archived });
    expect(await remaining(ownerId)).toEqual([said, silent].sort());
  });

  it('takes back what it has deleted, and nothing that was deleted before or after', async () => {
    const ownerId = newOwner();
    const [before = '', one = '', two = '', after = ''] = await conversations(ownerId, 4);
    const remove = (id: string) => store.repositories.bin.delete({ kind: 'conversation', id });
    await remove(before);
    const { task } = await change({ action: 'delete', ownerId, selection: named([one, two]) });
    await remove(after);
    const selection = { kind: 'bin', deletedBy: task.id } as const;
    expect(await change({ action: 'restore', ownerId, selection })).toMatchObject({ changed: 2 });
    expect(await remaining(ownerId)).toEqual([one, two].sort());
    expect(await binned(ownerId)).toEqual([before, after].sort());
  });

  it('restores all of a bin, also what is seen only when the whole is back', async () => {
    const ownerId = newOwner();
    const { documents, bin } = store.repositories;
    const project = await newProject(store, { ownerId });
    const keepBytes = () => Promise.resolve();
    const document = await documents.add(aDocument(project.id), null, keepBytes);
    await bin.delete({ kind: 'document', id: document.id });
    await bin.delete({ kind: 'project', id: project.id });
    expect(await binned(ownerId)).toEqual([project.id]);
    const done = await change({ action: 'restore', ownerId, selection: { kind: 'bin' } });
    expect(done).toMatchObject({ changed: 2, unchanged: 0 });
    expect(await binned(ownerId)).toEqual([]);
  });

  it('goes on where a killed worker stopped, and counts everything once', async () => {
    const ownerId = newOwner();
    const ids = await conversations(ownerId, 6);
    const requested = await request({ action: 'delete', ownerId, selection: named(ids) });
    const { bulkChangeRuns } = store.repositories;
    for (const killedAfter of [true, false, true]) {
      let left = 2;
      const apply = async (record: BulkChangeRecord, id: string) => {
        left -= 1;
        if (left === 0 && !killedAfter) throw killed();
        const isChanged = await bulkChangeRuns.apply(record, id);
        if (left === 0) throw killed();
        return isChanged;
      };
      await expect(run(requested, { apply })).rejects.toMatchObject({ type: 'internal' });
    }
    await run(requested);
    const done = await store.repositories.bulkChanges.find(requested.id);
    expect(done).toMatchObject({ changed: 6, unchanged: 0 });
    expect(done.task).toMatchObject({ state: 'completed', done: 6, total: 6 });
    expect(await remaining(ownerId)).toEqual([]);
  });

  it('counts everything once when two workers do it at the same time', async () => {
    const ownerId = newOwner();
    const ids = await conversations(ownerId, 12);
    const requested = await request({ action: 'delete', ownerId, selection: named(ids) });
    await Promise.all([run(requested), run(requested)]);
    expect(await store.repositories.bulkChanges.find(requested.id)).toMatchObject({
      ...{ changed: 12, unchanged: 0 },
      task: { state: 'completed' },
    });
  });

  it('stops when it is cancelled, and what was changed stays so', async () => {
    const ownerId = newOwner();
    const ids = await conversations(ownerId, 5);
    const requested = await request({ action: 'delete', ownerId, selection: named(ids) });
    const { bulkChangeRuns, tasks } = store.repositories;
    const scope = environment();
    const apply = async (record: BulkChangeRecord, id: string) => {
      const isChanged = await bulkChangeRuns.apply(record, id);
      await tasks.requestCancel(record.task.id);
      scope.cancel();
      return isChanged;
    };
    await expect(run(requested, { apply }, scope)).rejects.toThrow();
    expect(await remaining(ownerId)).toHaveLength(4);
    expect(await store.repositories.bulkChanges.find(requested.id)).toMatchObject({ changed: 1 });
  });

  it('asks for one clean-up of what it deletes for good', async () => {
    const ownerId = newOwner();
    const ids = await conversations(ownerId, 3);
    await change({ action: 'delete', ownerId, permanently: true, selection: named(ids) });
    expect(await binned(ownerId)).toEqual([]);
    expect(await store.count('tasks', `type = 'clean_up' AND ended_at IS NULL`)).toBe(1);
    expect(await store.count('bin_items', 'owner_id = $1 AND permanent', [ownerId])).toBe(3);
  });
});
