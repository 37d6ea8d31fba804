import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashedId } from '../database/ids.ts';
import {
  aDocument,
  aFact,
  aReading,
  newProject,
  newReport,
  takenOfProject,
} from '../projects.fixture.ts';
import { newOwner, runOf, TestStore } from '../store.fixture.ts';
import { rowsNaming } from '../bin.fixture.ts';

const SOON = new Date(Date.now() + 60_000);
const CONTENT = {
  format: 'csv',
  warnings: [],
  parts: [{ place: { row: 2 }, text: 'Cables 300', cells: null }],
} as const;

describe('a deleted document', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const ofDocument = (id: string) => ({ kind: 'document', id }) as const;
  const remove = (id: string, permanently = false) =>
    store.repositories.bin.delete(ofDocument(id), permanently);
  const restore = (id: string) => store.repositories.bin.restore(ofDocument(id));
  const wanted = (projectId: string) =>
    store.rows('SELECT wanted, covered FROM project_agents WHERE project_id = $1', [projectId]);

  async function added(ownerId = newOwner()) {
    const { id: projectId } = await newProject(store, { ownerId });
    const { documents } = store.repositories;
    const { id } = await documents.add(aDocument(projectId), null, () => Promise.resolve());
    return { id, projectId, ownerId };
  }

  /** A document that was read, and a report that was computed from a fact of it. */
  async function reported() {
    const made = await added();
    const { id, projectId } = made;
    const { documentReading, reportRuns } = store.repositories;
    const reading = runOf(await takenOfProject(store, projectId, 'document_reading'));
    const document = await documentReading.start(reading, 'run-1');
    if (document) await documentReading.complete(reading, document, CONTENT);
    const facts = [aFact(id, { id: hashedId('fact', id) })];
    await reportRuns.keepReading(aReading(projectId, id, { facts, revision: 0 }));
    const reportId = await newReport(store, projectId);
    await store.deliverAll();
    return { ...made, factId: facts[0]?.id ?? '', reportId, reading };
  }

  it('leaves every table with its parts and its reading, and comes back as it was', async () => {
    const { id, projectId, ownerId, reading, factId } = await reported();
    const ids = [id, reading.taskId];
    // What was read of it is read again, and reports are made again.
    const { facts, read_sources: sources, ...before } = await rowsNaming(store, ids);
    expect([facts, sources]).toEqual([[expect.any(String)], [expect.any(String)]]);
    expect(Object.keys(before)).toEqual(['document_parts', 'documents', 'tasks']);
    await remove(id);
    expect(await rowsNaming(store, ids)).toEqual({});
    expect(await store.count('facts', 'id = $1', [factId])).toBe(0);
    const { items } = await store.repositories.bin.list({ ownerId, limit: 5 });
    expect(items).toMatchObject([
      { kind: 'document', id, belongsTo: projectId, title: 'budget.csv' },
    ]);
    await restore(id);
    expect(await rowsNaming(store, ids)).toEqual(before);
    expect((await store.repositories.bin.list({ ownerId, limit: 5 })).items).toEqual([]);
  });

  it('makes reports out of date that were computed from it, and so does its restore', async () => {
    const { id, projectId } = await reported();
    const { reports, projects } = store.repositories;
    const isCurrent = async () => (await reports.latest(projectId, 'financial'))?.current;
    expect(await isCurrent()).toBe(true);
    await remove(id);
    expect(await isCurrent()).toBe(false);
    expect(await wanted(projectId)).toEqual([{ wanted: 1, covered: 0 }]);
    expect(await projects.find(projectId)).toMatchObject({ documentCount: 0 });
    await restore(id);
    expect(await wanted(projectId)).toEqual([{ wanted: 2, covered: 0 }]);
    expect(await store.count('work_signals', 'entity_id = $1', [projectId])).toBeGreaterThan(0);
  });

  it('is not read any more, and is read to the end after a restore', async () => {
    const { id, projectId } = await added();
    const { documentReading, tasks, outbox } = store.repositories;
    const task = await takenOfProject(store, projectId, 'document_reading');
    await documentReading.start(runOf(task), 'run-1');
    await store.deliverAll();
    await remove(id);
    const told: unknown[] = [];
    await outbox.dispatch(100, ({ kind, task: { id, state } }) => {
      told.push({ kind, id, state });
      return Promise.resolve('delivered');
    });
    expect(told).toEqual([{ kind: 'cancel', id: task.id, state: 'cancelled' }]);
    expect(await tasks.find(task.id)).toBeNull();
    expect(await documentReading.start(runOf(task), 'run-1')).toBeNull();
    await restore(id);
    const again = await takenOfProject(store, projectId, 'document_reading');
    expect(again).toMatchObject({ id: task.id, attempt: 2 });
    expect(await documentReading.start(runOf(again), 'run-2')).toMatchObject({ id });
  });

  it('takes back nothing from a report that was reading it', async () => {
    const { id, projectId } = await added();
    await remove(id);
    const facts = [aFact(id, { id: hashedId('fact', id) })];
    await store.repositories.reportRuns.keepReading(aReading(projectId, id, { facts }));
    expect(await store.count('facts', 'source_id = $1', [id])).toBe(0);
  });

  it('is one of its project only, and of no other', async () => {
    const { id, projectId } = await added();
    const { id: other } = await newProject(store);
    const { bin } = store.repositories;
    const elsewhere = { ...ofDocument(id), within: other };
    const refused = { code: 'not_found' };
    await expect(bin.delete(elsewhere)).rejects.toMatchObject(refused);
    await expect(bin.delete(elsewhere, true)).rejects.toMatchObject(refused);
    await bin.delete({ ...ofDocument(id), within: projectId });
    await expect(bin.restore(elsewhere)).rejects.toMatchObject(refused);
    await expect(bin.delete(elsewhere, true)).rejects.toMatchObject(refused);
    await bin.restore({ ...ofDocument(id), within: projectId });
    await expect(bin.restore(ofDocument(id))).rejects.toMatchObject(refused);
  });

  it('is purged with its bytes, its answers, and the reports that state its facts', async () => {
    const { id, projectId, reportId, factId } = await reported();
    const { answers, binPurge, facts, reports } = store.repositories;
    await facts.decide(projectId, factId, { kind: 'confirmed' });
    await answers.save({ key: `answer of ${id}`, engine: 'costly', answer: {} }, id);
    await remove(id);
    await answers.removeUnused(SOON);
    expect(await store.count('engine_answers', 'key = $1', [`answer of ${id}`])).toBe(1);
    expect((await reports.latest(projectId, 'financial'))?.id).toBe(reportId);
    expect(await binPurge.purge(id, SOON)).toBe(true);
    expect(await reports.latest(projectId, 'financial')).toBeNull();
    for (const table of ['fact_decisions', 'report_sources']) {
      expect(await store.count(table, 'source_id = $1', [id])).toBe(0);
    }
    expect(await store.count('engine_answers', 'key = $1', [`answer of ${id}`])).toBe(0);
    expect(await store.count('unused_blobs', 'sha256 = $1', ['d'.repeat(64)])).toBe(1);
    expect(await store.count('bin_rows', 'item_id = $1', [id])).toBe(0);
    await expect(restore(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('goes into the bin once, whoever asks at the same time', async () => {
    const { id } = await added();
    const ends = await Promise.allSettled([1, 2, 3].map(() => remove(id)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const restores = await Promise.allSettled([1, 2].map(() => restore(id)));
    expect(restores.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
