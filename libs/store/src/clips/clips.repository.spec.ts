import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { aClip, TestStore } from '../store.fixture.ts';
import type { NewClip } from './clip.events.ts';

const TABLES = [
  'events',
  'exchanges',
  'turns',
  'clips',
  'tasks',
  'work_signals',
  'idempotency_keys',
];

describe('accepting clips', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const counts = async () => Promise.all(TABLES.map((table) => store.count(table)));
  const signalsOf = (id: string) =>
    store.rows('SELECT entity_kind, entity_id, owner_id FROM work_signals WHERE entity_id = $1', [
      id,
    ]);
  const request = (key: string, requestHash = 'h1') => ({ scope: 'POST clips', key, requestHash });

  it('stores the clip, its events, its task and the work signal of the conversation', async () => {
    const id = await store.newConversation();
    const clipId = await store.repositories.clips.acceptClip(aClip(id), null);
    const task = await store.taskOf(clipId);
    expect(task).toMatchObject({ type: 'transcription', state: 'pending', attempt: 1, version: 1 });
    expect(task).toMatchObject({ ownerId: 'ada', conversationId: id });
    expect(task.workflowId).toBe(`transcription:${clipId}`);
    expect(await signalsOf(id)).toEqual([
      { entity_kind: 'conversation', entity_id: id, owner_id: 'ada' },
    ]);
    expect(await store.count('outbox')).toBe(0);
    expect(await store.rows('SELECT task_id FROM clips WHERE id = $1', [clipId])).toEqual([
      { task_id: task.id },
    ]);
    const events = await store.rows(
      'SELECT type FROM events WHERE conversation_id = $1 ORDER BY sequence',
      [id],
    );
    expect(events.map((row) => row['type'])).toEqual([
      'conversation_created',
      'clip_received',
      'task_created',
    ]);
    expect(await store.repositories.conversations.find(id)).toMatchObject({
      clipCount: 1,
      exchangeCount: 1,
      revision: 0,
    });
  });

  it('rejects a clip for a conversation that does not exist and stores nothing', async () => {
    const before = await counts();
    const lost = store.repositories.clips.acceptClip(aClip(newId('conversation')), request('lost'));
    await expect(lost).rejects.toMatchObject({ code: 'not_found' });
    expect(await counts()).toEqual(before);
  });

  it('stores nothing when the last step fails', async () => {
    const id = await store.newConversation();
    const before = await counts();
    await store.rows('ALTER TABLE work_signals ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    await expect(store.repositories.clips.acceptClip(aClip(id), request('k'))).rejects.toThrow();
    await store.rows('ALTER TABLE work_signals DROP CONSTRAINT refuse');
    expect(await counts()).toEqual(before);
    expect(await store.repositories.conversations.find(id)).toMatchObject({ clipCount: 0 });
  });

  it('accepts the same request once, also when it arrives concurrently', async () => {
    const id = await store.newConversation();
    const asked = [1, 2, 3, 4, 5].map(() =>
      store.repositories.clips.acceptClip(aClip(id), request('again')),
    );
    const clips = new Set(await Promise.all(asked));
    clips.add(await store.repositories.clips.acceptClip(aClip(id), request('again')));
    expect(clips.size).toBe(1);
    expect(await store.count('clips', 'conversation_id = $1', [id])).toBe(1);
    expect(await store.count('tasks', 'conversation_id = $1', [id])).toBe(1);
  });

  it('rejects an idempotency key that came with another request', async () => {
    const id = await store.newConversation();
    await store.repositories.clips.acceptClip(aClip(id), request('reused'));
    const other = store.repositories.clips.acceptClip(
      aClip(id, 'b'.repeat(64)),
      request('reused', 'h2'),
    );
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await store.count('clips', 'conversation_id = $1', [id])).toBe(1);
  });

  it('releases the idempotency key of a rejected request', async () => {
    const nowhere = aClip(newId('conversation'));
    await expect(store.repositories.clips.acceptClip(nowhere, request('freed'))).rejects.toThrow();
    const id = await store.newConversation();
    const clipId = await store.repositories.clips.acceptClip(aClip(id), request('freed', 'h2'));
    expect(await store.count('clips', 'id = $1', [clipId])).toBe(1);
  });

  it('accepts clips for one conversation concurrently', async () => {
    const id = await store.newConversation();
    await Promise.all(
      Array.from({ length: 20 }, () => store.repositories.clips.acceptClip(aClip(id), null)),
    );
    expect(await store.repositories.conversations.find(id)).toMatchObject({
      clipCount: 20,
      exchangeCount: 20,
    });
  });

  it('keeps the bytes of a new request once, and of no other request', async () => {
    const id = await store.newConversation();
    let kept = 0;
    const accept = (clip: NewClip, requestHash?: string) =>
      store.repositories.clips.acceptClip(clip, request('bytes', requestHash), () => {
        kept += 1;
        return Promise.resolve();
      });
    await Promise.all([accept(aClip(id)), accept(aClip(id)), accept(aClip(id))]);
    await expect(accept(aClip(id), 'h2')).rejects.toThrow();
    await expect(accept(aClip(newId('conversation')))).rejects.toThrow();
    expect(kept).toBe(1);
  });

  it('stores nothing of a clip whose bytes cannot be kept', async () => {
    const id = await store.newConversation();
    const before = await counts();
    const fullDisk = () => Promise.reject(new Error('no space left'));
    const lost = store.repositories.clips.acceptClip(aClip(id), request('disk'), fullDisk);
    await expect(lost).rejects.toThrow('no space left');
    expect(await counts()).toEqual(before);
    const again = await store.repositories.clips.acceptClip(aClip(id), request('disk'));
    expect(await store.count('clips', 'id = $1', [again])).toBe(1);
  });

  it('answers each request of a batch separately', async () => {
    const [id, other] = [await store.newConversation(), await store.newConversation('bob')];
    await store.repositories.clips.acceptClip(aClip(id), request('taken'));
    const before = await store.count('clips');
    const outcomes = await Promise.allSettled([
      store.repositories.clips.acceptClip(aClip(id), null),
      store.repositories.clips.acceptClip(aClip(newId('conversation')), null),
      store.repositories.clips.acceptClip(aClip(id), request('taken', 'h2')),
      store.repositories.clips.acceptClip(aClip(other), null, () =>
        Promise.reject(new Error('disk')),
      ),
      store.repositories.clips.acceptClip(aClip(other), null),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { reason: { code: 'not_found' } },
      { reason: { code: 'idempotency_key_reused' } },
      { reason: new Error('disk') },
      { status: 'fulfilled' },
    ]);
    expect(await store.count('clips')).toBe(before + 2);
    expect(await store.repositories.conversations.find(other)).toMatchObject({ clipCount: 1 });
    const theirs = outcomes[4];
    const clipId = theirs.status === 'fulfilled' ? theirs.value : '';
    expect(await store.taskOf(clipId)).toMatchObject({ ownerId: 'bob', conversationId: other });
    expect(await signalsOf(other)).toEqual([
      { entity_kind: 'conversation', entity_id: other, owner_id: 'bob' },
    ]);
  });
});
