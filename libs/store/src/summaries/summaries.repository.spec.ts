import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskRun } from '#contracts/tasks';
import { transcribe } from '../heard.fixture.ts';
import { A_FAILURE, anExchange, runOf, TestStore } from '../store.fixture.ts';
import type { SummaryResult } from './summaries.repository.ts';
import { PLAIN_RESULT } from '../summary-result.fixture.ts';

describe('summaries', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const post = (id: string, ...texts: readonly string[]) =>
    store.repositories.exchanges.add(anExchange(id, ...texts), null);

  /** A started summary of a conversation with these typed turns. */
  async function started(...texts: readonly string[]) {
    const id = await store.newConversation();
    await post(id, ...texts);
    return { id, ...(await begin(id)) };
  }

  async function begin(id: string) {
    const run = runOf(await store.taken(id, 'summary'));
    const work = await store.repositories.summaries.start(run, 'run-1');
    if (work === null) throw new Error('the run has ended');
    return { run, work };
  }

  const complete = (run: TaskRun, revision: number, changes: Partial<SummaryResult> = {}) =>
    store.repositories.summaries.complete(run, { ...made(`at ${revision}`), revision, ...changes });

  const latest = async (id: string) => {
    const found = await store.repositories.summaries.latest(id);
    return found && { says: found.summary.content.overview, current: found.current };
  };

  describe('are made from', () => {
    it('all turns with text, in order, each in its highest layer', async () => {
      const id = await store.newConversation();
      await post(id, 'teh launch', 'is in Mai');
      await store.newTask(id);
      await post(id, 'settled');
      const transcript = await store.repositories.transcripts.find(id);
      const [first, second] = transcript?.turns.flatMap(({ segments }) => segments) ?? [];
      await store.rows(`UPDATE segments SET corrected = 'the launch' WHERE id = $1`, [first?.id]);
      await store.rows(`UPDATE segments SET corrected = 'is in Mai.' WHERE id = $1`, [second?.id]);
      await store.repositories.segments.edit(id, second?.id ?? '', 'is in May');
      const { work, run } = await begin(id);
      expect(work).toMatchObject({ title: 'Launch planning', revision: 3 });
      expect(work.turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
        'Ada: the launch',
        'Ada: is in May',
        'Ada: settled',
      ]);
      expect(await store.task(run.taskId)).toMatchObject({ state: 'running', step: 'summarise' });
    });

    it('turns that say where their segments begin, if they have times', async () => {
      const clip = await store.newTask();
      await transcribe(store, clip, ['We meet 🙂', 'on Monday', 'at ten.']);
      const id = clip.conversationId ?? '';
      await post(id, 'typed');
      const transcript = await store.repositories.transcripts.find(id);
      const [heard, typed] = transcript?.turns ?? [];
      await store.repositories.segments.edit(id, heard?.segments[1]?.id ?? '', 'on Tuesday');
      const { work } = await begin(id);
      const [recorded, other] = work.turns;
      expect(recorded?.text).toBe('We meet 🙂 on Tuesday at ten.');
      const starts = ['We', 'on', 'at'].map((word) => recorded?.text.indexOf(word));
      expect(recorded?.segments).toEqual(
        heard?.segments.map(({ id: segmentId, startMs }, n) => {
          return { segmentId, startMs, from: starts[n] };
        }),
      );
      const today = new Date().toISOString().slice(0, 10);
      expect(other).toEqual({
        ...{ turnId: typed?.turnId, speaker: 'Ada', text: 'typed', saidOn: today },
      });
    });

    it('the text of their revision, also during concurrent posts', async () => {
      const id = await store.newConversation();
      await post(id, 'word');
      const run = runOf(await store.taken(id, 'summary'));
      const posting = Array.from({ length: 20 }, () => post(id, 'word'));
      for (let round = 0; round < 10; round += 1) {
        const work = await store.repositories.summaries.start(run, 'run-1');
        expect(work?.turns).toHaveLength(work?.revision ?? 0);
      }
      await Promise.all(posting);
    });

    it('nothing once the run has ended', async () => {
      const { run } = await started('hello');
      await store.repositories.tasks.end(run, A_FAILURE);
      expect(await store.repositories.summaries.start(run, 'run-1')).toBeNull();
    });
  });

  it('are none before the first', async () => {
    expect(await latest(await store.newConversation())).toBeNull();
  });

  it('complete their task, and are current until the text changes', async () => {
    const { id, run, work } = await started('hello');
    expect(await complete(run, work.revision)).toEqual({ behind: false });
    expect(await latest(id)).toEqual({ says: 'at 1', current: true });
    expect(await store.task(run.taskId)).toMatchObject({ state: 'completed' });
    expect(await store.repositories.conversations.find(id)).toMatchObject({
      summaryRevision: 1,
      revision: 1,
    });
    const types = await store.rows(`SELECT type FROM events WHERE task_id = $1 ORDER BY sequence`, [
      run.taskId,
    ]);
    expect(types.map((row) => row['type'])).toEqual([
      'task_created',
      'task_started',
      'summary_written',
      'task_completed',
    ]);
    await post(id);
    expect(await latest(id)).toEqual({ says: 'at 1', current: false });
  });

  it('that are behind the text are kept, and their run says so', async () => {
    const { id, run, work } = await started('hello');
    await post(id, 'and more');
    await store.rows('DELETE FROM work_signals');
    expect(await complete(run, work.revision)).toEqual({ behind: true });
    expect(await latest(id)).toEqual({ says: 'at 1', current: false });
    expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(0);
    const next = await begin(id);
    await store.rows('DELETE FROM work_signals');
    expect(await complete(next.run, next.work.revision)).toEqual({ behind: false });
    expect(await latest(id)).toEqual({ says: 'at 2', current: true });
    expect(await store.count('work_signals')).toBe(0);
  });

  it('never replace one of a newer text', async () => {
    const { id, run, work } = await started('hello');
    await post(id, 'and more');
    await complete(run, work.revision + 1);
    const stale = await store.repositories.requestedTasks.create(
      { type: 'summary', conversationId: id },
      null,
    );
    await store.repositories.summaries.start(runOf(stale), 'run-1');
    await complete(runOf(stale), work.revision, made('stale'));
    expect(await latest(id)).toEqual({ says: 'at 2', current: true });
    expect(await store.count('summaries', 'conversation_id = $1', [id])).toBe(1);
    expect(await store.repositories.conversations.find(id)).toMatchObject({ summaryRevision: 2 });
    expect(await store.task(stale.id)).toMatchObject({ state: 'completed' });
  });

  it('that are made again of the same text replace the previous one', async () => {
    const { id, run, work } = await started('hello');
    await complete(run, work.revision);
    const again = await store.repositories.requestedTasks.create(
      { type: 'summary', conversationId: id },
      null,
    );
    await store.repositories.summaries.start(runOf(again), 'run-1');
    await complete(runOf(again), work.revision, made('better'));
    expect(await latest(id)).toEqual({ says: 'better', current: true });
  });

  it('are not written without text, which is not retried', async () => {
    const { id, run, work } = await started('hello');
    const warnings = [{ code: 'nothing_to_summarise', message: 'Nothing was said.' }] as const;
    await complete(run, work.revision, { content: null, turnCount: 0, warnings });
    expect(await latest(id)).toBeNull();
    expect(await store.task(run.taskId)).toMatchObject({ state: 'completed', warnings });
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ type }) => type)).not.toContain('summary');
  });

  it('are written once, however often the run completes', async () => {
    const { id, run, work } = await started('hello');
    const outcomes = await Promise.all([1, 2, 3].map(() => complete(run, work.revision)));
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(await store.count('summaries', 'conversation_id = $1', [id])).toBe(1);
  });

  it('are not written for a run that has already ended', async () => {
    const { id, run, work } = await started('hello');
    await store.repositories.tasks.end(run, { state: 'cancelled' });
    expect(await complete(run, work.revision)).toBeNull();
    expect(await latest(id)).toBeNull();
  });
});

/** A summary result with this overview. */
function made(overview: string): Omit<SummaryResult, 'revision'> {
  const content = { overview, keyPoints: [], decisions: [], actionItems: [] };
  return { engine: 'instant', ...PLAIN_RESULT, turnCount: 1, content, warnings: [] };
}
