import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { DiskBlobStore, type TaskRecord } from '#store';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { aClip, newOwner, runOf, TestStore } from '../../../store/src/store.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import type { CleanUpDependencies } from './clean-up-dependencies.ts';
import { cleanUp } from './clean-up.handler.ts';
import { DueCleanUp } from './due-clean-up.ts';

const logger = pino({ level: 'silent' });
const KEPT_MS = 60_000;

/** What a worker says that was killed at this moment. */
class Killed extends Error {}

describe('the clean-up', () => {
  let store: TestStore;
  let folder: string;
  let blobs: DiskBlobStore;
  beforeEach(async () => {
    store = await TestStore.open();
    folder = await temporaryFolder('clean-up');
    blobs = new DiskBlobStore(folder);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const environment = () => {
    const { retries, tasks } = store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors);
  };
  const activities = (given: Partial<CleanUpDependencies> = {}) =>
    cleanUp.create({ ...store.repositories, blobs, binKeptMs: KEPT_MS, ...given });
  const purge = (task: TaskRecord, all = activities()) =>
    environment().run(() => all.purgeBin(runOf(task)));
  const remove = (task: TaskRecord, all = activities()) =>
    environment().run(() => all.removeUnused(runOf(task)));
  const request = () => store.repositories.installationTasks.request('clean_up', {}, null);

  /** A conversation with recordings, each of which is there once. @returns their hashes */
  async function recorded(count = 1) {
    const id = await store.newConversation(newOwner());
    const hashes = [];
    for (let made = 0; made < count; made += 1) hashes.push(await record(id, randomBytes(100)));
    return { id, hashes };
  }
  async function record(conversationId: string, bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const staged = await blobs.stage(Readable.from([bytes]), bytes.length);
    const clip = aClip(conversationId, sha256);
    await store.repositories.clips.acceptClip(clip, null, () => staged.keep());
    return sha256;
  }
  const deleteAll = async (ids: readonly string[], permanently = true) => {
    for (const id of ids)
      await store.repositories.bin.delete({ kind: 'conversation', id }, permanently);
  };
  const areThere = (hashes: readonly string[]) =>
    Promise.all(hashes.map(async (sha256) => (await blobs.sizeOf(sha256)) !== null));
  const purgedEvents = () => store.count('events', `type = 'conversation_purged'`);

  it('is patient: after each item it leaves the database alone for as long as that has taken', async () => {
    const ids = ['cnv_1', 'cnv_2', 'cnv_3', 'cnv_4'];
    const workMs = 20;
    const times: { readonly from: number; readonly to: number }[] = [];
    const binPurge = {
      ...{ countDue: () => Promise.resolve(4), complete: () => Promise.resolve(true) },
      due: () => Promise.resolve(ids.splice(0, 2)),
      purge: async () => {
        const from = performance.now();
        await new Promise((resolve) => setTimeout(resolve, workMs));
        times.push({ from, to: performance.now() });
        return true;
      },
    };
    const all = activities({
      binPurge: Object.assign(Object.create(store.repositories.binPurge), binPurge),
    });
    await purge(await request(), all);
    expect(times).toHaveLength(4);
    for (const [index, { from, to }] of times.slice(0, -1).entries()) {
      // Timers are early by up to a millisecond.
      expect((times[index + 1]?.from ?? 0) - to).toBeGreaterThan(to - from - 2);
    }
  });

  it('removes what was deleted for good with its recordings, and nothing else', async () => {
    const [gone, binned, kept] = [await recorded(2), await recorded(), await recorded()];
    await deleteAll([gone.id]);
    await deleteAll([binned.id], false);
    const task = await request();
    expect(await purge(task)).toEqual({ kind: 'done', items: 1 });
    expect(await store.task(task.id)).toMatchObject({ state: 'running', done: 1, total: 1 });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(gone.hashes)).toEqual([false, false]);
    expect(await areThere([...binned.hashes, ...kept.hashes])).toEqual([true, true]);
    expect(await store.task(task.id)).toMatchObject({ state: 'completed', step: 'remove' });
    await store.repositories.bin.restore({ kind: 'conversation', id: binned.id });
  });

  it('removes what was deleted longer ago than it is kept', async () => {
    const { id, hashes } = await recorded();
    await deleteAll([id], false);
    const task = await request();
    expect(await purge(task)).toEqual({ kind: 'done', items: 0 });
    await store.rows(`UPDATE bin_items SET deleted_at = now() - interval '61 seconds'`);
    expect(await purge(task)).toEqual({ kind: 'done', items: 1 });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(hashes)).toEqual([false]);
  });

  it('is requested by housekeeping, when there is something to remove', async () => {
    const due = new DueCleanUp(store.repositories, KEPT_MS);
    const open = () => store.repositories.installationTasks.findOpen('clean_up');
    const { id } = await recorded();
    await deleteAll([id], false);
    await due.requestIfDue();
    expect(await open()).toBeNull();
    await store.rows(`UPDATE bin_items SET deleted_at = now() - interval '61 seconds'`);
    await due.requestIfDue();
    expect(await open()).toMatchObject({ type: 'clean_up', priority: 'batch' });
  });

  it.each([0, 1, 2, 3])('goes on where it was killed, after %i items', async (items) => {
    const all = await Promise.all(Array.from({ length: 3 }, () => recorded()));
    await deleteAll(all.map(({ id }) => id));
    const task = await request();
    const { binPurge } = store.repositories;
    let purged = 0;
    const dying = Object.assign(Object.create(binPurge), {
      purge: (...given: Parameters<typeof binPurge.purge>) => {
        if (purged === items) throw new Killed();
        purged += 1;
        return binPurge.purge(...given);
      },
    });
    const killed = purge(task, activities({ binPurge: dying })).catch((error: unknown) => error);
    if (items < 3) expect(await killed).toBeInstanceOf(Error);
    else expect(await killed).toEqual({ kind: 'done', items });
    expect(await purge(task)).toEqual({ kind: 'done', items: 3 - items });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(all.flatMap(({ hashes }) => hashes))).toEqual([false, false, false]);
    expect(await purgedEvents()).toBe(3);
  });

  it.each(['before', 'after'])('goes on when it was killed %s it removed bytes', async (moment) => {
    const { id, hashes } = await recorded(3);
    await deleteAll([id]);
    const task = await request();
    await purge(task);
    let removed = 0;
    const dying = Object.assign(Object.create(blobs), {
      remove: async (sha256: string) => {
        removed += 1;
        if (removed === 2 && moment === 'before') throw new Killed();
        await blobs.remove(sha256);
        if (removed === 2) throw new Killed();
      },
    });
    await expect(remove(task, activities({ blobs: dying }))).rejects.toThrow();
    expect(await store.task(task.id)).toMatchObject({ state: 'running' });
    expect(await store.repositories.unusedBlobs.count()).toBe(3);
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(hashes)).toEqual([false, false, false]);
  });

  it('goes on when the database ends its connection in the middle of an item', async () => {
    const { id, hashes } = await recorded();
    await deleteAll([id]);
    const task = await request();
    const holder = await store.database.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM bin_rows WHERE item_id = $1 FOR UPDATE', [id]);
    const failing = purge(task).catch((error: unknown) => error);
    await endBlocked();
    await holder.query('ROLLBACK');
    holder.release();
    expect(await failing).toBeInstanceOf(Error);
    expect(await store.count('bin_items', 'id = $1', [id])).toBe(1);
    expect(await purge(task)).toEqual({ kind: 'done', items: 1 });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(hashes)).toEqual([false]);
  });

  /** Ends the session that waits for a lock, as when its process is killed. */
  async function endBlocked(): Promise<void> {
    for (;;) {
      const ended = await store.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (ended.length > 0) return;
    }
  }

  it('stops between two items when it is cancelled, and what is left stays due', async () => {
    const all = await Promise.all(Array.from({ length: 3 }, () => recorded()));
    await deleteAll(all.map(({ id }) => id));
    const task = await request();
    const { binPurge } = store.repositories;
    const cancelled = environment();
    const slow = Object.assign(Object.create(binPurge), {
      purge: async (...given: Parameters<typeof binPurge.purge>) => {
        const isPurged = await binPurge.purge(...given);
        cancelled.cancel();
        return isPurged;
      },
    });
    const { purgeBin } = activities({ binPurge: slow });
    await expect(cancelled.run(() => purgeBin(runOf(task)))).rejects.toThrow();
    expect(await binPurge.countDue(new Date(0))).toBe(2);
  });

  it('waits with recordings as long as a backup is made, and goes on after that', async () => {
    const { id, hashes } = await recorded();
    await deleteAll([id]);
    const task = await request();
    const backup = await store.repositories.installationTasks.request('backup', {}, null);
    await purge(task);
    expect(await remove(task)).toEqual({ kind: 'waits' });
    expect(await areThere(hashes)).toEqual([true]);
    await store.repositories.tasks.end(runOf(backup), { state: 'cancelled' });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere(hashes)).toEqual([false]);
  });

  it('goes round again for what was deleted meanwhile', async () => {
    const [first, second] = [await recorded(), await recorded()];
    await deleteAll([first.id]);
    const task = await request();
    await purge(task);
    await deleteAll([second.id]);
    expect(await remove(task)).toEqual({ kind: 'again' });
    expect(await purge(task)).toEqual({ kind: 'done', items: 1 });
    expect(await remove(task)).toEqual({ kind: 'done' });
    expect(await areThere([...first.hashes, ...second.hashes])).toEqual([false, false]);
    expect(await purge(task)).toEqual({ kind: 'skip' });
  });

  it('keeps bytes that are uploaded again while it removes them', async () => {
    const bytes = randomBytes(200);
    const gone = await store.newConversation();
    const sha256 = await record(gone, bytes);
    await deleteAll([gone]);
    const task = await request();
    await purge(task);
    const again = await store.newConversation();
    const uploads: Promise<string>[] = [];
    const watched = Object.assign(Object.create(blobs), {
      remove: async (each: string) => {
        uploads.push(record(again, bytes));
        await blobs.remove(each);
      },
    });
    expect(await remove(task, activities({ blobs: watched }))).toEqual({ kind: 'done' });
    expect(await Promise.all(uploads)).toEqual([sha256]);
    expect(await areThere([sha256])).toEqual([true]);
  });
});
