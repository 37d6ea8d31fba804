import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TombstoneList } from '#backups';
import { OwnerEraser } from '#store';
import { eventually } from '../../../../test/support/eventually.ts';
import { idsOf } from '../../../store/src/bin.fixture.ts';
import { anExchange, newOwner, type TestStore } from '../../../store/src/store.fixture.ts';
import { ErasingInstallation } from './erasing.fixture.ts';
import { WORDS } from './words-of-owner.fixture.ts';

/** Temporal takes its time to delete runs. */
const SLOW_MS = 180_000;
const ALL = new AbortController().signal;

describe('the erasure of an owner', () => {
  let installation: ErasingInstallation;
  beforeEach(async () => {
    installation = await ErasingInstallation.open();
  });
  afterEach(() => installation.close());

  it(
    'leaves nothing of the name, of words, of bytes and of runs',
    async () => {
      const ownerId = newOwner();
      const { hashes } = await installation.furnish(ownerId);
      await installation.start(`conversation:${ownerId}`, ownerId);
      await eventually(async () => expect(await installation.runsOf(ownerId)).toHaveLength(1));
      expect(hashes.length).toBeGreaterThanOrEqual(4);
      for (const word of WORDS)
        expect([word, await installation.placesOf(word)]).not.toEqual([word, []]);
      const made = await madeOf(installation.store);
      const { run, id } = await installation.request(ownerId);
      expect(await installation.round(run)).toBe('done');
      for (const text of [ownerId, ...WORDS, ...hashes]) {
        expect([text, await installation.placesOf(text)]).toEqual([text, []]);
      }
      expect(await installation.runsOf(ownerId)).toEqual([]);
      expect(await installation.differences()).toEqual([]);
      expect(await installation.snapshots.list()).toEqual([]);
      const erased = await installation.store.repositories.erasures.find(id);
      expect(erased).toMatchObject({ state: 'completed', ownerId: null });
      expect(erased.counts).toMatchObject({ ...made, exports: 1, imports: 1 });
      expect(await installation.store.task(run.taskId)).toMatchObject({ state: 'completed' });
    },
    SLOW_MS,
  );

  it('leaves ids in the change log only, in order and complete, with a pseudonym', async () => {
    const { store } = installation;
    const ownerId = newOwner();
    await installation.furnish(ownerId);
    const [conversation] = await store.rows('SELECT id FROM conversations LIMIT 1');
    const ids = await idsOf(store, String(conversation?.['id']));
    const eventsOf = () =>
      store.rows('SELECT sequence, type, task_id, created_at FROM events ORDER BY sequence');
    const before = await eventsOf();
    const { run, id } = await installation.request(ownerId);
    await installation.round(run);
    for (const each of ids)
      expect([each, await installation.placesOf(each)]).toEqual([each, ['events']]);
    const after = await eventsOf();
    expect(after.slice(0, before.length)).toEqual(before);
    const { pseudonym } = await store.repositories.erasures.find(id);
    const owners = await store.rows('SELECT DISTINCT owner_id FROM events ORDER BY 1');
    expect(owners.map((row) => String(row['owner_id']))).toEqual([pseudonym, 'installation']);
  });

  it('leaves what others have as it was, bytes that both have included', async () => {
    const { store, exporting } = installation;
    const [gone, kept] = [newOwner(), newOwner()];
    await installation.furnish(kept);
    const { hashes } = await installation.furnish(gone);
    const [shared = ''] = hashes;
    await store.rows(
      `UPDATE clips SET sha256 = $1 WHERE id = (SELECT max(clips.id) FROM clips
         JOIN conversations ON conversations.id = conversation_id WHERE owner_id = $2)`,
      [shared, kept],
    );
    const theirs = async () =>
      [...(await installation.dump())].map(([table, rows]) => [
        table,
        rows.filter((row) => row.includes(kept)),
      ]);
    const before = await theirs();
    const { run } = await installation.request(gone);
    expect(await installation.round(run)).toBe('done');
    expect(await theirs()).toEqual(before);
    const size = await exporting.blobs.sizeOf(shared);
    expect(size).not.toBeNull();
  });

  it(
    'can be killed after every step, and repeated: the log agrees with the rows all the time',
    async () => {
      const { store } = installation;
      const ownerId = newOwner();
      await installation.furnish(ownerId);
      const { run } = await installation.request(ownerId);
      // Fixtures write some rows without an event.
      const without = await installation.differences();
      let deaths = 0;
      for (let ending = 'killed'; ending !== 'done'; deaths += 1) {
        let left = 2;
        const dies = async <Result>(work: () => Promise<Result>): Promise<Result> => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          return work();
        };
        const eraser = new OwnerEraser(store.database.db);
        const dying = Object.assign(new OwnerEraser(store.database.db), {
          remove: (thing: Parameters<OwnerEraser['remove']>[0]) => dies(() => eraser.remove(thing)),
          removeRest: (each: Parameters<OwnerEraser['removeRest']>[0]) =>
            dies(() => eraser.removeRest(each)),
          renameEvents: (each: Parameters<OwnerEraser['renameEvents']>[0]) =>
            dies(() => eraser.renameEvents(each, 40)),
        });
        const worker = installation.worker({ ownerEraser: dying });
        ending = await installation.round(run, worker).catch((error: unknown) => {
          if (left > 0) throw error;
          return 'killed';
        });
        expect(without).toEqual(expect.arrayContaining([...(await installation.differences())]));
      }
      expect(await installation.differences()).toEqual([]);
      expect(deaths).toBeGreaterThan(5);
      expect(await installation.placesOf(ownerId)).toEqual([]);
    },
    SLOW_MS,
  );

  it('refuses what the owner adds meanwhile, and takes it after that', async () => {
    const { store } = installation;
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const { run } = await installation.request(ownerId);
    const refused = { code: 'owner_being_erased' };
    await expect(store.newConversation(ownerId)).rejects.toMatchObject(refused);
    const { exchanges } = store.repositories;
    await expect(exchanges.add(anExchange(id), null)).rejects.toMatchObject(refused);
    await store.newConversation(newOwner());
    await installation.round(run);
    const later = await store.newConversation(ownerId);
    await exchanges.add(anExchange(later), null);
    expect(await installation.differences()).toEqual([]);
    const again = await installation.request(ownerId);
    expect(again.run.taskId).not.toBe(run.taskId);
    expect(await installation.round(again.run)).toBe('done');
    expect(await installation.placesOf(later)).toEqual(['events']);
  });

  it('takes with it whatever was accepted before it, however many were just adding', async () => {
    const { store } = installation;
    const ownerId = newOwner();
    const adding = Array.from({ length: 20 }, () => store.newConversation(ownerId));
    const { run } = await installation.request(ownerId);
    const more = Array.from({ length: 20 }, () => store.newConversation(ownerId));
    await Promise.allSettled([...adding, ...more]);
    expect(await installation.round(run)).toBe('done');
    expect(await installation.placesOf(ownerId)).toEqual([]);
  });

  it('takes what is requested meanwhile into its task, and joins what is open', async () => {
    const [one, other] = [newOwner(), newOwner()];
    for (const owner of [one, other]) await installation.store.newConversation(owner);
    const first = await installation.request(one);
    const second = await installation.request(other);
    expect(second.run).toEqual(first.run);
    expect(await installation.request(one)).toEqual(first);
    expect(await installation.round(first.run)).toBe('done');
    for (const owner of [one, other]) expect(await installation.placesOf(owner)).toEqual([]);
  });

  it('notes a hash next to the backups, and no name', async () => {
    const ownerId = newOwner();
    const { run, id } = await installation.request(ownerId);
    await installation.round(run);
    const [tombstone] = await new TombstoneList(installation.place).read(ALL);
    const [kept] = await installation.store.repositories.erasures.kept();
    expect(tombstone).toEqual({
      ...{ id, pseudonym: kept?.pseudonym, ownerHash: kept?.ownerHash, salt: kept?.salt },
      requestedAt: kept?.requestedAt,
    });
  });

  it('waits for a backup before it removes bytes, and for a snapshot before it ends', async () => {
    const { store } = installation;
    const ownerId = newOwner();
    const { hashes } = await installation.furnish(ownerId);
    const { installationTasks, tasks } = store.repositories;
    const backup = await installationTasks.request('backup', {}, null);
    const { run } = await installation.request(ownerId);
    expect(await installation.round(run)).toBe('waits');
    expect(await installation.exporting.blobs.sizeOf(hashes[0] ?? '')).not.toBeNull();
    await tasks.requestCancel(backup.id);
    const snapshot = await installationTasks.request('snapshot', {}, null);
    expect(await installation.round(run)).toBe('waits');
    await tasks.requestCancel(snapshot.id);
    expect(await installation.round(run)).toBe('done');
  });

  it('goes on when somebody wants to cancel it, and is resumed when its run is gone', async () => {
    const { erasures, tasks } = installation.store.repositories;
    const { run, id } = await installation.request(newOwner());
    const refused = { code: 'task_not_cancellable' };
    await expect(tasks.requestCancel(run.taskId)).rejects.toMatchObject(refused);
    expect((await tasks.cancelAll({})).cancelled).not.toContain(run.taskId);
    await tasks.end(run, { state: 'cancelled' });
    expect(await erasures.find(id)).toMatchObject({ state: 'stopped' });
    await erasures.resume();
    expect(await erasures.find(id)).toMatchObject({ state: 'running' });
  });

  it('is not one of the installation, and none begins while a restore is open', async () => {
    const { erasures, installationTasks } = installation.store.repositories;
    const refused = { code: 'owner_not_erasable' };
    await expect(erasures.request('installation')).rejects.toMatchObject(refused);
    const settings = { backupId: 'bkp_1' };
    const open = await installationTasks.request('restore', { settings }, null);
    const busy = { code: 'installation_busy' };
    await expect(erasures.request(newOwner())).rejects.toMatchObject(busy);
    await installation.store.repositories.tasks.requestCancel(open.id);
    await erasures.request(newOwner());
    await expect(installationTasks.request('restore', { settings }, null)).rejects.toMatchObject(
      busy,
    );
  });
});

/** How much the change log says that was made of some kinds. */
async function madeOf(store: TestStore) {
  const of = (type: string) => store.count('events', 'type = $1', [type]);
  return {
    conversations: await of('conversation_created'),
    clips: await of('clip_received'),
    memories: await of('memory_written'),
    projects: await of('project_created'),
    documents: await of('document_added'),
    reports: await of('report_written'),
  };
}
