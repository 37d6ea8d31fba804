import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsNaming } from '../bin.fixture.ts';
import { idsOfPart } from '../bin/parts.fixture.ts';
import { aPlan, aResult, CHUNK_MS, joinChunks } from '../heard.fixture.ts';
import { runOf, TestStore } from '../store.fixture.ts';
import type { TurnDivider } from '../transcripts/segments-of-turns.ts';
import { aSharedRecording, importShared } from './shared-recording.fixture.ts';

const SOON = new Date(Date.now() + 60_000);

describe('a recording with several turns', () => {
  let store: TestStore;
  let imported = 0;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const turnsOf = async (id: string) =>
    (await store.repositories.transcripts.find(id))?.turns ?? [];

  async function aConversation(isTranscribed = true) {
    imported += 1;
    const { id } = await importShared(store, aSharedRecording(`talk${imported}`, isTranscribed));
    const [turn, ...others] = await turnsOf(id);
    return {
      ...{ id, clipId: turn?.clip?.id ?? '', exchangeId: turn?.exchangeId ?? '' },
      turnIds: [turn, ...others].map((each) => each?.turnId ?? ''),
    };
  }

  it('is that of each of them', async () => {
    const { id, clipId, turnIds } = await aConversation();
    const found = await turnsOf(id);
    expect(found.map(({ speaker, clip, taskState }) => [speaker, clip?.id, taskState])).toEqual([
      ['Ada', clipId, 'completed'],
      ['Bob', clipId, 'completed'],
      ['Ada', clipId, 'completed'],
    ]);
    expect(found.flatMap(({ segments }) => segments.map((each) => each.clipId))).toEqual([
      ...[clipId, clipId, clipId],
    ]);
    const alone = await store.repositories.transcripts.findTurn(turnIds[1] ?? '');
    expect(alone?.clip?.id).toBe(clipId);
    const counts = { exchangeCount: 1, clipCount: 1, revision: 1 };
    expect(await store.repositories.conversations.find(id)).toMatchObject(counts);
  });

  it.each(['clip', 'exchange'] as const)(
    'is deleted, restored and purged with all of them (%s)',
    async (kind) => {
      const { id, clipId, exchangeId, turnIds } = await aConversation();
      const part = { kind, id: kind === 'clip' ? clipId : exchangeId };
      const ids = [...turnIds, clipId, exchangeId];
      expect(await idsOfPart(store, { kind: 'exchange', id: exchangeId })).toEqual(
        expect.arrayContaining(ids),
      );
      const before = await rowsNaming(store, ids);
      await store.repositories.bin.delete(part);
      expect(await rowsNaming(store, ids)).toEqual({});
      const gone = { exchangeCount: 0, clipCount: 0 };
      expect(await store.repositories.conversations.find(id)).toMatchObject(gone);
      await store.repositories.bin.restore(part);
      expect(await rowsNaming(store, ids)).toEqual(before);
      expect(await turnsOf(id)).toHaveLength(3);
      await store.repositories.bin.delete(part, true);
      await store.repositories.binPurge.purge(part.id, SOON);
      expect(await store.count('bin_rows', 'item_id = $1', [part.id])).toBe(0);
      expect(await turnsOf(id)).toEqual([]);
    },
  );

  it('keeps what was imported as an earlier version of each turn when it is transcribed', async () => {
    const { id, clipId, turnIds } = await aConversation(false);
    const run = runOf(await store.taskOf(clipId));
    const { textVersions, transcriptions, transcripts } = store.repositories;
    await transcriptions.start(run, 'run-1');
    await transcriptions.savePlan(run, aPlan(1));
    const result = aResult(`again:${id}`, ['We', 'said', 'so.']);
    const chunk = { index: 0, resultKey: result.key, audioMs: CHUNK_MS };
    await transcriptions.finishChunk(run, chunk, result);
    const spansSeen: number[] = [];
    const known: TurnDivider = (first, spans) => {
      spansSeen.push(spans.length);
      return (segment) => [
        { segment, turnId: segment.text === 'said' ? (spans[1]?.turnId ?? '') : first },
      ];
    };
    const dividers = { known, bySpeaker: null, isTold: false };
    await transcripts.complete(run, clipId, joinChunks, dividers);
    expect(spansSeen).toEqual([3]);
    const texts = (await turnsOf(id)).map(({ segments }) => segments.map(({ raw }) => raw));
    expect(texts.flat().sort()).toEqual(['We', 'said', 'so.']);
    for (const [index, turnId] of turnIds.entries()) {
      const query = { conversationId: id, turnId, limit: 5 };
      const versions = await textVersions.list(query);
      const raw = ['We launch in March.', 'Good to hear.', 'It is settled.'][index];
      expect(versions?.items).toMatchObject([{ clipId, segments: [{ raw }] }]);
    }
  });

  it('is kept as it is when a person has edited one of its turns', async () => {
    const { id, clipId, turnIds } = await aConversation(false);
    const [segment] = (await turnsOf(id))[2]?.segments ?? [];
    await store.repositories.segments.edit(id, segment?.id ?? '', 'It is settled now.');
    const run = runOf(await store.taskOf(clipId));
    await store.repositories.transcriptions.start(run, 'run-1');
    await store.repositories.transcriptions.savePlan(run, aPlan(0));
    const done = await store.repositories.transcripts.complete(run, clipId, joinChunks);
    expect(done?.warnings).toMatchObject([{ code: 'edited_text_kept' }]);
    expect((await turnsOf(id)).map(({ segments }) => segments.length)).toEqual([1, 1, 1]);
    expect(turnIds).toHaveLength(3);
  });
});
