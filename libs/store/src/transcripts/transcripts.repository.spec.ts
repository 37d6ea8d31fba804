import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { aPlan, aResult, CHUNK_MS, joinChunks, transcribe } from '../heard.fixture.ts';
import { A_FAILURE, Gate, runOf, TestStore } from '../store.fixture.ts';
import { lockConversations } from '../conversations/lock-conversations.ts';
import type { Stitcher, TranscriptRecord } from './transcripts.repository.ts';

describe('transcripts', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** The run of a clip whose chunks are all decoded; each text is a segment. */
  async function decodedClip(conversationId: string, chunks: readonly (readonly string[])[]) {
    const { id, attempt, clipId } = await store.runningTask(conversationId);
    const run = { taskId: id, attempt, clipId: clipId ?? '' };
    await store.repositories.transcriptions.savePlan(run, aPlan(chunks.length));
    const results = chunks.map((texts, index) => aResult(`${id}:${index}`, texts));
    await store.rows(
      `INSERT INTO chunk_results (key, engine, language, segments, warnings)
       SELECT r->>'key', r->>'engine', r->>'language', r->'segments', r->'warnings'
       FROM jsonb_array_elements($1::jsonb) r`,
      [JSON.stringify(results)],
    );
    const finish = `UPDATE task_chunks SET result_key = task_id || ':' || chunk_index WHERE task_id = $1`;
    await store.rows(finish, [id]);
    return run;
  }

  type Run = Awaited<ReturnType<typeof decodedClip>>;

  const complete = (run: Run, stitcher: Stitcher = joinChunks) =>
    store.repositories.transcripts.complete(run, run.clipId, stitcher);

  async function transcriptOf(conversationId: string): Promise<TranscriptRecord> {
    const transcript = await store.repositories.transcripts.find(conversationId);
    if (transcript === null) throw new Error('there is no transcript');
    return transcript;
  }

  async function textsOf(conversationId: string): Promise<readonly (readonly string[])[]> {
    const { turns } = await transcriptOf(conversationId);
    return turns.map((turn) => turn.segments.map(({ raw }) => raw));
  }

  it('are empty while nothing has been transcribed', async () => {
    const id = await store.newConversation();
    await decodedClip(id, [['not stitched yet']]);
    const { conversation, turns } = await transcriptOf(id);
    expect(conversation.revision).toBe(0);
    expect(turns).toMatchObject([{ speaker: 'Ada', taskState: 'running', segments: [] }]);
  });

  it('of an unknown conversation are null', async () => {
    expect(await store.repositories.transcripts.find(newId('conversation'))).toBeNull();
  });

  it('store the text, complete the task and increase the revision in one transaction', async () => {
    const id = await store.newConversation();
    const run = await decodedClip(id, [['good', 'morning'], ['everybody']]);
    expect(await complete(run)).toEqual({ segmentCount: 3, warnings: [] });
    const { conversation, turns } = await transcriptOf(id);
    expect(conversation.revision).toBe(1);
    expect(turns).toMatchObject([{ taskState: 'completed', clip: { durationMs: 2 * CHUNK_MS } }]);
    expect(await textsOf(id)).toEqual([['good', 'morning', 'everybody']]);
    expect(turns[0]?.segments[1]).toMatchObject({
      position: 1,
      startMs: 500,
      endMs: 1000,
      words: [{ text: 'morning', startMs: 500, endMs: 1000, confidence: 0.9 }],
      corrected: null,
      edited: null,
    });
  });

  it('are written once, however often the run completes, also concurrently', async () => {
    const id = await store.newConversation();
    const run = await decodedClip(id, [['once']]);
    const outcomes = await Promise.all([complete(run), complete(run), complete(run)]);
    for (const outcome of [...outcomes, await complete(run)]) {
      expect(outcome).toEqual({ segmentCount: 1, warnings: [] });
    }
    expect((await transcriptOf(id)).conversation.revision).toBe(1);
    expect(await textsOf(id)).toEqual([['once']]);
    const { taskId } = run;
    expect(
      await store.count('events', `task_id = $1 AND type = 'clip_transcribed'`, [taskId]),
    ).toBe(1);
  });

  it('show nothing of a clip while it is being stitched', async () => {
    const id = await store.newConversation();
    const run = await decodedClip(id, manyChunks(300));
    let seen: TranscriptRecord | null = null;
    await complete(run, async function* (chunks) {
      const summary = yield* joinChunks(chunks);
      seen = await transcriptOf(id);
      return summary;
    });
    expect(seen).toMatchObject({
      conversation: { revision: 0 },
      turns: [{ taskState: 'running', segments: [] }],
    });
    expect((await textsOf(id)).flat()).toHaveLength(300);
  });

  it('are unchanged when the stitching fails', async () => {
    const id = await store.newConversation();
    const run = await decodedClip(id, manyChunks(250));
    const failing = complete(run, async function* (chunks) {
      yield* joinChunks(chunks);
      throw new Error('no memory');
    });
    await expect(failing).rejects.toThrow('no memory');
    expect(await textsOf(id)).toEqual([[]]);
    expect(await store.task(run.taskId)).toMatchObject({ state: 'running' });
  });

  it('keep the order of the clip, however many chunks there are', async () => {
    const id = await store.newConversation();
    const chunks = manyChunks(420);
    await complete(await decodedClip(id, chunks));
    expect(await textsOf(id)).toEqual([chunks.flat()]);
  });

  it('keep the order of turns, whichever is transcribed first', async () => {
    const id = await store.newConversation();
    const first = await decodedClip(id, [['first']]);
    const second = await decodedClip(id, [['second']]);
    await complete(second);
    expect(await textsOf(id)).toEqual([[], ['second']]);
    const before = (await transcriptOf(id)).turns[1];
    await complete(first);
    expect(await textsOf(id)).toEqual([['first'], ['second']]);
    expect((await transcriptOf(id)).turns[1]).toEqual(before);
    expect((await transcriptOf(id)).conversation.revision).toBe(2);
  });

  it('ignore a replaced run', async () => {
    const id = await store.newConversation();
    const run = await decodedClip(id, [['stale']]);
    await store.repositories.tasks.end(run, { state: 'cancelled' });
    await store.repositories.tasks.retry(run.taskId);
    expect(await complete(run)).toBeNull();
    expect(await textsOf(id)).toEqual([[]]);
    expect(await store.task(run.taskId)).toMatchObject({ state: 'pending', attempt: 2 });
  });

  describe('made again', () => {
    /** A transcribed clip with a request for a second transcription. */
    async function transcribedTwice(...texts: readonly string[]) {
      const id = await store.newConversation();
      const first = await store.newTask(id);
      await transcribe(store, first, texts, ['Ada: We launch in March.']);
      const clipId = first.clipId ?? '';
      const again = await store.repositories.requestedTasks.create(
        { type: 'transcription', clipId },
        null,
      );
      return { id, again };
    }

    const firstSegment = async (id: string) =>
      (await transcriptOf(id)).turns[0]?.segments[0]?.id ?? '';

    const memoriesIn = (id: string) => store.count('memories', 'conversation_id = $1', [id]);

    it('replace the first, are corrected again, and create no memory twice', async () => {
      const { id, again } = await transcribedTwice('god', 'morning');
      await store.repositories.pendingWork.take({ kind: 'conversation', id });
      expect(await memoriesIn(id)).toBe(1);
      await transcribe(store, again, ['good morning'], ['Ada: We launch in March.']);
      expect(await textsOf(id)).toEqual([['good morning']]);
      const { conversation, turns } = await transcriptOf(id);
      expect(conversation.revision).toBe(2);
      expect(turns).toMatchObject([{ taskState: 'completed' }]);
      expect(await memoriesIn(id)).toBe(1);
      const correction = await store.repositories.pendingWork.take({
        kind: 'conversation',
        id: id,
      });
      expect(correction.tasks.filter(({ type }) => type === 'correction')).toHaveLength(2);
    });

    it('keep the first until then, and permanently when they fail', async () => {
      const { id, again } = await transcribedTwice('good', 'morning');
      await store.repositories.transcriptions.start(runOf(again), 'run-1');
      await store.repositories.tasks.end(runOf(again), A_FAILURE);
      expect(await textsOf(id)).toEqual([['good', 'morning']]);
      expect((await transcriptOf(id)).turns).toMatchObject([{ taskState: 'failed' }]);
    });

    it('change nothing that a person has edited, and add a warning', async () => {
      const { id, again } = await transcribedTwice('god', 'morning');
      await store.repositories.segments.edit(id, await firstSegment(id), 'Good');
      const outcome = await transcribe(store, again, ['quite different'], ['Ada: Not at all.']);
      expect(outcome).toMatchObject({
        segmentCount: 2,
        warnings: [{ code: 'edited_text_kept' }],
      });
      expect(await textsOf(id)).toEqual([['god', 'morning']]);
      expect((await transcriptOf(id)).turns[0]?.segments[0]).toMatchObject({ edited: 'Good' });
      expect(await memoriesIn(id)).toBe(1);
      expect(await store.task(again.id)).toMatchObject({
        state: 'completed',
        warnings: [{ code: 'edited_text_kept' }],
      });
    });

    it('do not overlook a concurrent edit', async () => {
      const { id, again } = await transcribedTwice('god', 'morning');
      const segmentId = await firstSegment(id);
      const [held, gate] = [new Gate(), new Gate()];
      const holding = inTransaction(store.database.db, async (tx) => {
        await lockConversations(tx, [id]);
        held.open();
        await gate.opened;
      });
      await held.opened;
      const waiting = async (count: number) =>
        eventually(async () => expect(await store.blockedTransactions()).toBe(count));
      const editing = store.repositories.segments.edit(id, segmentId, 'Good');
      await waiting(1);
      const transcribing = transcribe(store, again, ['quite different']);
      await waiting(2);
      gate.open();
      await Promise.all([holding, editing, transcribing]);
      expect((await transcriptOf(id)).turns[0]?.segments[0]).toMatchObject({
        raw: 'god',
        edited: 'Good',
      });
    });
  });

  it('are stored with their memories, and leave the news to the run that transcribed', async () => {
    const task = await store.newTask();
    const id = task.conversationId ?? '';
    await store.rows('DELETE FROM work_signals');
    await transcribe(store, task, ['good morning'], ['Ada: We launch in March.', 'Ada: Or May.']);
    const { items } = await store.repositories.memories.list({ conversationId: id, limit: 9 });
    expect(items.map(({ narrative }) => narrative)).toEqual([
      'Ada: Or May.',
      'Ada: We launch in March.',
    ]);
    const exchangeId = (await transcriptOf(id)).turns[0]?.exchangeId;
    expect(items[0]).toMatchObject({ ownerId: 'ada', exchangeId, significanceTaskId: null });
    expect(await store.count('events', `task_id = $1 AND type = 'memory_written'`, [task.id])).toBe(
      2,
    );
    expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(0);
  });

  it('are never visible as completed without their text', async () => {
    const id = await store.newConversation();
    const runs: Run[] = [];
    for (let number = 0; number < 15; number += 1) runs.push(await decodedClip(id, [['word']]));
    const done = new AbortController();
    const writing = (async () => {
      for (const run of runs) await complete(run);
      done.abort();
    })();
    while (!done.signal.aborted) {
      const { conversation, turns } = await transcriptOf(id);
      const completed = turns.filter(({ taskState }) => taskState === 'completed');
      const spoken = turns.filter(({ segments }) => segments.length > 0);
      expect([completed.length, spoken.length]).toEqual([
        conversation.revision,
        conversation.revision,
      ]);
    }
    await writing;
  });
});

function manyChunks(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [`word${index}`]);
}
