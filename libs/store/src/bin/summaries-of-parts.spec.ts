import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newOwner, TestStore } from '../store.fixture.ts';
import { aPartedConversation, summarise, type Part } from './parts.fixture.ts';

const KINDS = ['exchange', 'clip'] as const;

describe('a deletion leaves no summary that tells of what is deleted', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const remove = (part: Part) => store.repositories.bin.delete(part);
  const restore = (part: Part) => store.repositories.bin.restore(part);
  const summaryOf = async (id: string) =>
    (await store.repositories.summaries.latest(id))?.summary.content.overview ?? null;

  it.each(KINDS)('which is made again, also after a restore (%s)', async (kind) => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    await summarise(store, id);
    expect(await summaryOf(id)).toContain('March');
    await remove(parts[kind]);
    expect(await summaryOf(id)).toBeNull();
    expect(await store.count('summaries', 'conversation_id = $1', [id])).toBe(0);
    await summarise(store, id);
    expect(await summaryOf(id)).not.toContain('March');
    await restore(parts[kind]);
    expect((await store.repositories.summaries.latest(id))?.current).toBe(false);
    await summarise(store, id);
    expect(await summaryOf(id)).toContain('March');
  });

  it('also when it is being made at that moment', async () => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    await summarise(store, id, () => remove(parts.exchange));
    expect(await summaryOf(id)).toBeNull();
    // What came back meanwhile is missing in it, but nothing in it is deleted.
    await summarise(store, id, () => restore(parts.exchange));
    expect(await summaryOf(id)).toBe('The hall is small.');
    await summarise(store, id);
    expect(await summaryOf(id)).toContain('March');
  });

  it('and none when nothing is left', async () => {
    const { id, parts } = await aPartedConversation(store, newOwner());
    await summarise(store, id);
    await remove(parts.clip);
    await remove(parts.other);
    await summarise(store, id);
    expect(await summaryOf(id)).toBeNull();
  });
});
