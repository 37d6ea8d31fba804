import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { aClip, TestStore } from '../store.fixture.ts';

describe('conversations', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const planning = { ownerId: 'ada', title: 'Launch planning', tags: ['launch'] };
  const request = (key: string, requestHash = 'h1') => ({
    scope: 'POST /conversations',
    key,
    requestHash,
  });

  it('start empty, at revision 0', async () => {
    const created = await store.repositories.conversations.create(planning, null);
    expect(created).toMatchObject({ ...planning, revision: 0, clipCount: 0 });
    expect(created.id).toMatch(/^cnv_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(await store.repositories.conversations.find(created.id)).toEqual(created);
  });

  it('are not created twice for one request', async () => {
    const first = await store.repositories.conversations.create(planning, request('k1'));
    expect(await store.repositories.conversations.create(planning, request('k1'))).toEqual(first);
    expect(await store.count('events', 'conversation_id = $1', [first.id])).toBe(1);
  });

  it('are created once when the same request arrives concurrently', async () => {
    const before = await store.count('conversations');
    const asked = [1, 2, 3, 4, 5].map(() =>
      store.repositories.conversations.create(planning, request('k2')),
    );
    const ids = new Set((await Promise.all(asked)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(await store.count('conversations')).toBe(before + 1);
  });

  it('reject an idempotency key that came with another request', async () => {
    await store.repositories.conversations.create(planning, request('k3'));
    const reused = store.repositories.conversations.create(planning, request('k3', 'h2'));
    await expect(reused).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('keep the idempotency keys of scopes apart', async () => {
    const mine = await store.repositories.conversations.create(planning, request('k4'));
    const other = { ...request('k4', 'h2'), scope: 'POST /conversations of bob' };
    const theirs = await store.repositories.conversations.create(
      { ...planning, ownerId: 'bob' },
      other,
    );
    expect(theirs.id).not.toBe(mine.id);
  });

  it('have a glossary that is empty by default', async () => {
    const plain = await store.repositories.conversations.create(planning, null);
    expect(plain).toMatchObject({ glossary: [] });
    const given = { ...planning, glossary: ['Afterword'] };
    expect(await store.repositories.conversations.create(given, null)).toMatchObject({
      glossary: ['Afterword'],
    });
  });

  it('change only what a person changes, and keep their revision', async () => {
    const { id } = await store.repositories.conversations.create(planning, null);
    const changed = await store.repositories.conversations.change(id, {
      title: 'Swordfish',
      tags: [],
    });
    expect(changed).toMatchObject({ title: 'Swordfish', tags: [], glossary: [], revision: 0 });
    const again = await store.repositories.conversations.change(id, { glossary: ['Afterword'] });
    expect(again).toMatchObject({ title: 'Swordfish', glossary: ['Afterword'], revision: 0 });
    expect(await store.repositories.conversations.find(id)).toEqual(again);
    const events = await store.rows(
      `SELECT data FROM events WHERE conversation_id = $1 AND type = 'conversation_changed'
       ORDER BY sequence`,
      [id],
    );
    expect(events.map((row): unknown => row['data'])).toEqual([
      { changed: ['title', 'tags'] },
      { changed: ['glossary'] },
    ]);
  });

  it('do not change without changes, or when they do not exist', async () => {
    const created = await store.repositories.conversations.create(planning, null);
    expect(await store.repositories.conversations.change(created.id, {})).toEqual(created);
    expect(await store.count('events', 'conversation_id = $1', [created.id])).toBe(1);
    expect(
      await store.repositories.conversations.change(newId('conversation'), { title: 'x' }),
    ).toBeNull();
  });

  it('are listed page by page, newest first, each once and only those of the owner', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) ids.unshift(await store.newConversation('eve'));
    await store.newConversation('mallory');
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await store.repositories.conversations.list({
        ownerId: 'eve',
        limit: 2,
        cursor,
      });
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(ids);
  });

  it('end the list without a cursor when the last page is exactly full', async () => {
    await store.newConversation('grace');
    const page = await store.repositories.conversations.list({ ownerId: 'grace', limit: 1 });
    expect(page).toMatchObject({ items: [{ ownerId: 'grace' }], nextCursor: null });
  });

  it('show their clips in order, and a clip only in its own conversation', async () => {
    const id = await store.newConversation();
    const first = await store.repositories.clips.acceptClip(aClip(id), null);
    const second = await store.repositories.clips.acceptClip(
      { ...aClip(id), speaker: 'Ben' },
      null,
    );
    const clips = await store.repositories.conversations.clipsOf(id);
    expect(clips.map(({ clip, speaker }) => [clip.id, speaker])).toEqual([
      [first, 'Ada'],
      [second, 'Ben'],
    ]);
    expect(await store.repositories.conversations.findClip(id, second)).toEqual(clips[1]);
    const elsewhere = await store.newConversation();
    expect(await store.repositories.conversations.findClip(elsewhere, second)).toBeNull();
  });
});
