import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../../test/support/eventually.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction } from '../../database/transaction.ts';
import { transcribe } from '../../heard.fixture.ts';
import { A_FAILURE, anExchange, Gate, runOf, TestStore } from '../../store.fixture.ts';
import { lockConversations } from '../../conversations/lock-conversations.ts';
import type { TaskRequest } from './requested-tasks.repository.ts';
import { PLAIN_RESULT } from '../../summary-result.fixture.ts';

describe('requested tasks', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const ask = (wanted: TaskRequest) => store.repositories.requestedTasks.create(wanted, null);
  const request = (key: string, requestHash = 'h1') => ({ scope: 'tasks', key, requestHash });
  const post = (id: string) => store.repositories.exchanges.add(anExchange(id), null);
  const signalsOf = (id: string) => store.count('work_signals', 'entity_id = $1', [id]);
  const clipTask = (id: string, clipId: string) =>
    store.count('clips', 'id = $1 AND task_id = $2', [clipId, id]);

  /** A conversation with one exchange whose pending work was taken. */
  async function aConversation(): Promise<string> {
    const id = await store.newConversation();
    await post(id);
    await store.repositories.pendingWork.take({ kind: 'conversation', id });
    await store.rows('DELETE FROM work_signals');
    return id;
  }

  it.each(['correction', 'significance'] as const)(
    'do a %s of everything, whether processed or not',
    async (type) => {
      const id = await aConversation();
      await post(id);
      await store.rows('DELETE FROM work_signals');
      const task = await ask({ type, conversationId: id });
      expect(task).toMatchObject({
        type,
        total: 2,
        skipsQuietWait: true,
        state: 'pending',
        ownerId: 'ada',
      });
      expect(await signalsOf(id)).toBe(1);
      expect(await store.count('outbox', 'task_id = $1', [task.id])).toBe(0);
      const start =
        type === 'correction' ? store.repositories.corrections : store.repositories.scoring;
      const work = await start.start(runOf(task), 'run-1');
      expect(work && 'segments' in work ? work.segments : work?.memories).toHaveLength(2);
    },
  );

  it('transcribe a clip again, and become the task of the clip', async () => {
    const first = await store.newTask();
    await transcribe(store, first, ['good morning']);
    await store.rows('DELETE FROM work_signals');
    const clipId = first.clipId ?? '';
    const task = await ask({ type: 'transcription', clipId });
    expect(task).toMatchObject({ clipId, skipsQuietWait: true, workflowId: first.workflowId });
    expect(task.id).not.toBe(first.id);
    expect(await clipTask(task.id, clipId)).toBe(1);
    expect(await signalsOf(first.conversationId ?? '')).toBe(1);
  });

  it('join an open transcription, however often they are requested', async () => {
    const open = await store.newTask();
    const wanted = { type: 'transcription', clipId: open.clipId ?? '' } as const;
    const asked = await Promise.all([ask(wanted), ask(wanted), ask(wanted)]);
    for (const task of asked) expect(task).toMatchObject({ id: open.id, skipsQuietWait: true });
    expect(await store.count('tasks', 'clip_id = $1', [open.clipId])).toBe(1);
  });

  it('have the requested settings, in their row and in their event', async () => {
    const id = await aConversation();
    const settings = { engine: 'openai-compatible' };
    const task = await ask({ type: 'correction', conversationId: id, settings });
    expect(task.settings).toEqual(settings);
    const created = `task_id = $1 AND type = 'task_created' AND data->'settings' = $2`;
    expect(await store.count('events', created, [task.id, JSON.stringify(settings)])).toBe(1);
    expect((await ask({ type: 'correction', conversationId: id })).settings).toEqual({});
  });

  it('join an open task with the requested settings, and are refused next to another', async () => {
    const { clipId } = await store.newTask();
    const wanted = { type: 'transcription', clipId: clipId ?? '' } as const;
    const refused = { code: 'task_settings_differ' };
    await expect(ask({ ...wanted, settings: { language: 'de' } })).rejects.toMatchObject(refused);
    const [open] = await store.rows('SELECT id FROM tasks WHERE clip_id = $1', [clipId]);
    await store.repositories.tasks.requestCancel(String(open?.['id']));
    const settings = { engine: 'small', language: 'de' };
    const made = await ask({ ...wanted, settings });
    for (const same of [settings, { language: 'de' }, {}]) {
      expect(await ask({ ...wanted, settings: same })).toMatchObject({ id: made.id, settings });
    }
    const other = ask({ ...wanted, settings: { ...settings, language: 'fr' } });
    await expect(other).rejects.toMatchObject(refused);
  });

  it('are not retried next to a later transcription of the same clip', async () => {
    const first = await store.newTask();
    await store.repositories.tasks.requestCancel(first.id);
    await ask({ type: 'transcription', clipId: first.clipId ?? '' });
    const retry = store.repositories.tasks.retry(first.id);
    await expect(retry).rejects.toMatchObject({ code: 'task_not_retryable' });
  });

  it('promote a summary that waits for quiet, and signal its conversation', async () => {
    const id = await aConversation();
    const waiting = await store.taken(id, 'summary');
    expect(waiting.skipsQuietWait).toBe(false);
    const task = await ask({ type: 'summary', conversationId: id });
    expect(task).toMatchObject({ id: waiting.id, skipsQuietWait: true });
    expect(await signalsOf(id)).toBe(1);
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.filter(({ skipsQuietWait }) => skipsQuietWait)).toMatchObject([
      { taskId: waiting.id },
    ]);
  });

  it('join a running summary, and create a new one after it has ended', async () => {
    const id = await aConversation();
    const running = await store.taken(id, 'summary');
    await store.repositories.summaries.start(runOf(running), 'run-1');
    const wanted = { type: 'summary', conversationId: id } as const;
    expect(await ask(wanted)).toMatchObject({ id: running.id, state: 'running' });
    await store.repositories.tasks.end(runOf(running), A_FAILURE);
    const next = await ask(wanted);
    expect(next).toMatchObject({ state: 'pending', workflowId: running.workflowId });
    expect(next.id).not.toBe(running.id);
  });

  it('create one summary for concurrent requests', async () => {
    const id = await store.newConversation();
    const wanted = { type: 'summary', conversationId: id } as const;
    const asked = await Promise.all([ask(wanted), ask(wanted), ask(wanted)]);
    expect(new Set(asked.map((task) => task.id)).size).toBe(1);
    expect(await store.count('tasks', 'conversation_id = $1', [id])).toBe(1);
  });

  it('do not deadlock with a summary that completes at the same time', async () => {
    const id = await aConversation();
    const summary = await store.taken(id, 'summary');
    await store.repositories.summaries.start(runOf(summary), 'run-1');
    const [held, gate] = [new Gate(), new Gate()];
    const holding = inTransaction(store.database.db, async (tx) => {
      await lockConversations(tx, [id]);
      held.open();
      await gate.opened;
    });
    await held.opened;
    const waiting = async (count: number) =>
      eventually(async () => expect(await store.blockedTransactions()).toBe(count));
    const asking = ask({ type: 'summary', conversationId: id });
    await waiting(1);
    const content = { overview: 'Launch.', keyPoints: [], decisions: [], actionItems: [] };
    const made = {
      revision: 1,
      engine: 'instant',
      ...PLAIN_RESULT,
      turnCount: 1,
      content,
      warnings: [],
    };
    const completing = store.repositories.summaries.complete(runOf(summary), made);
    await waiting(2);
    gate.open();
    await holding;
    expect(await asking).toMatchObject({ id: summary.id });
    expect(await completing).toEqual({ behind: false });
  });

  it('are created once for one request, also when it arrives concurrently', async () => {
    const id = await aConversation();
    const wanted = { type: 'correction', conversationId: id } as const;
    const create = () => store.repositories.requestedTasks.create(wanted, request('again'));
    const made = await Promise.all([create(), create(), create()]);
    made.push(await create());
    expect(new Set(made.map((task) => task.id)).size).toBe(1);
    expect(await store.count('tasks', `conversation_id = $1 AND type = 'correction'`, [id])).toBe(
      2,
    );
  });

  it('return the summary that they created or joined, although it has ended', async () => {
    const id = await aConversation();
    const wanted = { type: 'summary', conversationId: id } as const;
    const joined = await store.repositories.requestedTasks.create(wanted, request('joined'));
    await store.repositories.tasks.requestCancel(joined.id);
    expect(await store.repositories.requestedTasks.create(wanted, request('joined'))).toMatchObject(
      {
        id: joined.id,
        state: 'cancelled',
      },
    );
  });

  it('reject an idempotency key that came with another request', async () => {
    const id = await aConversation();
    await store.repositories.requestedTasks.create(
      { type: 'summary', conversationId: id },
      request('reused'),
    );
    const before = await store.count('tasks');
    const other = { type: 'correction', conversationId: id } as const;
    const reused = store.repositories.requestedTasks.create(other, request('reused', 'h2'));
    await expect(reused).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await store.count('tasks')).toBe(before);
    const unclaimed = await store.rows(
      `SELECT DISTINCT state FROM tasks JOIN segments ON tasks.id = correction_task_id
       WHERE segments.conversation_id = $1`,
      [id],
    );
    expect(unclaimed).toEqual([{ state: 'pending' }]);
  });

  it('must be about an existing clip or conversation', async () => {
    const nowhere = [
      { type: 'transcription', clipId: newId('clip') },
      { type: 'summary', conversationId: newId('conversation') },
    ] as const;
    for (const wanted of nowhere) {
      await expect(ask(wanted)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
