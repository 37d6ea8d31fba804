import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { DocumentActivities, SoleActivityRun } from '#contracts/workflows';
import { ScriptedTasks } from '../shared/scripted-tasks.fixture.ts';

describe('the workflow that reads a document', () => {
  let tasks: ScriptedTasks;
  beforeAll(async () => {
    tasks = await ScriptedTasks.open();
  });
  afterAll(() => tasks.close());

  const run = (
    readDocument: DocumentActivities['readDocument'],
    scenario: Parameters<ScriptedTasks['run']>[2],
  ) => tasks.run('document_reading', { readDocument }, scenario);

  it('is one activity, which completes the task', async () => {
    const asked: SoleActivityRun[] = [];
    const ends = await run(
      (given) => {
        asked.push(given);
        return Promise.resolve({ kind: 'done', done: 12, warnings: [], behind: false });
      },
      async (handle) => {
        expect(await handle.result()).toMatchObject({ kind: 'done', done: 12 });
      },
    );
    expect(asked).toMatchObject([{ taskId: 'tsk_1', attempt: 1, endsIn: 'extract' }]);
    expect(ends).toEqual([]);
  });

  it('records why a document cannot be read', async () => {
    const ends = await run(
      () => {
        throw ApplicationFailure.nonRetryable('It is damaged.', 'document_unreadable');
      },
      (handle) => expect(handle.result()).rejects.toThrow(),
    );
    expect(ends).toMatchObject([
      { ending: { state: 'failed', error: { code: 'document_unreadable', stage: 'extract' } } },
    ]);
  });
});
