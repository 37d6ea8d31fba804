import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashedId } from '../database/ids.ts';
import { aFact, aReading, newProject, newReport } from '../projects.fixture.ts';
import { anExchange, runOf, TestStore } from '../store.fixture.ts';

const SOON = new Date(Date.now() + 60_000);

describe('the facts of an exchange', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const remove = (id: string, permanently = false) =>
    store.repositories.bin.delete({ kind: 'exchange', id }, permanently);
  const restore = (id: string) => store.repositories.bin.restore({ kind: 'exchange', id });
  const purge = (id: string) => store.repositories.binPurge.purge(id, SOON);

  /** A conversation of two exchanges in a project, each with a fact, and a report of both. */
  async function reported() {
    const { id: projectId, ownerId } = await newProject(store);
    const given = { ownerId, title: 'Costs', tags: [], projectId };
    const { id } = await store.repositories.conversations.create(given, null);
    const exchanges = [];
    for (const text of ['Cables cost 300.', 'The hall costs 900.']) {
      exchanges.push(await store.repositories.exchanges.add(anExchange(id, text), null));
    }
    await read(projectId, id, exchanges);
    return { projectId, id, exchanges, reportId: await newReport(store, projectId) };
  }

  type Exchanges = Awaited<ReturnType<typeof store.repositories.exchanges.add>>[];

  /** An agent reads the conversation as it was at a revision, or as it is. */
  async function read(projectId: string, id: string, said: Exchanges, revision?: number) {
    const now = (await store.repositories.conversations.find(id))?.revision ?? 0;
    const facts = said.map((exchange, position) => {
      const factId = hashedId('fact', `${projectId} ${exchange.id}`);
      return aFact(id, { id: factId, position }, exchange.turnIds[0]);
    });
    const reading = aReading(projectId, id, { facts, revision: revision ?? now });
    await store.repositories.reportRuns.keepReading(reading);
  }

  const factsOf = async (projectId: string) =>
    (await store.repositories.facts.list(projectId, { limit: 10 })).items.map(({ id }) => id);
  const wanted = async (projectId: string) =>
    Number(
      (
        await store.rows('SELECT wanted FROM project_agents WHERE project_id = $1', [projectId])
      )[0]?.['wanted'],
    );
  const decidedOf = (projectId: string) =>
    store.count('fact_decisions', 'project_id = $1', [projectId]);

  it('leave the project, which is read and reported again, both times', async () => {
    const { projectId, id, exchanges } = await reported();
    const [first] = exchanges;
    const before = await wanted(projectId);
    await remove(first?.id ?? '');
    expect(await factsOf(projectId)).toEqual([]);
    expect(await wanted(projectId)).toBe(before + 1);
    await read(projectId, id, exchanges.slice(1));
    expect(await factsOf(projectId)).toHaveLength(1);
    await restore(first?.id ?? '');
    expect(await wanted(projectId)).toBe(before + 2);
    const unread = { projectId, agent: 'financial', reader: 'reader-1', since: SOON };
    expect(await store.repositories.reportRuns.countUnread(unread)).toBe(1);
  });

  it('are not stored by an agent that had begun to read before', async () => {
    const { projectId, id, exchanges } = await reported();
    const revision = (await store.repositories.conversations.find(id))?.revision;
    await remove(exchanges[0]?.id ?? '');
    await read(projectId, id, exchanges, revision);
    expect(await factsOf(projectId)).toEqual([]);
  });

  it('leave no answers of an agent that had begun to read before, when it has ended', async () => {
    const { projectId, id, exchanges } = await reported();
    const { answers, reportRequests, reportRuns, tasks } = store.repositories;
    const { task } = await reportRequests.request(projectId, { agent: 'financial' }, null);
    await reportRuns.start(runOf(task), 'run-1');
    const saved = (key: string) => store.count('engine_answers', 'key = $1', [`${key} ${id}`]);
    await remove(exchanges[0]?.id ?? '', true);
    await purge(exchanges[0]?.id ?? '');
    await answers.save({ key: `late ${id}`, engine: 'costly', answer: {} }, id);
    await answers.removeUnused(SOON);
    expect(await saved('late')).toBe(1);
    await tasks.end(runOf(task), { state: 'cancelled' });
    await answers.save({ key: `later ${id}`, engine: 'costly', answer: {} }, id);
    await answers.removeUnused(SOON);
    expect([await saved('late'), await saved('later')]).toEqual([0, 1]);
  });

  it('are purged with the reports that state them and with what people decided', async () => {
    const { projectId, id, exchanges, reportId } = await reported();
    const { facts, reports } = store.repositories;
    for (const factId of await factsOf(projectId)) {
      await facts.decide(projectId, factId, { kind: 'confirmed' });
    }
    const [first] = exchanges;
    await remove(first?.id ?? '');
    expect((await reports.latest(projectId, 'financial'))?.id).toBe(reportId);
    await read(projectId, id, exchanges.slice(1));
    const later = await newReport(store, projectId);
    expect(await purge(first?.id ?? '')).toBe(true);
    expect((await reports.latest(projectId, 'financial'))?.id).toBe(later);
    expect(await store.count('reports', 'project_id = $1', [projectId])).toBe(1);
    expect(await decidedOf(projectId)).toBe(1);
    expect(await factsOf(projectId)).toHaveLength(1);
  });

  it('leave no decisions when all is deleted before it was read again', async () => {
    const { projectId, exchanges } = await reported();
    for (const factId of await factsOf(projectId)) {
      await store.repositories.facts.decide(projectId, factId, { kind: 'rejected' });
    }
    for (const { id } of exchanges) await remove(id);
    for (const { id } of exchanges) {
      expect(await purge(id)).toBe(true);
    }
    expect(await decidedOf(projectId)).toBe(0);
  });

  it('leave no decisions in a project that is in the bin', async () => {
    const { projectId, exchanges } = await reported();
    const [factId = ''] = await factsOf(projectId);
    await store.repositories.facts.decide(projectId, factId, { kind: 'confirmed' });
    const ofProject = { kind: 'project', id: projectId } as const;
    await store.repositories.bin.delete(ofProject);
    for (const { id } of exchanges) await remove(id);
    for (const { id } of exchanges) await purge(id);
    await store.repositories.bin.restore(ofProject);
    expect(await decidedOf(projectId)).toBe(0);
  });

  it('have their decisions again when they come back', async () => {
    const { projectId, id, exchanges } = await reported();
    const [factId = ''] = await factsOf(projectId);
    await store.repositories.facts.decide(projectId, factId, { kind: 'confirmed' });
    await remove(exchanges[0]?.id ?? '');
    await restore(exchanges[0]?.id ?? '');
    await read(projectId, id, exchanges);
    expect(await store.repositories.facts.find(projectId, factId)).toMatchObject({
      decision: { kind: 'confirmed' },
    });
  });

  it('do not come back with a project that was in the bin meanwhile', async () => {
    const { projectId, exchanges, reportId } = await reported();
    const ofProject = { kind: 'project', id: projectId } as const;
    await store.repositories.bin.delete(ofProject);
    await remove(exchanges[0]?.id ?? '');
    await store.repositories.bin.restore(ofProject);
    expect(await factsOf(projectId)).toEqual([]);
    await store.repositories.bin.delete(ofProject);
    expect(await purge(exchanges[0]?.id ?? '')).toBe(true);
    expect(await store.count('bin_rows', `row->>'id' = $1`, [reportId])).toBe(0);
    await store.repositories.bin.restore(ofProject);
    expect(await store.repositories.reports.latest(projectId, 'financial')).toBeNull();
  });
});
