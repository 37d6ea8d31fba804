import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CorrectionSpan } from '#contracts/model';
import { anExchange, runOf, TestStore } from '../store.fixture.ts';

const RAW = 'um teh launch is on teh moon';
const FILLER = span(0, 3, 'um ', '');
const FIRST = span(3, 6, 'teh', 'the');
const SECOND = span(20, 23, 'teh', 'the');
const REFUSED: CorrectionSpan = {
  ...{ start: 24, end: 28, before: 'moon', after: 'sun' },
  ...{ outcome: 'refused', reason: 'words_changed' },
};

describe('the changes of a segment', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const correct = async (conversationId: string, spans: readonly CorrectionSpan[]) => {
    const { corrections, requestedTasks } = store.repositories;
    await requestedTasks.create({ type: 'correction', conversationId }, null);
    const run = runOf(await store.taken(conversationId, 'correction'));
    const work = await corrections.start(run, 'run-1');
    const { segmentId = '', raw = '' } = work?.segments[0] ?? {};
    const all = [{ segmentId, raw, spans }];
    await corrections.complete(run, { engine: 'instant', corrections: all, warnings: [] });
    return segmentId;
  };
  const corrected = async (spans: readonly CorrectionSpan[] = [FILLER, FIRST, SECOND, REFUSED]) => {
    const conversationId = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(conversationId, RAW), null);
    const run = runOf(await store.taken(conversationId, 'correction'));
    const work = await store.repositories.corrections.start(run, 'run-1');
    const { segmentId = '', raw = '' } = work?.segments[0] ?? {};
    const all = [{ segmentId, raw, spans }];
    const result = { engine: 'instant', corrections: all, warnings: [] };
    await store.repositories.corrections.complete(run, result);
    return { conversationId, segmentId };
  };
  type Place = Awaited<ReturnType<typeof corrected>>;
  const outcomesOf = async (at: Place) =>
    (await store.repositories.segmentCorrections.list(at)).changes.map(({ outcome }) => outcome);
  const textOf = async ({ conversationId }: Place) =>
    (await store.repositories.transcripts.find(conversationId))?.turns[0]?.segments[0];

  it('are listed in order, taken and refused, with rule or reason', async () => {
    const at = await corrected();
    expect(await store.repositories.segmentCorrections.list(at)).toMatchObject({
      raw: RAW,
      changes: [
        { startIndex: 0, endIndex: 3, outcome: 'taken', rule: 'spelling', reason: null },
        { before: 'teh', after: 'the' },
        { startIndex: 20 },
        { outcome: 'refused', rule: null, reason: 'words_changed', before: 'moon', after: 'sun' },
      ],
    });
    expect(await textOf(at)).toMatchObject({
      corrected: 'the launch is on the moon',
      refusedChanges: 1,
    });
  });

  it('are undone one by one, as a new revision with a work signal', async () => {
    const at = await corrected();
    await store.rows('DELETE FROM work_signals');
    const undo = await store.repositories.segmentCorrections.setUndone(at, FIRST, true);
    expect(undo).toMatchObject({
      revision: 3,
      segment: { corrected: 'teh launch is on the moon' },
    });
    expect(await outcomesOf(at)).toEqual(['taken', 'undone', 'taken', 'refused']);
    expect(await store.count('work_signals', 'entity_id = $1', [at.conversationId])).toBe(1);
  });

  it('are taken again, and nothing happens twice', async () => {
    const at = await corrected();
    const { segmentCorrections: changes } = store.repositories;
    await changes.setUndone(at, FIRST, true);
    const again = await changes.setUndone(at, FIRST, false);
    expect(again).toMatchObject({
      revision: 4,
      segment: { corrected: 'the launch is on the moon' },
    });
    expect(await changes.setUndone(at, FIRST, false)).toMatchObject({ revision: 4 });
  });

  it('leave the text as it was heard when all of them are undone', async () => {
    const at = await corrected([FIRST]);
    await store.repositories.segmentCorrections.setUndone(at, FIRST, true);
    expect(await textOf(at)).toMatchObject({ raw: RAW, corrected: null });
  });

  it('stay undone in later corrections of the same text, which change other places', async () => {
    const at = await corrected();
    await store.repositories.segmentCorrections.setUndone(at, FIRST, true);
    await correct(at.conversationId, [FILLER, { ...FIRST, after: 'a' }, SECOND]);
    expect(await textOf(at)).toMatchObject({ corrected: 'teh launch is on the moon' });
    await correct(at.conversationId, [SECOND]);
    expect(await outcomesOf(at)).toEqual(['undone', 'taken']);
    await correct(at.conversationId, [FIRST, SECOND]);
    expect(await textOf(at)).toMatchObject({ corrected: 'um teh launch is on the moon' });
  });

  it('keep an edit of a person above them', async () => {
    const at = await corrected();
    await store.repositories.segments.edit(at.conversationId, at.segmentId, 'Edited.');
    await store.repositories.segmentCorrections.setUndone(at, FIRST, true);
    expect(await textOf(at)).toMatchObject({
      edited: 'Edited.',
      corrected: 'teh launch is on the moon',
    });
  });

  it('are not undone when they were refused, or are not there, or belong to another conversation', async () => {
    const at = await corrected();
    const elsewhere = { ...at, conversationId: await store.newConversation() };
    const { segmentCorrections: changes } = store.repositories;
    await expect(changes.setUndone(at, REFUSED, true)).rejects.toMatchObject({
      code: 'correction_not_taken',
    });
    for (const [place, change] of [
      [at, { start: 1, end: 2 }],
      [elsewhere, FIRST],
    ] as const) {
      await expect(changes.setUndone(place, change, true)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await expect(changes.list(elsewhere)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of versions without places are listed, and cannot be undone one by one', async () => {
    const at = await corrected([FIRST]);
    await store.rows(
      'UPDATE correction_changes SET start_index = NULL, end_index = NULL WHERE segment_id = $1',
      [at.segmentId],
    );
    const { segmentCorrections: changes } = store.repositories;
    expect((await changes.list(at)).changes).toMatchObject([{ before: 'teh', startIndex: null }]);
    await expect(changes.setUndone(at, FIRST, true)).rejects.toMatchObject({ code: 'not_found' });
  });
});

function span(start: number, end: number, before: string, after: string): CorrectionSpan {
  return { start, end, before, after, outcome: 'taken', rule: 'spelling' };
}
