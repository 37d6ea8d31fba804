import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { newOwner, TestStore } from '../store.fixture.ts';

describe('the narrative of a memory', () => {
  let store: TestStore;
  let id: string;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    const given = { ownerId: newOwner(), narrative: 'Ada moved to Rome.', priorDialogue: [] };
    ({ id } = await store.repositories.memories.write(given, null, true));
  });

  const narrative = async () => (await store.repositories.memories.require(id)).narrative;
  const earlier = async () =>
    (await store.repositories.memoryEdits.earlier(id)).map((each) => each.narrative);
  const edits = () =>
    store.count('events', `type = 'memory_edited' AND data->>'memoryId' = $1`, [id]);

  it('is replaced, and every earlier one is kept in its order', async () => {
    const before = await store.repositories.memories.require(id);
    expect(before.editedAt).toBeNull();
    await store.repositories.memoryEdits.edit(id, 'Ada moved to Lisbon.');
    await store.repositories.memoryEdits.edit(id, 'Ada moved to Porto.');
    const after = await store.repositories.memories.require(id);
    expect(after).toEqual({
      ...before,
      narrative: 'Ada moved to Porto.',
      editedAt: expect.any(Date) as unknown,
    });
    expect(await earlier()).toEqual(['Ada moved to Rome.', 'Ada moved to Lisbon.']);
    expect(await edits()).toBe(2);
  });

  it('that stays the same is no edit', async () => {
    await store.repositories.memoryEdits.edit(id, 'Ada moved to Rome.');
    expect([await earlier(), await edits()]).toEqual([[], 0]);
  });

  it('loses none of those who edit at once', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `Ada moved to town ${index}.`);
    await Promise.all(texts.map((text) => store.repositories.memoryEdits.edit(id, text)));
    const all = [...(await earlier()), await narrative()];
    expect(all[0]).toBe('Ada moved to Rome.');
    expect(all.slice(1).toSorted()).toEqual(texts.toSorted());
  });

  it('never gets into the change log', async () => {
    await store.repositories.memoryEdits.edit(id, 'A secret of Ada.');
    expect(await store.count('events', `data::text LIKE '%secret%'`)).toBe(0);
  });

  it('of a memory that does not exist is an error', async () => {
    const nowhere = newId('memory');
    const { memoryEdits } = store.repositories;
    await expect(memoryEdits.edit(nowhere, 'Nothing.')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(memoryEdits.earlier(nowhere)).rejects.toMatchObject({ code: 'not_found' });
  });
});
