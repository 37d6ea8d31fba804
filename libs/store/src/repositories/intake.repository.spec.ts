import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { aClip, TestStore } from '../store.fixture.ts';

const TABLES = ['events', 'exchanges', 'turns', 'clips', 'tasks', 'outbox', 'idempotency_keys'];

describe('taking in clips', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const counts = async () => Promise.all(TABLES.map((table) => store.count(table)));
  const request = (key: string, requestHash = 'h1') => ({ scope: 'POST clips', key, requestHash });

  it('leaves the clip, its events, its task and the mark for Temporal', async () => {
    const id = await store.newConversation();
    const clipId = await store.intake.acceptClip(aClip(id), null);
    const task = await store.taskOf(clipId);
    expect(task).toMatchObject({ type: 'transcription', state: 'pending', attempt: 1, version: 1 });
    expect(task).toMatchObject({ ownerId: 'ada', conversationId: id });
    expect(task.workflowId).toBe(`transcription:${clipId}`);
    expect(await store.count('outbox', `task_id = $1 AND kind = 'start'`, [task.id])).toBe(1);
    const events = await store.rows(
      'SELECT type FROM events WHERE conversation_id = $1 ORDER BY sequence',
      [id],
    );
    expect(events.map((row) => row['type'])).toEqual([
      'conversation_created',
      'clip_received',
      'task_created',
    ]);
    expect(await store.conversations.find(id)).toMatchObject({ clipCount: 1, revision: 0 });
  });

  it('refuses a clip for a conversation that does not exist and leaves nothing of it', async () => {
    const before = await counts();
    const lost = store.intake.acceptClip(aClip(newId('conversation')), request('lost'));
    await expect(lost).rejects.toMatchObject({ code: 'not_found' });
    expect(await counts()).toEqual(before);
  });

  it('leaves nothing when the last step fails', async () => {
    const id = await store.newConversation();
    const before = await counts();
    await store.rows('ALTER TABLE outbox ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    await expect(store.intake.acceptClip(aClip(id), request('k'))).rejects.toThrow();
    await store.rows('ALTER TABLE outbox DROP CONSTRAINT refuse');
    expect(await counts()).toEqual(before);
    expect(await store.conversations.find(id)).toMatchObject({ clipCount: 0 });
  });

  it('accepts the same request once, also when it comes several times at once', async () => {
    const id = await store.newConversation();
    const asked = [1, 2, 3, 4, 5].map(() => store.intake.acceptClip(aClip(id), request('again')));
    const clips = new Set(await Promise.all(asked));
    clips.add(await store.intake.acceptClip(aClip(id), request('again')));
    expect(clips.size).toBe(1);
    expect(await store.count('clips', 'conversation_id = $1', [id])).toBe(1);
    expect(await store.count('tasks', 'conversation_id = $1', [id])).toBe(1);
  });

  it('refuses a key that came with another request', async () => {
    const id = await store.newConversation();
    await store.intake.acceptClip(aClip(id), request('reused'));
    const other = store.intake.acceptClip(aClip(id, 'b'.repeat(64)), request('reused', 'h2'));
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await store.count('clips', 'conversation_id = $1', [id])).toBe(1);
  });

  it('frees the key of a request that was refused', async () => {
    const nowhere = aClip(newId('conversation'));
    await expect(store.intake.acceptClip(nowhere, request('freed'))).rejects.toThrow();
    const id = await store.newConversation();
    const clipId = await store.intake.acceptClip(aClip(id), request('freed', 'h2'));
    expect(await store.count('clips', 'id = $1', [clipId])).toBe(1);
  });

  it('takes clips for one conversation side by side', async () => {
    const id = await store.newConversation();
    await Promise.all(Array.from({ length: 20 }, () => store.intake.acceptClip(aClip(id), null)));
    expect(await store.conversations.find(id)).toMatchObject({ clipCount: 20 });
  });
});
