import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiClient } from '../../support/api-client.ts';
import { composedTalk } from '../../support/composed-talk.ts';
import { eventually } from '../../support/eventually.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';

jest.setTimeout(10 * 60_000);

let stack: Stack;
let api: ApiClient;
let recording: string;

beforeAll(async () => {
  stack = await startStack();
  api = new ApiClient(stack.baseUrl);
  recording = path.join(stack.dataFolder, 'talk.wav');
  await writeFile(recording, (await composedTalk(240)).wav);
});

afterAll(() => stack.stop());

/** How often the voices in each chunk of a task were embedded. */
async function timesEmbedded(taskId: string): Promise<readonly number[]> {
  const rows = await query<{ times: number }>(
    stack.databaseUrl,
    `SELECT times_embedded AS times FROM task_chunks JOIN voice_results ON key = voice_key
     WHERE task_id = $1`,
    [taskId],
  );
  return rows.map(({ times }) => times);
}

async function uploaded(title: string, fields: Readonly<Record<string, string>>) {
  const { id } = await api.createConversation(title, { ownerId: 'voices' });
  const { task } = await api.uploadWith(id, recording, { diarisation: 'on', ...fields });
  return { id, taskId: task.id };
}

const someEmbedded = (taskId: string) =>
  eventually(async () => {
    expect((await timesEmbedded(taskId)).length).toBeGreaterThanOrEqual(1);
  }, 240_000);

describe('a worker that is killed while it embeds voices', () => {
  it('leaves them stored, and another embeds the others, each once', async () => {
    const { id, taskId } = await uploaded('Killed', {});
    await someEmbedded(taskId);
    process.kill(pidOf('worker', stack), 'SIGKILL');
    await api.until(taskId, 'completed', 240_000);
    const times = await timesEmbedded(taskId);
    expect(times.length).toBeGreaterThanOrEqual(6);
    expect(new Set(times)).toEqual(new Set([1]));
    const names = (await api.transcript(id)).turns.map(({ speaker }) => speaker);
    expect(new Set(names)).toEqual(new Set(['Speaker 1', 'Speaker 2']));
  });
});

describe('a task that is cancelled while voices are embedded', () => {
  it('ends within seconds, and embeds no more', async () => {
    // Another track, so that nothing of it is stored.
    const { taskId } = await uploaded('Cancelled', { track: '1' });
    await someEmbedded(taskId);
    const before = await timesEmbedded(taskId);
    const cancelledAt = Date.now();
    await api.json(`/tasks/${taskId}/cancel`, { method: 'POST' });
    await api.until(taskId, 'cancelled', 20_000);
    expect(Date.now() - cancelledAt).toBeLessThan(8_000);
    const after = await timesEmbedded(taskId);
    expect(after.length).toBeLessThanOrEqual(before.length + 1);
  });
});
