import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskState, TaskType } from '#contracts/tasks';
import { newId } from '../database/ids.ts';
import { TestStore } from '../store.fixture.ts';

type Work = readonly [TaskType, TaskState];

describe('the states of the work on conversations', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A conversation with tasks, the oldest first. */
  async function conversationWith(...work: readonly Work[]): Promise<string> {
    const input = { ownerId: 'ada', title: 'A talk', tags: [] };
    const { id } = await store.repositories.conversations.create(input, null);
    for (const [type, state] of work) {
      const taskId = newId('task');
      await store.rows(
        `INSERT INTO tasks (id, type, state, owner_id, conversation_id, warnings, workflow_id,
           created_at, ended_at)
         VALUES ($1, $2, $3, 'ada', $4, '[]', $1, now(),
           CASE WHEN $3 IN ('pending', 'running', 'cancelling') THEN NULL ELSE now() END)`,
        [taskId, type, state, id],
      );
    }
    return id;
  }

  const statesOf = async (...ids: readonly string[]) => {
    const states = await store.repositories.conversations.workStatesOf(ids);
    return ids.map((id) => [...(states.get(id) ?? [])].sort());
  };

  it('are each state once, by conversation', async () => {
    const both = await conversationWith(
      ...([
        ['transcription', 'completed'],
        ['transcription', 'completed'],
        ['correction', 'failed'],
        ['correction', 'failed'],
        ['significance', 'running'],
      ] as const),
    );
    const done = await conversationWith(['transcription', 'completed']);
    const none = await conversationWith();
    expect(await statesOf(both, done, none)).toEqual([
      ['completed', 'failed', 'running'],
      ['completed'],
      [],
    ]);
    expect(await statesOf()).toEqual([]);
  });

  it('leave out a summary that failed before another one, but not a correction', async () => {
    const summary = await conversationWith(['summary', 'failed'], ['summary', 'completed']);
    const failedLast = await conversationWith(['summary', 'completed'], ['summary', 'failed']);
    const open = await conversationWith(['summary', 'failed'], ['summary', 'pending']);
    const correction = await conversationWith(
      ['correction', 'failed'],
      ['correction', 'completed'],
    );
    expect(await statesOf(summary, failedLast, open, correction)).toEqual([
      ['completed'],
      ['completed', 'failed'],
      ['failed', 'pending'],
      ['completed', 'failed'],
    ]);
  });

  it('read few tasks of a conversation with many that are completed', async () => {
    const id = await conversationWith(['summary', 'running']);
    await store.rows(
      `INSERT INTO tasks (id, type, state, owner_id, conversation_id, warnings, workflow_id,
         created_at, ended_at)
       SELECT 'tsk_' || lpad(n::text, 26, '0'), 'correction', 'completed', 'ada', $1, '[]',
         'w' || n, now(), now() FROM generate_series(1, 20000) AS n`,
      [id],
    );
    await store.rows('VACUUM ANALYZE tasks');
    expect(await statesOf(id)).toEqual([['completed', 'running']]);
    const [plan] = await store.rows(
      `EXPLAIN SELECT state FROM tasks WHERE conversation_id = '${id}' AND state <> 'completed'`,
    );
    expect(JSON.stringify(plan)).toContain('tasks_unfinished');
  });
});
