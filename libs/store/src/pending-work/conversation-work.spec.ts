import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { A_FAILURE, aClip, anExchange, runOf, TestStore } from '../store.fixture.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { PLAIN_RESULT } from '../summary-result.fixture.ts';

const CONTENT = { overview: 'Launch.', keyPoints: [], decisions: [], actionItems: [] };

describe('the pending work of a conversation', () => {
  let store: TestStore;
  /** A process that does not score memories. */
  let unscored: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
    unscored = store.another({}, false);
  });
  afterAll(async () => {
    await unscored.close();
    await store.close();
  });

  const post = (id: string, ...texts: readonly string[]) =>
    store.repositories.exchanges.add(anExchange(id, ...texts), null);

  /** A conversation with one exchange. */
  async function aConversation(): Promise<string> {
    const id = await store.newConversation();
    await post(id);
    return id;
  }

  async function typesOf(id: string, scoring = true): Promise<readonly string[]> {
    const { pendingWork } = scoring ? store.repositories : unscored.repositories;
    const { tasks } = await pendingWork.take({ kind: 'conversation', id });
    return tasks.map(({ type }) => type).sort();
  }

  const tasksOf = (id: string, type: string) =>
    store.count('tasks', 'conversation_id = $1 AND type = $2', [id, type]);

  /** Runs a summary to completion. */
  async function summarise(task: TaskRecord): Promise<void> {
    const work = await store.repositories.summaries.start(runOf(task), 'run-1');
    const made = {
      engine: 'instant',
      ...PLAIN_RESULT,
      turnCount: 1,
      content: CONTENT,
      warnings: [],
    };
    await store.repositories.summaries.complete(runOf(task), {
      ...made,
      revision: work?.revision ?? 0,
    });
  }

  it('lists short tasks before transcriptions', async () => {
    const id = await store.newConversation();
    for (let clip = 0; clip < 120; clip += 1) await store.newTask(id);
    await post(id, 'Shall we launch in March?');
    const types = new Set(await typesOf(id));
    expect(types).toEqual(new Set(['correction', 'significance', 'summary', 'transcription']));
  });

  it('becomes one task of each type, however large the burst', async () => {
    const id = await store.newConversation();
    await Promise.all(
      Array.from({ length: 20 }, () => post(id, 'Shall we launch in March?', 'Yes, we shall.')),
    );
    const { tasks, more } = await store.repositories.pendingWork.take({
      kind: 'conversation',
      id,
    });
    expect(more).toBe(false);
    expect(
      tasks.map(({ type, attempt, skipsQuietWait }) => [type, attempt, skipsQuietWait]).sort(),
    ).toEqual([
      ['correction', 1, false],
      ['significance', 1, false],
      ['summary', 1, false],
    ]);
    expect(await store.taken(id, 'correction')).toMatchObject({ total: 40, ownerId: 'ada' });
    expect(await store.taken(id, 'significance')).toMatchObject({ total: 20 });
    const [summary] = tasks.filter(({ type }) => type === 'summary');
    expect(summary).toMatchObject({ workflowId: `summary:${id}`, clipId: null });
  });

  it('is the same when it is taken again', async () => {
    const id = await aConversation();
    const first = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(await store.repositories.pendingWork.take({ kind: 'conversation', id })).toEqual(first);
  });

  it('creates no task twice when it is taken concurrently', async () => {
    const id = await store.newConversation();
    const posting = Array.from({ length: 10 }, () => post(id));
    const taking = Array.from({ length: 6 }, () =>
      store.repositories.pendingWork.take({ kind: 'conversation', id }),
    );
    await Promise.all([...posting, ...taking]);
    await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(await tasksOf(id, 'summary')).toBe(1);
    for (const [type, table] of [
      ['correction', 'segments'],
      ['significance', 'memories'],
    ] as const) {
      const claimed = await store.rows(
        `SELECT sum(total)::int AS n FROM tasks WHERE conversation_id = $1 AND type = $2`,
        [id, type],
      );
      expect(claimed).toEqual([{ n: 10 }]);
      const unclaimed = `conversation_id = $1 AND ${type}_task_id IS NULL`;
      expect(await store.count(table, unclaimed, [id])).toBe(0);
    }
  });

  it('is only what is new once the first task has started', async () => {
    const id = await aConversation();
    const correction = await store.taken(id, 'correction');
    await store.repositories.corrections.start(runOf(correction), 'run-1');
    await post(id);
    const next = await store.taken(id, 'correction');
    expect(next.id).not.toBe(correction.id);
    expect(next).toMatchObject({ total: 1 });
  });

  it('includes the transcriptions of clips, oldest first', async () => {
    const id = await store.newConversation();
    const [first, second] = [await store.newTask(id), await store.newTask(id)];
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ taskId, clipId }) => [taskId, clipId])).toEqual([
      [first.id, first.clipId],
      [second.id, second.clipId],
    ]);
  });

  it('leaves out memories where they are not scored', async () => {
    const id = await aConversation();
    expect(await typesOf(id, false)).toEqual(['correction', 'summary']);
    const waiting = 'conversation_id = $1 AND significance_task_id IS NULL';
    expect(await store.count('memories', waiting, [id])).toBe(1);
    expect(await typesOf(id, true)).toEqual(['correction', 'significance', 'summary']);
  });

  it('is separate for each conversation and owner', async () => {
    const [id, other] = [await aConversation(), await aConversation()];
    await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(await tasksOf(other, 'correction')).toBe(0);
    const bobs = await store.newConversation('bob');
    await post(bobs);
    expect(await store.taken(bobs, 'significance')).toMatchObject({ ownerId: 'bob' });
  });

  it('is empty for an unknown conversation', async () => {
    expect(
      await store.repositories.pendingWork.take({
        kind: 'conversation',
        id: newId('conversation'),
      }),
    ).toEqual({
      tasks: [],
      more: false,
      ended: [],
    });
  });

  it('reports more when it is too much for one task, and the rest becomes another', async () => {
    const id = await store.newConversation();
    await post(id, ...Array.from({ length: 501 }, (_, number) => `word${number}`));
    expect(await store.repositories.pendingWork.take({ kind: 'conversation', id })).toMatchObject({
      more: true,
    });
    expect(await store.repositories.pendingWork.take({ kind: 'conversation', id })).toMatchObject({
      more: false,
    });
    const totals = await store.rows(
      `SELECT total::int FROM tasks WHERE conversation_id = $1 AND type = 'correction' ORDER BY id`,
      [id],
    );
    expect(totals).toEqual([{ total: 500 }, { total: 1 }]);
    const [last] = await store.rows(
      `SELECT raw FROM segments JOIN tasks ON tasks.id = correction_task_id
       WHERE tasks.conversation_id = $1 AND total = 1`,
      [id],
    );
    expect(last).toEqual({ raw: 'word500' });
  });

  describe('has a summary', () => {
    it('that is open once at most; the next one covers what came meanwhile', async () => {
      const id = await aConversation();
      const first = await store.taken(id, 'summary');
      await post(id);
      expect((await store.taken(id, 'summary')).id).toBe(first.id);
      await store.repositories.summaries.start(runOf(first), 'run-1');
      await post(id);
      expect(await typesOf(id)).not.toContain('summary');
      const made = {
        engine: 'e',
        ...PLAIN_RESULT,
        turnCount: 2,
        content: CONTENT,
        warnings: [],
        revision: 2,
      };
      expect(await store.repositories.summaries.complete(runOf(first), made)).toEqual({
        behind: true,
      });
      const second = await store.taken(id, 'summary');
      await summarise(second);
      expect(await store.repositories.summaries.latest(id)).toMatchObject({
        summary: { revision: 3 },
        current: true,
      });
      expect(await tasksOf(id, 'summary')).toBe(2);
    });

    it('only when the text has changed since the last one', async () => {
      const id = await aConversation();
      await summarise(await store.taken(id, 'summary'));
      expect(await typesOf(id)).not.toContain('summary');
      await post(id);
      expect(await typesOf(id)).toContain('summary');
    });

    it.each(['failed', 'cancelled'])('that %s is not created again before that', async (state) => {
      const id = await aConversation();
      const task = await store.taken(id, 'summary');
      if (state === 'cancelled') await store.repositories.tasks.requestCancel(task.id);
      else await store.repositories.tasks.end(runOf(task), A_FAILURE);
      expect(await typesOf(id)).not.toContain('summary');
      await post(id);
      expect((await store.taken(id, 'summary')).id).not.toBe(task.id);
    });

    it('that failed is taken again when it is retried', async () => {
      const id = await aConversation();
      const task = await store.taken(id, 'summary');
      await store.repositories.tasks.end(runOf(task), A_FAILURE);
      await store.repositories.tasks.retry(task.id);
      const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
      expect(tasks.find(({ type }) => type === 'summary')).toMatchObject({
        taskId: task.id,
        attempt: 2,
        skipsQuietWait: true,
      });
    });

    it('never two, also when an earlier one is retried', async () => {
      const id = await aConversation();
      const failed = await store.taken(id, 'summary');
      await store.repositories.tasks.end(runOf(failed), A_FAILURE);
      await post(id);
      await store.taken(id, 'summary');
      const again = store.repositories.tasks.retry(failed.id);
      await expect(again).rejects.toMatchObject({ code: 'task_not_retryable' });
      expect(await store.task(failed.id)).toMatchObject({ state: 'failed', attempt: 1 });
    });

    it('never two, also when one is taken while another is retried', async () => {
      const id = await aConversation();
      const failed = await store.taken(id, 'summary');
      await store.repositories.tasks.end(runOf(failed), A_FAILURE);
      for (let round = 0; round < 10; round += 1) {
        await post(id);
        await Promise.allSettled([
          store.repositories.tasks.retry(failed.id),
          store.repositories.pendingWork.take({ kind: 'conversation', id }),
        ]);
        const open = await store.rows(
          `SELECT id, attempt FROM tasks
           WHERE conversation_id = $1 AND type = 'summary' AND ended_at IS NULL`,
          [id],
        );
        expect(open).toHaveLength(1);
        const run = { taskId: String(open[0]?.['id']), attempt: Number(open[0]?.['attempt']) };
        await store.repositories.tasks.end(run, A_FAILURE);
      }
    });
  });

  describe('has the priority of its source', () => {
    const postBatch = (id: string) =>
      store.repositories.exchanges.add({ ...anExchange(id), priority: 'batch' }, null);
    const prioritiesOf = async (id: string) => {
      const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
      return tasks.map(({ type, priority }) => `${type} ${priority}`).sort();
    };
    const all = (priority: string) =>
      ['correction', 'significance', 'summary'].map((type) => `${type} ${priority}`);

    it('which is interactive unless all of it is batch', async () => {
      const [interactive, batch, mixed] = [
        await store.newConversation(),
        await store.newConversation(),
        await store.newConversation(),
      ];
      await post(interactive);
      await postBatch(batch);
      await postBatch(mixed);
      await post(mixed);
      expect(await prioritiesOf(interactive)).toEqual(all('interactive'));
      expect(await prioritiesOf(batch)).toEqual(all('batch'));
      expect(await prioritiesOf(mixed)).toEqual(all('interactive'));
    });

    it('so the correction of a clip has the priority of its transcription', async () => {
      const id = await store.newConversation();
      const clipId = await store.repositories.clips.acceptClip(
        { ...aClip(id), priority: 'batch' },
        null,
      );
      await store.rows(
        `INSERT INTO segments (id, conversation_id, turn_id, clip_id, position, start_ms, end_ms, raw, confidence)
         SELECT 'seg-' || id, conversation_id, turn_id, id, 0, 0, 1, 'hello', 1 FROM clips WHERE id = $1`,
        [clipId],
      );
      expect(await prioritiesOf(id)).toEqual(['correction batch', 'transcription batch']);
    });

    it('and a pending batch summary becomes interactive with an interactive exchange', async () => {
      const id = await store.newConversation();
      await postBatch(id);
      expect(await prioritiesOf(id)).toContain('summary batch');
      await post(id);
      expect(await prioritiesOf(id)).toContain('summary interactive');
    });

    it('and an explicit request makes it interactive', async () => {
      const id = await store.newConversation();
      await postBatch(id);
      await store.repositories.pendingWork.take({ kind: 'conversation', id });
      await store.repositories.requestedTasks.create({ type: 'summary', conversationId: id }, null);
      expect(await prioritiesOf(id)).toContain('summary interactive');
    });
  });
});
