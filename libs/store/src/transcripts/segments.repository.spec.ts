import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { anExchange, TestStore } from '../store.fixture.ts';

describe('edited segments', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A typed turn that was corrected. */
  async function corrected() {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id, 'teh launch'), null);
    await store.rows(`UPDATE segments SET corrected = 'the launch' WHERE conversation_id = $1`, [
      id,
    ]);
    await store.rows('DELETE FROM work_signals');
    const segment = (await store.repositories.transcripts.find(id))?.turns[0]?.segments[0];
    return { id, segmentId: segment?.id ?? '' };
  }

  async function layersOf(id: string) {
    const segment = (await store.repositories.transcripts.find(id))?.turns[0]?.segments[0];
    return [segment?.raw, segment?.corrected, segment?.edited];
  }

  const revisionOf = async (id: string) =>
    (await store.repositories.conversations.find(id))?.revision;
  const signalsOf = (id: string) => store.count('work_signals', 'entity_id = $1', [id]);

  const editsOf = async (id: string) => {
    const rows = await store.rows(
      `SELECT data FROM events WHERE conversation_id = $1 AND type = 'segment_edited'
       ORDER BY sequence`,
      [id],
    );
    return rows.map((row): unknown => row['data']);
  };

  it('are a layer above the corrected text, as a new revision with a work signal', async () => {
    const { id, segmentId } = await corrected();
    const edited = await store.repositories.segments.edit(id, segmentId, 'The Launch');
    expect(edited).toMatchObject({
      revision: 2,
      segment: { raw: 'teh launch', corrected: 'the launch', edited: 'The Launch' },
    });
    expect(await layersOf(id)).toEqual(['teh launch', 'the launch', 'The Launch']);
    expect(await revisionOf(id)).toBe(2);
    expect(await signalsOf(id)).toBe(1);
    expect(await editsOf(id)).toMatchObject([{ segmentId, revision: 2, undone: false }]);
  });

  it('show the layer below once the edit is undone', async () => {
    const { id, segmentId } = await corrected();
    await store.repositories.segments.edit(id, segmentId, 'The Launch');
    expect(await store.repositories.segments.edit(id, segmentId, null)).toMatchObject({
      revision: 3,
      segment: { corrected: 'the launch', edited: null },
    });
    expect(await layersOf(id)).toEqual(['teh launch', 'the launch', null]);
    expect(await signalsOf(id)).toBe(2);
    expect(await editsOf(id)).toMatchObject([{ undone: false }, { undone: true, revision: 3 }]);
  });

  it('do not change when they are set to the same text', async () => {
    const { id, segmentId } = await corrected();
    expect(await store.repositories.segments.edit(id, segmentId, null)).toMatchObject({
      revision: 1,
    });
    await store.repositories.segments.edit(id, segmentId, 'The Launch');
    const again = await store.repositories.segments.edit(id, segmentId, 'The Launch');
    expect(again).toMatchObject({ revision: 2, segment: { edited: 'The Launch' } });
    expect(await revisionOf(id)).toBe(2);
    expect(await signalsOf(id)).toBe(1);
    expect(await editsOf(id)).toHaveLength(1);
  });

  it('get a revision for each concurrent edit, and the last one stays', async () => {
    const { id, segmentId } = await corrected();
    const texts = ['one', 'two', 'three', 'four'];
    const edits = await Promise.all(
      texts.map((text) => store.repositories.segments.edit(id, segmentId, text)),
    );
    const last = edits.find(({ revision }) => revision === 5);
    expect(edits.map(({ revision }) => revision).sort()).toEqual([2, 3, 4, 5]);
    expect((await layersOf(id))[2]).toBe(last?.segment.edited);
    expect(await revisionOf(id)).toBe(5);
  });

  it('are found only in their own conversation', async () => {
    const { segmentId } = await corrected();
    const { id: elsewhere } = await corrected();
    for (const [id, segment] of [
      [elsewhere, segmentId],
      [elsewhere, newId('segment')],
      [newId('conversation'), segmentId],
    ] as const) {
      const edit = store.repositories.segments.edit(id, segment, 'mine');
      await expect(edit).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await store.count('segments', `edited = 'mine'`)).toBe(0);
  });
});
