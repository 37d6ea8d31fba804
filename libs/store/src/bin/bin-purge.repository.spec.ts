import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReading, aReportedConversation, newProject } from '../projects.fixture.ts';
import { aClip, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { aFullConversation, idsOf, rowsNaming, tablesOf } from '../bin.fixture.ts';

/** A time before which nothing was deleted, and one before which everything was. */
const NEVER = new Date(0);
const SOON = new Date(Date.now() + 60_000);

describe('what is purged from the bin', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const remove = async (id: string, permanently = false) =>
    store.repositories.bin.delete({ kind: 'conversation', id }, permanently);
  const purge = (id: string, before = SOON) => store.repositories.binPurge.purge(id, before);
  const cleanUps = () => store.count('tasks', `type = 'clean_up' AND ended_at IS NULL`);

  it('is gone with all its rows, and leaves what others have', async () => {
    const ownerId = newOwner();
    const kept = await aFullConversation(store, ownerId);
    const id = await aFullConversation(store, ownerId);
    const ids = await idsOf(store, id);
    const keptRows = await rowsNaming(store, [kept]);
    await remove(id);
    await store.deliverAll();
    expect(await purge(id)).toBe(true);
    for (const table of await tablesOf(store)) {
      if (['events', 'idempotency_keys'].includes(table)) continue;
      const named = `EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(t::text, id) > 0)`;
      const rows = await store.count(`${table} t`, named, [ids]);
      // The results of its recordings go with their bytes.
      expect([table, table === 'chunk_results' ? 0 : rows]).toEqual([table, 0]);
    }
    expect(await rowsNaming(store, [kept])).toEqual(keptRows);
    expect(await purge(id)).toBe(false);
    await expect(
      store.repositories.bin.restore({ kind: 'conversation', id }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is in the change log, without words', async () => {
    const id = await store.newConversation();
    await remove(id);
    await purge(id);
    const events = await store.rows(
      `SELECT type, data FROM events WHERE conversation_id = $1 ORDER BY sequence`,
      [id],
    );
    expect(events.at(-1)).toEqual({ type: 'conversation_purged', data: {} });
  });

  it('was deleted long enough ago, or for good', async () => {
    const [old, permanent] = [await store.newConversation(), await store.newConversation()];
    await remove(old);
    await remove(permanent, true);
    const { binPurge } = store.repositories;
    expect(await binPurge.due(NEVER, 10)).toEqual([permanent]);
    expect(await binPurge.countDue(NEVER)).toBe(1);
    expect(await binPurge.due(SOON, 10)).toEqual([old, permanent]);
    expect(await purge(old, NEVER)).toBe(false);
    expect(await purge(permanent, NEVER)).toBe(true);
    expect(await purge(old)).toBe(true);
  });

  it('cannot be seen or restored when it was deleted for good', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const { bin } = store.repositories;
    await remove(id);
    await remove(id, true);
    expect((await bin.list({ ownerId, limit: 5 })).items).toEqual([]);
    await expect(bin.restore({ kind: 'conversation', id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(remove(id, true)).rejects.toMatchObject({ code: 'not_found' });
    expect(await cleanUps()).toBe(1);
    await purge(id);
  });

  it('is either restored or purged, whoever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await aFullConversation(store, newOwner());
      await remove(id);
      const [restored, purged] = await Promise.allSettled([
        store.repositories.bin.restore({ kind: 'conversation', id }),
        purge(id),
      ]);
      const isBack = (await store.repositories.conversations.find(id)) !== null;
      expect(restored.status).toBe(isBack ? 'fulfilled' : 'rejected');
      expect(purged).toEqual({ status: 'fulfilled', value: !isBack });
      expect(await store.count('bin_rows', 'item_id = $1', [id])).toBe(0);
    }
  });

  it('keeps its task open until nothing is left, also what was asked for meanwhile', async () => {
    const { binPurge, installationTasks, installationRuns, unusedBlobs } = store.repositories;
    const task = await installationTasks.request('clean_up', {}, null);
    const run = runOf(task);
    await installationRuns.start(run, 'run-1');
    const first = await store.newConversation();
    await store.repositories.clips.acceptClip(aClip(first, 'c'.repeat(64)), null);
    await remove(first, true);
    expect(await cleanUps()).toBe(1);
    expect(await binPurge.complete(run, NEVER)).toBe(false);
    await purge(first, NEVER);
    expect(await binPurge.complete(run, NEVER)).toBe(false);
    while ((await unusedBlobs.count()) > 0) {
      await unusedBlobs.remove(10, () => Promise.resolve());
    }
    expect(await binPurge.complete(run, NEVER)).toBe(true);
    expect(await store.task(task.id)).toMatchObject({ state: 'completed' });
    expect(await binPurge.complete(run, NEVER)).toBe(true);
  });

  it('goes with the reports that were computed from it, and with what people decided', async () => {
    const { facts, reports } = store.repositories;
    const { id, projectId, reportId } = await aReportedConversation(store);
    const [fact] = (await facts.list(projectId, { limit: 1 })).items;
    await facts.decide(projectId, fact?.id ?? '', { kind: 'confirmed' });
    await remove(id);
    expect((await reports.latest(projectId, 'financial'))?.id).toBe(reportId);
    await purge(id);
    expect(await reports.latest(projectId, 'financial')).toBeNull();
    for (const table of ['fact_decisions', 'report_sources']) {
      expect(await store.count(table, 'source_id = $1', [id])).toBe(0);
    }
    const removed = `type = 'report_removed' AND data->>'reportId' = $1`;
    expect(await store.count('events', removed, [reportId])).toBe(1);
  });

  it('takes nothing back from a report that was reading it', async () => {
    const { reportRuns, conversations } = store.repositories;
    const project = await newProject(store);
    const given = { ownerId: 'ada', title: 'Costs', tags: [], projectId: project.id };
    const { id } = await conversations.create(given, null);
    await store.repositories.exchanges.add(anExchange(id), null);
    await remove(id);
    await purge(id);
    await reportRuns.keepReading(aReading(project.id, id));
    expect(await store.count('facts', 'source_id = $1', [id])).toBe(0);
  });
});
