import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../database/ids.ts';
import { transcribe } from '../../heard.fixture.ts';
import { anExchange, runOf, TestStore } from '../../store.fixture.ts';
import type { TaskRecord } from '../../tasks/task.records.ts';
import { correctedTo } from '../../corrected.fixture.ts';

describe('earlier versions of a text', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const turnOf = async (conversationId: string, at = 0) => {
    const turn = (await store.repositories.transcripts.find(conversationId))?.turns[at];
    if (!turn) throw new Error('there is no such turn');
    return turn;
  };
  const versionsOf = async (conversationId: string, at = 0) => {
    const { turnId } = await turnOf(conversationId, at);
    return (
      (await store.repositories.textVersions.list({ conversationId, turnId, limit: 50 }))?.items ??
      []
    );
  };
  const rawTextsOf = async (conversationId: string) =>
    (await versionsOf(conversationId)).map(({ segments }) => segments.map(({ raw }) => raw));

  /** The task of a transcribed clip, with its conversation id. */
  async function transcribed(...texts: readonly string[]): Promise<TaskRecord & { in: string }> {
    const task = await store.newTask();
    await transcribe(store, task, texts);
    return { ...(await store.task(task.id)), in: task.conversationId ?? '' };
  }

  /** Retries a task with another language, and completes it. */
  async function again(task: TaskRecord, language: string, texts: readonly string[]) {
    const retried = await store.repositories.tasks.retry(task.id, { language });
    await transcribe(store, retried, texts);
    return retried;
  }

  /** Runs the pending correction of a conversation. */
  async function correct(conversationId: string, to: (raw: string) => string | null) {
    const task = await store.taken(conversationId, 'correction');
    const work = await store.repositories.corrections.start(runOf(task), 'run-1');
    const corrections = (work?.segments ?? []).map((each) => correctedTo(each, to(each.raw)));
    const result = { engine: 'e', corrections, warnings: [] };
    await store.repositories.corrections.complete(runOf(task), result);
    return { task, result };
  }
  const ask = (conversationId: string) =>
    store.repositories.requestedTasks.create({ type: 'correction', conversationId }, null);

  it('are none while a text is the first', async () => {
    const task = await transcribed('good', 'morning');
    expect(await versionsOf(task.in)).toEqual([]);
    expect(await turnOf(task.in)).toMatchObject({ earlierVersions: 0 });
  });

  it('are kept whole when a clip is transcribed again: segments, layers and words', async () => {
    const task = await transcribed('god', 'morning');
    await correct(task.in, (raw) => (raw === 'god' ? 'good' : null));
    const before = await turnOf(task.in);
    const retried = await again(task, 'en', ['good morning']);
    const [version, ...others] = await versionsOf(task.in);
    expect(others).toEqual([]);
    expect(version).toMatchObject({
      conversationId: task.in,
      turnId: before.turnId,
      clipId: task.clipId,
      revision: 2,
      replacedByTaskId: retried.id,
    });
    const keep = ['startMs', 'endMs', 'raw', 'corrected', 'edited', 'confidence', 'words'] as const;
    expect(version?.segments).toEqual(
      before.segments.map((segment) =>
        Object.fromEntries(keep.map((name) => [name, segment[name]])),
      ),
    );
    expect(await turnOf(task.in)).toMatchObject({
      earlierVersions: 1,
      segments: [{ raw: 'good morning', corrected: null }],
    });
  });

  it('are all kept, and listed newest first, page by page', async () => {
    const task = await transcribed('one');
    await again(task, 'en', ['two']);
    await again(task, 'de', ['three']);
    await again(task, 'fr', ['four']);
    expect(await rawTextsOf(task.in)).toEqual([['three'], ['two'], ['one']]);
    const { turnId } = await turnOf(task.in);
    const query = { conversationId: task.in, turnId, limit: 2 };
    const first = await store.repositories.textVersions.list(query);
    expect(first?.items).toHaveLength(2);
    const cursor = first?.nextCursor ?? '';
    const rest = await store.repositories.textVersions.list({ ...query, cursor });
    expect(rest).toMatchObject({ items: [{ segments: [{ raw: 'one' }] }], nextCursor: null });
  });

  it('are kept once, however often the replacing activity runs', async () => {
    const task = await transcribed('one');
    const retried = await again(task, 'en', ['two']);
    const run = runOf(retried);
    const complete = () =>
      store.repositories.transcripts.complete(run, task.clipId ?? '', async function* () {
        yield { startMs: 0, endMs: 1, text: 'never', confidence: 1, words: [] };
        const counts = { segmentCount: 1, wordCount: 1 };
        return { engine: 'e', ...counts, narratives: [], warnings: [] };
      });
    await Promise.all([complete(), complete()]);
    expect(await rawTextsOf(task.in)).toEqual([['one']]);
  });

  it('are not kept when the text stays, because a person has edited it', async () => {
    const task = await transcribed('god');
    const [segment] = (await turnOf(task.in)).segments;
    await store.repositories.segments.edit(task.in, segment?.id ?? '', 'Good');
    await again(task, 'en', ['got']);
    expect(await versionsOf(task.in)).toEqual([]);
    expect(await turnOf(task.in)).toMatchObject({ segments: [{ raw: 'god', edited: 'Good' }] });
  });

  it('are not kept when the stitching fails', async () => {
    const task = await transcribed('one');
    const retried = await store.repositories.tasks.retry(task.id, { language: 'en' });
    const failing = store.repositories.transcripts.complete(
      runOf(retried),
      task.clipId ?? '',
      async function* () {
        yield { startMs: 0, endMs: 1, text: 'two', confidence: 1, words: [] };
        throw new Error('no memory');
      },
    );
    await expect(failing).rejects.toThrow('no memory');
    expect(await versionsOf(task.in)).toEqual([]);
  });

  it('are kept when a correction replaces another, for those turns only', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id, 'teh launch', 'on monday'), null);
    await correct(id, (raw) => raw.replace('teh', 'the'));
    expect(await versionsOf(id)).toEqual([]);
    await ask(id);
    const { task, result } = await correct(id, (raw) => raw.replace('teh', 'The'));
    await store.repositories.corrections.complete(runOf(task), result);
    expect(await versionsOf(id)).toMatchObject([
      {
        revision: 2,
        replacedByTaskId: task.id,
        clipId: null,
        segments: [{ raw: 'teh launch', corrected: 'the launch', edited: null }],
      },
    ]);
    expect(await versionsOf(id, 1)).toEqual([]);
  });

  it('are kept when a correction is removed, but not when it is the same', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id, 'teh launch'), null);
    await correct(id, () => 'the launch');
    await ask(id);
    await correct(id, () => 'the launch');
    expect(await versionsOf(id)).toEqual([]);
    await ask(id);
    await correct(id, () => null);
    expect(await versionsOf(id)).toMatchObject([{ segments: [{ corrected: 'the launch' }] }]);
  });

  it('are found only in their own conversation', async () => {
    const task = await transcribed('one');
    await again(task, 'en', ['two']);
    const { turnId } = await turnOf(task.in);
    const elsewhere = { conversationId: await store.newConversation(), turnId, limit: 9 };
    expect(await store.repositories.textVersions.list(elsewhere)).toBeNull();
    const nowhere = { conversationId: task.in, turnId: newId('turn'), limit: 9 };
    expect(await store.repositories.textVersions.list(nowhere)).toBeNull();
  });
});
