import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDocument, aReading, aReport, newProject, takenOfProject } from '../projects.fixture.ts';
import { anExchange, runOf, TestStore } from '../store.fixture.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

describe('the reports of a project', () => {
  let store: TestStore;
  let projectId: string;
  let conversationId: string;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    projectId = (await newProject(store)).id;
    conversationId = await converse();
  });
  afterAll(() => store.close());

  async function converse(): Promise<string> {
    const given = { ownerId: 'ada', title: 'Plan', tags: [], projectId };
    const { id } = await store.repositories.conversations.create(given, null);
    await store.repositories.exchanges.add(anExchange(id), null);
    return id;
  }

  const request = (agent = 'financial', engine?: string) =>
    store.repositories.reportRequests.request(projectId, { agent, engine }, null);

  /** Starts the run of a report. */
  async function begin(task: TaskRecord) {
    const work = await store.repositories.reportRuns.start(runOf(task), 'run-1');
    if (work === null) throw new Error('there is nothing to report');
    const { agent, startedAt: since } = work;
    return { work, unread: { projectId, agent, reader: 'reader-1', since } };
  }

  /** Reads everything and writes the report. */
  async function report(task: TaskRecord) {
    const { reportRuns } = store.repositories;
    const { work, unread } = await begin(task);
    for (const { id } of await reportRuns.unread(unread, 10)) {
      await reportRuns.keepReading(aReading(projectId, id, { agent: work.agent }));
    }
    const made = aReport(await reportRuns.material(work));
    return reportRuns.complete(runOf(task), work, made);
  }

  const isCurrent = async () =>
    (await store.repositories.reports.latest(projectId, 'financial'))?.current;

  it('are asked for once, however many ask, and by each agent on its own', async () => {
    const asked = await Promise.all(Array.from({ length: 100 }, () => request()));
    const other = await request('performance');
    expect(new Set(asked.map(({ task }) => task.id)).size).toBe(1);
    expect(asked.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(other.joined).toBe(false);
    expect(asked[0]?.task.workflowId).toBe(`agent_report:financial:${projectId}`);
    expect(other.task.workflowId).toBe(`agent_report:performance:${projectId}`);
  });

  it('are not joined while they are being cancelled, so that who asks gets one', async () => {
    const { task: stopping } = await request();
    await store.repositories.reportRuns.start(runOf(stopping), 'run-1');
    await store.repositories.tasks.requestCancel(stopping.id);
    const asked = await Promise.all([request(), request()]);
    const [next] = asked;
    expect(new Set(asked.map(({ task }) => task.id)).size).toBe(1);
    expect(next.task).toMatchObject({ state: 'pending', workflowId: stopping.workflowId });
    expect(next.task.id).not.toBe(stopping.id);
    await store.repositories.tasks.end(runOf(stopping), { state: 'cancelled' });
    const retry = store.repositories.tasks.retry(stopping.id);
    await expect(retry).rejects.toMatchObject({ code: 'task_not_retryable' });
  });

  it('are not joined by a request for another engine', async () => {
    await request('financial', 'builtin');
    await expect(request('financial', 'other')).rejects.toMatchObject({
      code: 'task_settings_differ',
    });
    expect((await request('financial')).joined).toBe(true);
  });

  it('are not made again by a retry while another one is being made', async () => {
    const { task } = await request();
    await store.repositories.tasks.requestCancel(task.id);
    const again = await request();
    const retry = () => store.repositories.tasks.retry(task.id);
    await expect(retry()).rejects.toMatchObject({ code: 'task_not_retryable' });
    await request('performance');
    await store.repositories.tasks.requestCancel(again.task.id);
    expect(await retry()).toMatchObject({ state: 'pending', attempt: 2 });
  });

  it('are current until there is new text, a decision, a plan or a document', async () => {
    await report((await request()).task);
    expect(await isCurrent()).toBe(true);
    await store.repositories.exchanges.add(anExchange(conversationId), null);
    expect(await isCurrent()).toBe(false);
    // The fixture reads every conversation as it is at revision 1.
    await store.rows('UPDATE read_sources SET revision = 2 WHERE source_id = $1', [conversationId]);
    expect(await isCurrent()).toBe(true);
    const { items } = await store.repositories.facts.list(projectId, { limit: 1 });
    const factId = items[0]?.id ?? '';
    await store.repositories.facts.decide(projectId, factId, { kind: 'confirmed' });
    expect(await isCurrent()).toBe(false);
    await report(await takenOfProject(store, projectId, 'agent_report'));
    await store.rows('UPDATE read_sources SET revision = 2 WHERE source_id = $1', [conversationId]);
    expect(await isCurrent()).toBe(true);
    await store.repositories.projects.setPlan(projectId, { budget: [], goals: [], milestones: [] });
    expect(await isCurrent()).toBe(false);
  });

  it('ask for another one when a decision comes while they are being made', async () => {
    await report((await request()).task);
    const { task } = await request();
    const { reportRuns, facts } = store.repositories;
    const { work } = await begin(task);
    const made = aReport(await reportRuns.material(work));
    const { items } = await facts.list(projectId, { limit: 1 });
    await facts.decide(projectId, items[0]?.id ?? '', { kind: 'rejected' });
    expect(await reportRuns.complete(runOf(task), work, made)).toEqual({ behind: true });
    const next = await takenOfProject(store, projectId, 'agent_report');
    expect(next.settings).toEqual({ agent: 'financial', cause: 'decision' });
    expect(await report(next)).toEqual({ behind: false });
  });

  it('read what is new, changed, read by another reader or could not be read, once', async () => {
    const { reportRuns, documents, documentReading } = store.repositories;
    const document = await documents.add(aDocument(projectId), null, () => Promise.resolve());
    const { task } = await request();
    const { unread } = await begin(task);
    const ids = async (query = unread) => (await reportRuns.unread(query, 10)).map(({ id }) => id);
    expect(await ids()).toEqual([conversationId]);

    const reading = await takenOfProject(store, projectId, 'document_reading');
    await documentReading.start(runOf(reading), 'run-2');
    const parts = [{ place: { line: 1 }, text: 'We paid 300.', cells: null }];
    const content = { format: 'text', parts, warnings: [] } as const;
    await documentReading.complete(runOf(reading), document, content);
    expect(await ids()).toEqual([conversationId, document.id]);

    await reportRuns.keepReading(aReading(projectId, conversationId));
    await reportRuns.keepReading(aReading(projectId, document.id, { revision: 0 }));
    expect(await ids()).toEqual([]);
    const later = { ...unread, since: new Date(Date.now() + 1_000) };
    expect(await ids(later)).toEqual([]);
    expect(await ids({ ...later, reader: 'reader-2' })).toHaveLength(2);
    expect(await ids({ ...unread, reader: 'reader-2' })).toEqual([]);
    await reportRuns.keepReading(
      aReading(projectId, document.id, {
        ...{ revision: 0, facts: null, errorCode: 'language_engine_refused' },
      }),
    );
    expect(await ids(later)).toEqual([document.id]);
    await store.repositories.exchanges.add(anExchange(conversationId), null);
    expect(await ids(later)).toEqual([conversationId, document.id]);
  });

  it('are listed and found with what they were made from', async () => {
    await report((await request()).task);
    await report((await request('performance')).task);
    const { reports } = store.repositories;
    const all = await reports.list(projectId, { limit: 1 });
    expect(all.items).toMatchObject([{ agent: 'performance', complete: true }]);
    const rest = await reports.list(projectId, { limit: 1, cursor: all.nextCursor ?? '' });
    expect(rest.items).toMatchObject([{ agent: 'financial', cause: 'request' }]);
    expect(await reports.find(projectId, rest.items[0]?.id ?? '')).toMatchObject({ current: true });
    const elsewhere = (await newProject(store)).id;
    await expect(reports.find(elsewhere, rest.items[0]?.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
