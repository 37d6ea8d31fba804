import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, aReading, aReport, newProject, takenOfProject } from '../projects.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';

const NO_BYTES = () => Promise.resolve();

describe('projects', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const converse = (projectId: string | null, ownerId = 'ada') =>
    store.repositories.conversations.create({ ownerId, title: 'Plan', tags: [], projectId }, null);

  it('count their conversations and documents', async () => {
    const { projects, documents } = store.repositories;
    const { id } = await newProject(store);
    const other = await newProject(store);
    await converse(id);
    await converse(id);
    await converse(other.id);
    await documents.add(aDocument(id), null, NO_BYTES);
    expect(await projects.find(id)).toMatchObject({ conversationCount: 2, documentCount: 1 });
    expect(await projects.find(other.id)).toMatchObject({ conversationCount: 1, documentCount: 0 });
  });

  it('are listed by owner, newest first, in pages', async () => {
    const ownerId = newOwner();
    const made = [];
    for (const name of ['one', 'two', 'three']) {
      made.unshift((await newProject(store, { ownerId, name })).id);
    }
    const { projects } = store.repositories;
    const first = await projects.list({ ownerId, limit: 2 });
    const rest = await projects.list({ ownerId, limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
  });

  it('take conversations of their owner only', async () => {
    const { id } = await newProject(store, { ownerId: 'ada' });
    await expect(converse(id, 'ben')).rejects.toMatchObject({ code: 'not_found' });
    const conversation = await converse(null, 'ben');
    const moved = store.repositories.conversations.change(conversation.id, { projectId: id });
    await expect(moved).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the reports that are due', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const due = async () =>
    (await store.repositories.pendingWork.unsignalled('project', '', 100)).map(({ id }) => id);

  async function withText(refresh: 'manual' | 'onChange' | 'daily'): Promise<string> {
    const { id } = await newProject(store, { refresh });
    const given = { ownerId: 'ada', title: 'Plan', tags: [], projectId: id };
    const conversation = await store.repositories.conversations.create(given, null);
    await store.repositories.exchanges.add(anExchange(conversation.id), null);
    await store.deliverAll();
    return id;
  }

  /** Lets a time pass for everything that happened in a project. */
  async function age(id: string, interval: string): Promise<void> {
    const past = `- interval '${interval}'`;
    await store.rows(
      `UPDATE conversations SET updated_at = updated_at ${past} WHERE project_id = '${id}'`,
    );
    await store.rows(`UPDATE projects SET created_at = created_at ${past} WHERE id = '${id}'`);
    await store.rows(
      `UPDATE documents SET created_at = created_at ${past} WHERE project_id = '${id}'`,
    );
    await store.rows(
      `UPDATE project_agents SET ended_at = ended_at ${past} WHERE project_id = '${id}'`,
    );
    await store.rows(
      `UPDATE tasks SET created_at = created_at ${past}, started_at = started_at ${past},
         ended_at = ended_at ${past} WHERE entity_id = '${id}'`,
    );
  }

  async function addText(projectId: string): Promise<void> {
    const [conversation] = await store.rows(
      `SELECT id FROM conversations WHERE project_id = '${projectId}'`,
    );
    await store.repositories.exchanges.add(anExchange(String(conversation?.['id'])), null);
    await store.deliverAll();
  }

  /** Makes the reports of both agents. @param meanwhile happens after each has read everything */
  async function reportAll(projectId: string, meanwhile = async () => {}): Promise<void> {
    for (const agent of ['financial', 'performance']) {
      const task = await takenOfProject(store, projectId, 'agent_report', agent);
      const work = await store.repositories.reportRuns.start(runOf(task), 'run-1');
      if (work === null) throw new Error('there is nothing to report');
      const { reportRuns } = store.repositories;
      const unread = { projectId, agent, reader: 'reader-1', since: work.startedAt };
      for (const { id } of await reportRuns.unread(unread, 10)) {
        await reportRuns.keepReading(aReading(projectId, id, { agent }));
      }
      await meanwhile();
      await reportRuns.complete(runOf(task), work, aReport(await reportRuns.material(work)));
    }
    await store.deliverAll();
  }

  it('are none without a rule', async () => {
    const id = await withText('manual');
    await age(id, '30 days');
    expect(await due()).not.toContain(id);
  });

  it('come a minute after the last change, once', async () => {
    const id = await withText('onChange');
    expect(await due()).not.toContain(id);
    await age(id, '2 minutes');
    expect(await due()).toContain(id);
    await reportAll(id);
    expect(await due()).not.toContain(id);
    const tasks = await store.rows(
      `SELECT settings->>'cause' AS cause, priority FROM tasks WHERE entity_id = '${id}'`,
    );
    expect(tasks).toEqual([
      { cause: 'material', priority: 'batch' },
      { cause: 'material', priority: 'batch' },
    ]);
  });

  it('come again for text that was added while a report was made', async () => {
    const id = await withText('onChange');
    await age(id, '2 minutes');
    await reportAll(id, () => addText(id));
    expect(await due()).not.toContain(id);
    await age(id, '2 minutes');
    expect(await due()).toContain(id);
    await reportAll(id);
    await age(id, '2 minutes');
    expect(await due()).not.toContain(id);
  });

  it('come for a document that was still being read when the last one was made', async () => {
    const id = await withText('onChange');
    const { documents, documentReading } = store.repositories;
    const file = { fileName: 'a.txt', sha256: 'a'.repeat(64), sizeBytes: 1, writtenOn: null };
    await documents.add({ ...file, projectId: id }, null, async () => {});
    await age(id, '2 minutes');
    const reading = await takenOfProject(store, id, 'document_reading');
    await reportAll(id);
    const document = await documentReading.start(runOf(reading), 'run-1');
    const part = { place: { line: 1 }, text: 'We paid 300 euros.', cells: null };
    const content = { format: 'text', parts: [part], warnings: [] } as const;
    await documentReading.complete(runOf(reading), document!, content);
    await age(id, '2 minutes');
    expect(await due()).toContain(id);
  });

  it('are not repeated after a failure until something changes', async () => {
    const id = await withText('onChange');
    await age(id, '2 minutes');
    for (const agent of ['financial', 'performance']) {
      const task = await takenOfProject(store, id, 'agent_report', agent);
      await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
    }
    await store.deliverAll();
    expect(await due()).not.toContain(id);
    await addText(id);
    await store.rows(
      `UPDATE conversations SET updated_at = updated_at + interval '1 second' WHERE project_id = '${id}'`,
    );
    await age(id, '2 minutes');
    expect(await due()).toContain(id);
  });

  it('come once a day, whether there is new material or not', async () => {
    const id = await withText('daily');
    expect(await due()).not.toContain(id);
    await age(id, '25 hours');
    await reportAll(id);
    expect(await due()).not.toContain(id);
    await age(id, '25 hours');
    expect(await due()).toContain(id);
  });
});
