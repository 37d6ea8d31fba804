import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NAME_RULES, PIN_RULES } from '#domain';
import { createRepositories, type Repositories } from '../store.ts';
import { NO_LIMITS } from '../owners/owner-limits.ts';
import { A_FAILURE, aClip, anExchange, runOf, TestStore } from '../store.fixture.ts';

describe('tasks within the run of their conversation', () => {
  let store: TestStore;
  /** The repositories of a worker whose engine costs nothing. */
  let sharing: Repositories;
  beforeAll(async () => {
    store = await TestStore.open();
    const work = { scoring: true, sharedRuns: true, titles: false, agents: [] };
    const settings = { limits: NO_LIMITS, pinRules: PIN_RULES, nameRules: NAME_RULES, ...work };
    sharing = createRepositories(store.database.db, settings);
  });
  afterAll(() => store.close());

  const take = (id: string, ...known: Parameters<Repositories['pendingWork']['take']>[1][]) =>
    sharing.pendingWork.take({ kind: 'conversation', id }, ...known);

  async function aConversation(): Promise<string> {
    const id = await store.newConversation();
    await sharing.exchanges.add(anExchange(id), null);
    return id;
  }

  it('have its workflow id; a transcription has its own', async () => {
    const id = await aConversation();
    const clipId = await sharing.clips.acceptClip(aClip(id), null);
    const { tasks } = await take(id);
    expect(new Map(tasks.map(({ type, workflowId }) => [type, workflowId]))).toEqual(
      new Map([
        ['correction', `conversation:${id}`],
        ['significance', `conversation:${id}`],
        ['summary', `conversation:${id}`],
        ['transcription', `transcription:${clipId}`],
      ]),
    );
  });

  it('are those that nobody requested by name', async () => {
    const id = await store.newConversation();
    await sharing.requestedTasks.create({ type: 'summary', conversationId: id }, null);
    const { tasks } = await take(id);
    expect(tasks.map(({ workflowId }) => workflowId)).toEqual([`summary:${id}`]);
  });

  it('have a run of their own when they are retried, whatever else is open', async () => {
    const { tasks } = await take(await aConversation());
    const correction = tasks.find(({ type }) => type === 'correction');
    const run = { taskId: correction?.taskId ?? '', attempt: 1 };
    await sharing.tasks.end(run, A_FAILURE);
    expect(await sharing.tasks.retry(run.taskId)).toMatchObject({
      attempt: 2,
      workflowId: `correction:${run.taskId}`,
    });
  });

  it('have a run of their own when `reconcile` starts them again', async () => {
    const id = await aConversation();
    const { tasks } = await take(id);
    const summary = tasks.find(({ type }) => type === 'summary');
    const run = { taskId: summary?.taskId ?? '', attempt: 1 };
    await sharing.summaries.start(run, 'run-1');
    await sharing.maintenance.startAgain(run);
    expect(await store.task(run.taskId)).toMatchObject({
      state: 'pending',
      attempt: 2,
      workflowId: `summary:${id}`,
    });
  });

  it('are not retried while another summary of the conversation is open', async () => {
    const id = await aConversation();
    const { tasks } = await take(id);
    const taskId = tasks.find(({ type }) => type === 'summary')?.taskId ?? '';
    await sharing.tasks.end({ taskId, attempt: 1 }, A_FAILURE);
    await sharing.requestedTasks.create({ type: 'summary', conversationId: id }, null);
    await expect(sharing.tasks.retry(taskId)).rejects.toMatchObject({
      code: 'task_not_retryable',
    });
  });
});

describe('taking work again', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  it('returns no run that the workflow knows, but a later attempt of its task', async () => {
    const { pendingWork, tasks } = store.repositories;
    const waiting = await store.newTask();
    const entity = { kind: 'conversation', id: waiting.conversationId ?? '' } as const;
    const known = [runOf(waiting)];
    const idsOf = async () =>
      (await pendingWork.take(entity, { known, followed: [] })).tasks.map(({ taskId }) => taskId);
    expect(await idsOf()).toEqual([]);
    await tasks.end(runOf(waiting), A_FAILURE);
    await tasks.retry(waiting.id);
    expect(await idsOf()).toEqual([waiting.id]);
  });

  it('reaches tasks behind a hundred that the workflow knows', async () => {
    const id = await store.newConversation();
    for (let clip = 0; clip < 101; clip += 1) await store.newTask(id);
    const entity = { kind: 'conversation', id } as const;
    const first = await store.repositories.pendingWork.take(entity);
    const known = first.tasks.map(({ taskId, attempt }) => ({ taskId, attempt }));
    const second = await store.repositories.pendingWork.take(entity, { known, followed: [] });
    expect([first.more, first.tasks.length, second.more, second.tasks.length]).toEqual([
      ...[true, 100],
      ...[false, 1],
    ]);
  });

  it('names files and titles only when Temporal may have them', async () => {
    const task = await store.newTask();
    const id = task.conversationId ?? '';
    await store.repositories.exchanges.add(anExchange(id), null);
    const labelsIn = async ({ pendingWork }: Repositories) => {
      const { tasks } = await pendingWork.take({ kind: 'conversation', id });
      return Object.fromEntries(tasks.map(({ type, label }) => [type, label]));
    };
    const none = { transcription: null, correction: null, significance: null, summary: null };
    expect(await labelsIn(store.repositories)).toEqual(none);
    const work = { scoring: true, sharedRuns: false, titles: true, agents: [] };
    const settings = { limits: NO_LIMITS, pinRules: PIN_RULES, nameRules: NAME_RULES, ...work };
    const titled = createRepositories(store.database.db, settings);
    const title = 'Launch planning';
    expect(await labelsIn(titled)).toEqual({
      transcription: 'meeting.wav',
      ...{ correction: title, significance: title, summary: title },
    });
  });

  it('says which of the followed tasks have ended', async () => {
    const running = await store.runningTask();
    const ended = await store.runningTask();
    await store.repositories.tasks.end(runOf(ended), A_FAILURE);
    const entity = { kind: 'conversation', id: running.conversationId ?? '' } as const;
    const followed = [running.id, ended.id, 'tsk_unknown'];
    const work = await store.repositories.pendingWork.take(entity, { known: [], followed });
    expect(work.ended).toEqual([ended.id, 'tsk_unknown']);
  });
});
