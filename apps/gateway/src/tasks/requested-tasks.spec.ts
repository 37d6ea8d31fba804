import { describe, expect, it } from '@jest/globals';
import {
  conversationDetailSchema,
  memoryPageSchema,
  problemSchema,
  taskPageSchema,
  taskSchema,
  type CreateTask,
  type Task,
} from '#contracts/api';
import {
  CorrectionsRepository,
  SummariesRepository,
  TasksRepository,
  type OpenDatabase,
} from '#store';
import {
  acceptClip,
  addExchange,
  createConversation,
  sendJson,
} from '../../../../test/support/api.ts';
import { termsOf } from '#contracts/model';
import { useGateway } from '../../../../test/support/gateway.ts';
import { DATABASE } from '../infrastructure/database.module.ts';

const ULID = '01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('requested tasks', () => {
  const gateway = useGateway();

  const post = (body: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/tasks`, body, headers);
  const create = async (wanted: CreateTask, headers = {}) =>
    taskSchema.parse(await (await post(wanted, headers)).json());
  const find = async ({ id }: Task) =>
    taskSchema.parse(await (await fetch(`${gateway.url}/tasks/${id}`)).json());
  const runOf = ({ id }: Task) => ({ taskId: id, attempt: 1 });
  const database = () => gateway.app.get<OpenDatabase>(DATABASE).db;
  const newConversation = async (...texts: readonly string[]) => {
    const id = await createConversation(gateway.url);
    if (texts.length > 0) await addExchange(gateway.url, id, ...texts);
    return id;
  };

  it('are created at once and wait for a worker', async () => {
    const conversationId = await newConversation('One two three four.', 'Five.');
    const response = await post({ type: 'correction', conversationId });
    const task = taskSchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(task).toMatchObject({
      type: 'correction',
      state: 'pending',
      ownerId: 'local',
      conversationId,
      clipId: null,
      attempt: 1,
      progress: { stage: null, unit: 'segments', done: 0, total: 2, percent: 0 },
      startedAt: null,
      durationMs: null,
      live: false,
    });
    const scoring = await create({ type: 'significance', conversationId });
    expect(scoring.progress).toMatchObject({ unit: 'memories', total: 1 });
  });

  it('join an open summary, and are created after one that has ended', async () => {
    const conversationId = await newConversation('We launch on Monday.');
    const first = await create({ type: 'summary', conversationId });
    expect((await create({ type: 'summary', conversationId })).id).toBe(first.id);
    await gateway.app.get(SummariesRepository).start(runOf(first), 'run-1');
    expect((await create({ type: 'summary', conversationId })).id).toBe(first.id);
    await gateway.app.get(TasksRepository).end(runOf(first), { state: 'cancelled' });
    expect((await create({ type: 'summary', conversationId })).id).not.toBe(first.id);
    const elsewhere = await newConversation('Something else.');
    expect((await create({ type: 'summary', conversationId: elsewhere })).id).not.toBe(first.id);
  });

  it('at the same time share one summary', async () => {
    const conversationId = await newConversation('We launch on Monday.');
    const tasks = await Promise.all(
      Array.from({ length: 8 }, () => create({ type: 'summary', conversationId })),
    );
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(1);
  });

  it('join an open transcription; the clip shows the next one', async () => {
    const conversationId = await newConversation();
    const { clip, task } = await acceptClip(gateway.url, conversationId);
    expect((await create({ type: 'transcription', clipId: clip.id })).id).toBe(task.id);
    await gateway.app.get(TasksRepository).end(runOf(task), { state: 'cancelled' });
    const next = await create({ type: 'transcription', clipId: clip.id });
    expect(next.id).not.toBe(task.id);
    expect(next).toMatchObject({ conversationId, clipId: clip.id, workflowId: task.workflowId });
    const detail = await fetch(`${gateway.url}/conversations/${conversationId}`);
    expect(conversationDetailSchema.parse(await detail.json()).clips).toMatchObject([
      { id: clip.id, taskId: next.id, taskState: 'pending' },
    ]);
  });

  it('never join a correction: each includes all segments', async () => {
    const conversationId = await newConversation('One.', 'Two.');
    const first = await create({ type: 'correction', conversationId });
    const second = await create({ type: 'correction', conversationId });
    expect(second.id).not.toBe(first.id);
    const work = await new CorrectionsRepository(database()).start(runOf(second), 'run-1');
    expect(work?.segments.map(({ raw }) => raw)).toEqual(['One.', 'Two.']);
  });

  it('report their progress while they run', async () => {
    const conversationId = await newConversation('One.', 'Two.', 'Three.');
    const task = await create({ type: 'correction', conversationId });
    await new CorrectionsRepository(database()).start(runOf(task), 'run-1');
    await gateway.app.get(TasksRepository).advance(runOf(task), 2, 3);
    expect(await find(task)).toMatchObject({
      state: 'running',
      progress: { stage: 'correct', unit: 'segments', done: 2, total: 3, percent: 66 },
    });
  });

  it('are created once per key, and the key is rejected for another task', async () => {
    const conversationId = await newConversation('One.');
    const key = { 'Idempotency-Key': 'once' };
    const wanted: CreateTask = { type: 'correction', conversationId };
    const [first, second] = await Promise.all([create(wanted, key), create(wanted, key)]);
    expect(second.id).toBe(first.id);
    const other = await post({ ...wanted, type: 'summary' }, key);
    expect(problemSchema.parse(await other.json())).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it.each([
    ['without a type', {}],
    ['of an unknown type', { type: 'backup', conversationId: `cnv_${ULID}` }],
    ['of a transcription without a clip', { type: 'transcription', conversationId: `cnv_${ULID}` }],
    ['of a wrong id', { type: 'summary', conversationId: `clp_${ULID}` }],
    ['with both ids', { type: 'summary', conversationId: `cnv_${ULID}`, clipId: `clp_${ULID}` }],
  ])('%s are rejected', async (_what, body) => {
    const problem = problemSchema.parse(await (await post(body)).json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it.each([
    [{ type: 'transcription', clipId: `clp_${ULID}` }],
    [{ type: 'correction', conversationId: `cnv_${ULID}` }],
    [{ type: 'summary', conversationId: `cnv_${ULID}` }],
    [{ type: 'significance', conversationId: `cnv_${ULID}` }],
  ])('for a subject that does not exist are not created: %j', async (body) => {
    const problem = problemSchema.parse(await (await post(body)).json());
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
  });

  describe('as tests', () => {
    const test = (type: string, headers = {}) =>
      fetch(`${gateway.url}/tasks/test/${type}`, { method: 'POST', headers });
    const testOf = async (type: string, headers = {}) => {
      const task = taskSchema.parse(await (await test(type, headers)).json());
      const response = await fetch(`${gateway.url}/conversations/${task.conversationId}`);
      return { task, conversation: conversationDetailSchema.parse(await response.json()) };
    };

    it.each(['transcription', 'correction', 'summary'])(
      'of %s are real tasks in a conversation of their own',
      async (type) => {
        const response = await test(type);
        const task = taskSchema.parse(await response.json());
        expect([response.status, response.headers.get('location')]).toEqual([
          202,
          `/tasks/${task.id}`,
        ]);
        expect(task).toMatchObject({ type, state: 'pending', ownerId: 'local' });
        const { conversation, task: another } = await testOf(type);
        expect(another.conversationId).not.toBe(task.conversationId);
        expect(conversation).toMatchObject({
          title: `Test of ${type}`,
          tags: ['test'],
          ownerId: 'local',
        });
      },
    );

    it('of transcription contain the sample recording', async () => {
      const { task, conversation } = await testOf('transcription');
      const [clip] = conversation.clips;
      expect(clip).toMatchObject({ id: task.clipId, taskId: task.id, speaker: 'Nora' });
      const audio = await fetch(
        `${gateway.url}/conversations/${conversation.id}/clips/${clip?.id}/audio`,
      );
      const bytes = new Uint8Array(await audio.arrayBuffer());
      expect(bytes.length).toBe(clip?.sizeBytes);
      expect(bytes.length).toBeGreaterThan(10_000);
    });

    it('of correction work on all turns of the sample, with its glossary', async () => {
      const { task, conversation } = await testOf('correction');
      const work = await new CorrectionsRepository(database()).start(runOf(task), 'run-1');
      expect(work?.segments.length).toBeGreaterThan(2);
      expect(work && termsOf(work.glossaries.conversation)).toEqual(conversation.glossary);
      expect(conversation.glossary).not.toEqual([]);
    });

    it('of summary work on a meeting, and create no memories', async () => {
      const { task, conversation } = await testOf('summary');
      const work = await gateway.app.get(SummariesRepository).start(runOf(task), 'run-1');
      expect(work).toMatchObject({ title: 'Test of summary', revision: 1 });
      expect(work?.turns).toHaveLength(12);
      const query = `conversationId=${conversation.id}`;
      const memories = await fetch(`${gateway.url}/memories?${query}`);
      expect(memoryPageSchema.parse(await memories.json()).items).toEqual([]);
      const tasks = await fetch(`${gateway.url}/tasks?${query}`);
      expect(taskPageSchema.parse(await tasks.json()).items.map(({ id }) => id)).toEqual([task.id]);
    });

    it('are created once per key, which is rejected for another test', async () => {
      for (const type of ['transcription', 'correction', 'summary']) {
        const key = { 'Idempotency-Key': `test-${type}` };
        const [first, second] = [await testOf(type, key), await testOf(type, key)];
        expect(second.task.id).toBe(first.task.id);
        expect(second.conversation).toEqual(first.conversation);
      }
      const other = await test('summary', { 'Idempotency-Key': 'test-correction' });
      expect(problemSchema.parse(await other.json()).code).toBe('idempotency_key_reused');
    });

    it('of an unknown type are rejected', async () => {
      const problem = problemSchema.parse(await (await test('significance')).json());
      expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
      expect(problem.errors?.[0]?.path).toBe('type');
    });
  });
});
