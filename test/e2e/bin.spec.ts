import path from 'node:path';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { untilWorkerIsIdle } from '../support/idle-worker.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

describe('a conversation that is deleted while it is transcribed', () => {
  it('stops its engine, is gone, and is transcribed to the end after a restore', async () => {
    const audio = await makeLongAudio(path.join(stack.dataFolder, 'binned.wav'), 2, 11);
    const { id } = await api.createConversation('Deleted too early');
    const { task } = await api.upload(id, audio.path);
    await eventually(async () => {
      const { progress } = await api.task(task.id);
      expect(progress.stage).toBe('decode');
      expect(progress.done).toBeGreaterThan(0);
    }, 60_000);
    const removed = await api.fetch(`/conversations/${id}`, { method: 'DELETE' });
    expect(removed.status).toBe(204);
    expect((await api.fetch(`/conversations/${id}`)).status).toBe(404);
    expect((await api.fetch(`/tasks/${task.id}`)).status).toBe(404);
    await untilWorkerIsIdle(stack);
    await api.json(`/conversations/${id}/restore`, { method: 'POST' });
    await api.until(task.id, 'completed', 180_000);
    const { turns } = await api.transcript(id);
    expect(turns[0]?.segments.length).toBeGreaterThan(3);
    const types = (await api.eventLog(`conversationId=${id}&limit=200`)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['conversation_deleted', 'conversation_restored']),
    );
  }, 300_000);
});

describe('a conversation that is deleted for good', () => {
  it('is removed with the bytes of its recording, unless another one has the same', async () => {
    const audio = await makeLongAudio(path.join(stack.dataFolder, 'for-good.wav'), 1, 12);
    const bytes = readFileSync(audio.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = path.join(stack.dataFolder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
    const [first, second] = [
      await recorded('First', audio.path),
      await recorded('Second', audio.path),
    ];
    await removeForGood(first);
    expect(existsSync(file)).toBe(true);
    await removeForGood(second);
    expect(existsSync(file)).toBe(false);
    expect((await api.fetch(`/conversations/${second}/restore`, { method: 'POST' })).status).toBe(
      404,
    );
    const again = await recorded('Again', audio.path);
    expect(existsSync(file)).toBe(true);
    expect((await api.transcript(again)).turns[0]?.segments.length).toBeGreaterThan(0);
  }, 300_000);

  async function recorded(title: string, audioPath: string): Promise<string> {
    const { id } = await api.createConversation(title);
    const { task } = await api.upload(id, audioPath);
    await api.until(task.id, 'completed', 180_000);
    return id;
  }

  async function removeForGood(id: string): Promise<void> {
    const path = `/conversations/${id}?permanently=true`;
    expect((await api.fetch(path, { method: 'DELETE' })).status).toBe(204);
    await eventually(async () => {
      const types = (await api.eventLog(`conversationId=${id}&limit=200`)).map(({ type }) => type);
      expect(types).toContain('conversation_purged');
      const [latest] = (await api.tasks('?type=clean_up&limit=1')).items;
      expect(latest?.state).toBe('completed');
    }, 60_000);
  }
});
