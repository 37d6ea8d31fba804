import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { hashedId } from '../database/ids.ts';
import {
  aDocument,
  aFact,
  aReading,
  newProject,
  newReport,
  takenOfProject,
} from '../projects.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { rowsNaming } from '../bin.fixture.ts';
import { PROJECT_TABLES } from './kinds/project-tables.ts';

const SOON = new Date(Date.now() + 60_000);
const CONTENT = {
  format: 'csv',
  warnings: [],
  parts: [{ place: { row: 2 }, text: 'Cables 300', cells: null }],
} as const;

describe('a deleted project', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const ofProject = (id: string) => ({ kind: 'project', id }) as const;
  const ofConversation = (id: string) => ({ kind: 'conversation', id }) as const;
  const remove = (id: string, permanently = false) =>
    store.repositories.bin.delete(ofProject(id), permanently);
  const restore = (id: string) => store.repositories.bin.restore(ofProject(id));
  const projectOf = async (id: string) =>
    (await store.repositories.conversations.find(id))?.projectId;
  const binned = async (ownerId: string) =>
    (await store.repositories.bin.list({ ownerId, limit: 50 })).items.map(({ id }) => id);

  async function converse(projectId: string, ownerId: string): Promise<string> {
    const given = { ownerId, title: 'Costs', tags: [], projectId };
    return (await store.repositories.conversations.create(given, null)).id;
  }

  const report = (projectId: string) => newReport(store, projectId);
  const factOf = (sourceId: string) => hashedId('fact', sourceId);
  const read = (projectId: string, sourceId: string) =>
    store.repositories.reportRuns.keepReading(
      aReading(projectId, sourceId, { facts: [aFact(sourceId, { id: factOf(sourceId) })] }),
    );

  /** A project with rows in every table, and no open work. */
  async function aFullProject(ownerId = newOwner()) {
    const { documents, documentReading, facts } = store.repositories;
    const { id } = await newProject(store, { ownerId });
    const conversationId = await converse(id, ownerId);
    const document = await documents.add(aDocument(id), null, () => Promise.resolve());
    const reading = runOf(await takenOfProject(store, id, 'document_reading'));
    await documentReading.start(reading, `run of ${reading.taskId}`);
    await documentReading.complete(reading, document, CONTENT);
    for (const sourceId of [conversationId, document.id]) await read(id, sourceId);
    await facts.decide(id, factOf(conversationId), { kind: 'confirmed' });
    const reportId = await report(id);
    const { retentionRules } = store.repositories;
    await retentionRules.set({ subject: 'audio', ownerId, projectId: id, keptDays: 30 });
    await store.deliverAll();
    return { id, ownerId, conversationId, documentId: document.id, reportId };
  }

  it('knows every table whose rows belong to a project', async () => {
    const rows = await store.rows(`
      SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name IN ('project_id', 'document_id', 'report_id')`);
    const named = rows.map(({ name }) => String(name)).filter((name) => name !== 'conversations');
    expect(PROJECT_TABLES.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  });

  it('leaves every table, and comes back as it was, with its conversations', async () => {
    const kept = await aFullProject();
    const { id, ownerId, conversationId } = await aFullProject();
    const keptRows = await rowsNaming(store, [kept.id]);
    const before = await rowsNaming(store, [id]);
    // The rows of these two name what belongs to the project.
    const within = ['report_sources', 'document_parts'];
    const names = PROJECT_TABLES.map(({ name }) => name).filter((name) => !within.includes(name));
    expect(Object.keys(before)).toEqual(expect.arrayContaining(names));
    const parts = await store.count('document_parts');
    await remove(id);
    expect(await rowsNaming(store, [id])).toEqual({});
    expect(await store.count('document_parts')).toBe(parts - 1);
    expect(await projectOf(conversationId)).toBeNull();
    expect(await binned(ownerId)).toEqual([id]);
    await restore(id);
    const {
      work_signals: signals,
      project_agents: agents,
      ...restored
    } = await rowsNaming(store, [id]);
    const { project_agents: agentsBefore, ...others } = before;
    expect(restored).toEqual(others);
    expect(agents).toEqual(agentsBefore?.map((row) => row.replace('"wanted": 0', '"wanted": 1')));
    expect(signals?.length).toBeGreaterThan(0);
    expect(await store.count('document_parts')).toBe(parts);
    expect(await rowsNaming(store, [kept.id])).toEqual(keptRows);
    expect(await store.count('bin_rows', 'item_id = $1', [id])).toBe(0);
  });

  it('stops its reports and readings, and starts them again after a restore', async () => {
    const { id } = await newProject(store);
    const { documents, documentReading, outbox, reportRequests, reportRuns, tasks } =
      store.repositories;
    await documents.add(aDocument(id), null, () => Promise.resolve());
    const reading = await takenOfProject(store, id, 'document_reading');
    await documentReading.start(runOf(reading), 'run-1');
    const { task } = await reportRequests.request(id, { agent: 'financial' }, null);
    await reportRuns.start(runOf(task), 'run-2');
    await store.deliverAll();
    await remove(id);
    const told: unknown[] = [];
    await outbox.dispatch(100, ({ kind, task: { id, state } }) => {
      told.push({ kind, id, state });
      return Promise.resolve('delivered');
    });
    expect(told).toEqual([
      { kind: 'cancel', id: reading.id, state: 'cancelled' },
      { kind: 'cancel', id: task.id, state: 'cancelled' },
    ]);
    expect(await reportRuns.start(runOf(task), 'run-2')).toBeNull();
    expect(await tasks.find(task.id)).toBeNull();
    await restore(id);
    for (const stopped of [reading, task]) {
      expect(await store.task(stopped.id)).toMatchObject({ state: 'pending', attempt: 2 });
    }
  });

  it('has none of what was deleted, or has joined another project, meanwhile', async () => {
    const { id, ownerId, conversationId } = await aFullProject();
    const moved = await converse(id, ownerId);
    await read(id, moved);
    const { id: other } = await newProject(store, { ownerId });
    const { bin, conversations, reports } = store.repositories;
    await remove(id);
    await conversations.change(moved, { projectId: other });
    await bin.delete(ofConversation(conversationId));
    await restore(id);
    expect(await projectOf(moved)).toBe(other);
    for (const sourceId of [moved, conversationId]) {
      expect(await store.count('facts', 'source_id = $1', [sourceId])).toBe(0);
      expect(await store.count('read_sources', 'source_id = $1', [sourceId])).toBe(0);
    }
    expect((await reports.latest(id, 'financial'))?.current).toBe(false);
  });

  it.each(['project', 'conversation'] as const)(
    'has its conversation again, also when both were deleted, the %s first',
    async (first) => {
      const { bin } = store.repositories;
      const { id, conversationId } = await aFullProject();
      const refs = [ofProject(id), ofConversation(conversationId)];
      const inOrder = first === 'project' ? refs : refs.toReversed();
      for (const back of [inOrder, inOrder.toReversed()]) {
        for (const ref of inOrder) await bin.delete(ref);
        for (const ref of back) await bin.restore(ref);
        expect(await projectOf(conversationId)).toBe(id);
      }
    },
  );

  it('keeps a document in the bin that was there before', async () => {
    const { id, ownerId, documentId } = await aFullProject();
    const { bin, binPurge, documents } = store.repositories;
    const ofDocument = { kind: 'document', id: documentId } as const;
    await bin.delete(ofDocument);
    await remove(id);
    expect(await binned(ownerId)).toEqual([id]);
    await expect(bin.restore(ofDocument)).rejects.toMatchObject({ code: 'not_found' });
    await restore(id);
    expect(await binned(ownerId)).toEqual([documentId]);
    await bin.restore(ofDocument);
    expect(await documents.find(id, documentId)).toMatchObject({ partCount: 1 });
    await bin.delete(ofDocument);
    await remove(id);
    expect(await binPurge.purge(id, SOON)).toBe(true);
    expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
    expect(await store.count('bin_rows', 'item_id IN ($1, $2)', [id, documentId])).toBe(0);
  });

  it.each(['conversation', 'document'] as const)(
    'states nothing of a %s that is purged while it is in the bin',
    async (kind) => {
      const { id, ownerId, conversationId, documentId, reportId } = await aFullProject();
      const { bin, binPurge, reports } = store.repositories;
      const first = await converse(id, ownerId);
      const sourceId = kind === 'conversation' ? conversationId : documentId;
      await bin.delete({ kind, id: sourceId });
      await read(id, first);
      const without = await report(id);
      await remove(id);
      expect(await binPurge.purge(sourceId, SOON)).toBe(true);
      const named = `row::text LIKE '%' || $1 || '%'`;
      expect(await store.count('bin_rows', named, [sourceId])).toBe(0);
      expect(await store.count('bin_rows', named, [factOf(sourceId)])).toBe(0);
      await restore(id);
      expect((await reports.latest(id, 'financial'))?.id).toBe(without);
      expect(await store.count('reports', 'id = $1', [reportId])).toBe(0);
    },
  );

  it('shows the newest report that is left, when the latest rested on what was purged', async () => {
    const { id, ownerId } = await aFullProject();
    const { bin, binPurge, reports } = store.repositories;
    const before = (await reports.latest(id, 'financial'))?.id;
    const later = await converse(id, ownerId);
    await read(id, later);
    const latest = await report(id);
    await remove(id);
    await bin.delete(ofConversation(later));
    expect(await binPurge.purge(later, SOON)).toBe(true);
    const removed = `type = 'report_removed' AND data->>'reportId' = $1`;
    expect(await store.count('events', removed, [latest])).toBe(1);
    expect(await store.count('bin_items', 'conversation_ids ? $1', [later])).toBe(0);
    await restore(id);
    expect((await reports.latest(id, 'financial'))?.id).toBe(before);
    expect(await store.count('reports', 'id = $1', [latest])).toBe(0);
  });

  it('is purged with everything, and its conversations stay', async () => {
    const { id, documentId, conversationId, ownerId } = await aFullProject();
    const { answers, binPurge, conversations } = store.repositories;
    await answers.save(
      { key: `answer of ${documentId}`, engine: 'costly', answer: {} },
      documentId,
    );
    await remove(id);
    await answers.removeUnused(SOON);
    expect(await store.count('engine_answers', 'key = $1', [`answer of ${documentId}`])).toBe(1);
    expect(await binPurge.purge(id, SOON)).toBe(true);
    const names = `EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(t::text, id) > 0)`;
    for (const table of ['bin_items t', 'bin_rows t', 'report_sources t', 'engine_answer_uses t']) {
      expect([table, await store.count(table, names, [[id, documentId]])]).toEqual([table, 0]);
    }
    expect(await rowsNaming(store, [id, documentId])).toEqual({});
    expect(await conversations.find(conversationId)).toMatchObject({ ownerId, projectId: null });
    await expect(restore(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([1, 2, 3])(
    'is whole, whoever adds, moves, deletes and reports meanwhile (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
      const full = [await aFullProject(), await aFullProject(newOwner())];
      const { bin, conversations, documents, exchanges, pendingWork, reportRequests } =
        store.repositories;
      const act = ({ id, ownerId, conversationId, documentId }: (typeof full)[number]) => {
        const [project, conversation] = [ofProject(id), ofConversation(conversationId)];
        const document = { kind: 'document', id: documentId } as const;
        const acts: readonly (() => Promise<unknown>)[] = [
          ...[project, conversation, document].map((ref) => () => bin.delete(ref)),
          ...[project, project, conversation, conversation, document].map(
            (ref) => () => bin.restore(ref),
          ),
          () => converse(id, ownerId),
          () => conversations.change(conversationId, { projectId: oneOf([id, null]) ?? null }),
          () => documents.add(aDocument(id), null, () => Promise.resolve()),
          () => exchanges.add(anExchange(conversationId), null),
          () => pendingWork.take(project),
          () => reportRequests.request(id, { agent: 'financial' }, null),
          () => read(id, conversationId),
          () => report(id),
        ];
        return oneOf(acts)?.();
      };
      const client = async () => {
        for (let step = 0; step < 30; step += 1) {
          const project = oneOf(full);
          if (project) await act(project)?.catch(onlyRefusals);
        }
      };
      await Promise.all([client(), client(), client(), client()]);
      for (const { id, ownerId } of full) {
        await restore(id).catch(onlyRefusals);
        for (const { kind, id: item } of (await bin.list({ ownerId, limit: 50 })).items) {
          await bin.restore({ kind, id: item });
        }
        const isAdded = `type = 'document_added' AND data->>'projectId' = $1`;
        const added = await store.count('events', isAdded, [id]);
        expect(await store.count('documents', 'project_id = $1', [id])).toBe(added);
        const strays = `project_id IS NOT NULL AND project_id NOT IN (SELECT id FROM projects)`;
        expect(await store.count('conversations', strays)).toBe(0);
        expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
      }
    },
    60_000,
  );
});

function onlyRefusals(error: unknown): void {
  const isNothing = error instanceof Error && error.message === 'there is nothing to report';
  if (!(error instanceof AppError) && !isNothing) throw error;
}
