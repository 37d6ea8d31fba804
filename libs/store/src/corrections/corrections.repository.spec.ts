import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskRun } from '#contracts/tasks';
import { transcribe } from '../heard.fixture.ts';
import { newProject } from '../projects.fixture.ts';
import { A_FAILURE, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import type { CorrectionWork, SegmentCorrection } from './corrections.repository.ts';

describe('corrections', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const post = (id: string, ...texts: readonly string[]) =>
    store.repositories.exchanges.add(anExchange(id, ...texts), null);

  interface Started {
    readonly id: string;
    readonly run: TaskRun;
    readonly work: CorrectionWork;
  }

  /** A started correction of a conversation with these typed turns. */
  async function started(...texts: readonly string[]): Promise<Started> {
    const id = await store.newConversation();
    await post(id, ...texts);
    return { id, ...(await begin(id)) };
  }

  async function begin(id: string) {
    const run = runOf(await store.taken(id, 'correction'));
    const work = await store.repositories.corrections.start(run, 'run-1');
    if (work === null) throw new Error('the run has ended');
    return { run, work };
  }

  const complete = (run: TaskRun, corrections: readonly SegmentCorrection[]) =>
    store.repositories.corrections.complete(run, { engine: 'instant', corrections, warnings: [] });

  async function layersOf(id: string) {
    const transcript = await store.repositories.transcripts.find(id);
    return (transcript?.turns ?? [])
      .flatMap((turn) => turn.segments)
      .map(({ raw, corrected, edited }) => [raw, corrected, edited]);
  }

  const revisionOf = async (id: string) =>
    (await store.repositories.conversations.find(id))?.revision;

  const auditOf = (id: string) =>
    store.rows(
      `SELECT raw, before, after, rule, engine FROM correction_changes
       JOIN segments ON segments.id = segment_id
       WHERE conversation_id = $1 ORDER BY turn_id, correction_changes.position`,
      [id],
    );

  it('write an audit row for every change, however many there are', async () => {
    const { id, run, work } = await started('uh uh uh');
    const [segment] = work.segments;
    const place = { start: 0, end: 0, before: '', after: '' };
    const span = { ...place, outcome: 'taken', rule: 'stutter' } as const;
    const spans = Array.from({ length: 10_000 }, () => span);
    const { segmentId = '', raw = '' } = segment ?? {};
    await complete(run, [{ segmentId, raw, spans }]);
    expect(await auditOf(id)).toHaveLength(10_000);
  });

  describe('work on', () => {
    it('the new segments in order, with the glossary and the text right before', async () => {
      const given = { ownerId: 'ada', title: 'Planning', tags: [], glossary: ['Afterword'] };
      const { id } = await store.repositories.conversations.create(given, null);
      await post(id, 'first of all', 'and then');
      await begin(id);
      await post(id, 'after word is', 'a good name');
      const { run, work } = await begin(id);
      expect(work).toMatchObject({
        glossaries: {
          conversation: [{ term: 'Afterword', soundsLike: [], language: null }],
          project: [],
          owner: [],
        },
        style: null,
        before: 'and then',
        segments: [
          { speaker: 'Ada', raw: 'after word is' },
          { speaker: 'Ada', raw: 'a good name' },
        ],
      });
      expect(await store.task(run.taskId)).toMatchObject({ state: 'running', step: 'correct' });
    });

    it('the glossaries and the style of its project and its owner as well', async () => {
      const { glossaries, projects, conversations } = store.repositories;
      const ownerId = newOwner();
      const project = await newProject(store, { ownerId });
      const { id } = await conversations.create(
        { ownerId, title: 'Planning', tags: [], projectId: project.id },
        null,
      );
      const heron = { term: 'Heron', soundsLike: ['Heran'], language: 'en' };
      const kaito = { term: 'Kaito', soundsLike: [], language: null };
      await glossaries.change({ level: 'project', id: project.id }, () => [heron]);
      await glossaries.change({ level: 'owner', id: ownerId }, () => [kaito]);
      await post(id, 'it is the heran');
      expect((await begin(id)).work).toMatchObject({
        glossaries: { conversation: [], project: [heron], owner: [kaito] },
        style: null,
      });
      await projects.change(project.id, { transcriptStyle: 'verbatim' });
      await post(id, 'um');
      expect((await begin(id)).work).toMatchObject({ style: 'verbatim' });
      await conversations.change(id, { transcriptStyle: 'clean' });
      await post(id, 'uh');
      expect((await begin(id)).work).toMatchObject({ style: 'clean' });
    });

    it('an empty text before the first segment', async () => {
      expect(await started('hello')).toMatchObject({
        work: { before: '', glossaries: { conversation: [] } },
      });
    });

    it('no segment that a person has edited', async () => {
      const id = await store.newConversation();
      await post(id, 'teh one', 'teh other');
      const segment = (await store.repositories.transcripts.find(id))?.turns[0]?.segments[0];
      await store.repositories.segments.edit(id, segment?.id ?? '', 'The one');
      expect((await begin(id)).work.segments.map(({ raw }) => raw)).toEqual(['teh other']);
    });

    it('nothing once the run has ended', async () => {
      const { run } = await started('hello');
      await store.repositories.tasks.end(run, A_FAILURE);
      expect(await store.repositories.corrections.start(run, 'run-1')).toBeNull();
      const settings = { engine: 'builtin' };
      await store.repositories.tasks.retry(run.taskId, settings);
      expect(await store.repositories.corrections.start(run, 'run-1')).toBeNull();
      const again = { ...run, attempt: 2 };
      expect(await store.repositories.corrections.start(again, 'run-2')).toMatchObject({
        settings,
        segments: [{ raw: 'hello' }],
      });
    });
  });

  describe('when they complete', () => {
    it('are a layer above the raw text, with a row for each change, and a new revision', async () => {
      const { id, run, work } = await started('teh launch', 'is fine');
      const [first, second] = work.segments;
      expect(await complete(run, [fixed(first), unchanged(second)])).toEqual({ changed: true });
      expect(await layersOf(id)).toEqual([
        ['teh launch', 'the launch', null],
        ['is fine', null, null],
      ]);
      expect(await auditOf(id)).toEqual([
        { raw: 'teh launch', before: 'teh', after: 'the', rule: 'glossary', engine: 'instant' },
      ]);
      expect(await revisionOf(id)).toBe(2);
      const [event] = await store.rows(
        `SELECT data FROM events WHERE task_id = $1 AND type = 'segments_corrected'`,
        [run.taskId],
      );
      expect(event?.['data']).toMatchObject({ revision: 2, segmentCount: 2, changedCount: 1 });
      expect(await store.task(run.taskId)).toMatchObject({ state: 'completed' });
    });

    it('keep the revision when nothing was corrected', async () => {
      const { id, run, work } = await started('all is well');
      await store.rows('DELETE FROM work_signals');
      expect(await complete(run, work.segments.map(unchanged))).toEqual({ changed: false });
      expect(await store.count('work_signals')).toBe(0);
      expect(await revisionOf(id)).toBe(1);
      expect(await store.task(run.taskId)).toMatchObject({ state: 'completed' });
    });

    it('are written once, however often the run completes', async () => {
      const { id, run, work } = await started('teh launch');
      const outcomes = await Promise.all([
        complete(run, work.segments.map(fixed)),
        complete(run, work.segments.map(fixed)),
      ]);
      expect(outcomes.filter((outcome) => outcome !== null)).toEqual([{ changed: true }]);
      expect(await revisionOf(id)).toBe(2);
      expect(await auditOf(id)).toHaveLength(1);
    });

    it('signal the conversation, because its summary is outdated', async () => {
      const { id, run, work } = await started('teh launch');
      const summary = runOf(await store.taken(id, 'summary'));
      await store.repositories.summaries.start(summary, 'run-1');
      await store.rows('DELETE FROM work_signals');
      await complete(run, work.segments.map(fixed));
      expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(1);
    });

    it('do not signal the conversation when a summary is pending', async () => {
      const { run, work } = await started('teh launch');
      await store.rows('DELETE FROM work_signals');
      await complete(run, work.segments.map(fixed));
      expect(await store.count('work_signals')).toBe(0);
    });

    it('write nothing when the run has already ended', async () => {
      const { id, run, work } = await started('teh launch');
      await store.repositories.tasks.end(run, { state: 'cancelled' });
      expect(await complete(run, work.segments.map(fixed))).toBeNull();
      expect(await layersOf(id)).toEqual([['teh launch', null, null]]);
      expect(await auditOf(id)).toEqual([]);
      expect(await revisionOf(id)).toBe(1);
    });

    it('never change or audit a segment that a person has edited meanwhile', async () => {
      const { id, run, work } = await started('teh launch', 'teh date');
      await store.repositories.segments.edit(
        id,
        work.segments[0]?.segmentId ?? '',
        'Teh Launch (sic)',
      );
      await complete(run, work.segments.map(fixed));
      expect(await layersOf(id)).toEqual([
        ['teh launch', null, 'Teh Launch (sic)'],
        ['teh date', 'the date', null],
      ]);
      expect(await auditOf(id)).toMatchObject([{ raw: 'teh date' }]);
      expect(await revisionOf(id)).toBe(3);
    });

    it('change nothing in a clip that was transcribed again meanwhile', async () => {
      const id = await store.newConversation();
      const task = await store.newTask(id);
      await transcribe(store, task, ['teh launch']);
      const { run, work } = await begin(id);
      const clipId = task.clipId ?? '';
      const again = await store.repositories.requestedTasks.create(
        { type: 'transcription', clipId },
        null,
      );
      await transcribe(store, again, ['the launch']);
      await complete(run, work.segments.map(fixed));
      expect(await layersOf(id)).toEqual([['the launch', null, null]]);
      expect(await store.count('correction_changes', 'task_id = $1', [run.taskId])).toBe(0);
      expect(await revisionOf(id)).toBe(2);
    });

    it('replace earlier ones when they are requested again', async () => {
      const { id, run, work } = await started('teh launch');
      await complete(run, work.segments.map(fixed));
      await store.repositories.requestedTasks.create(
        { type: 'correction', conversationId: id },
        null,
      );
      const again = await begin(id);
      await complete(again.run, again.work.segments.map(unchanged));
      expect(await layersOf(id)).toEqual([['teh launch', null, null]]);
      expect(await auditOf(id)).toEqual([]);
      expect(await revisionOf(id)).toBe(3);
    });
  });
});

type WorkSegment = CorrectionWork['segments'][number] | undefined;

function fixed(segment: WorkSegment): SegmentCorrection {
  const { segmentId = '', raw = '' } = segment ?? {};
  const start = raw.indexOf('teh');
  const place = { start, end: start + 3, before: 'teh', after: 'the' };
  return { segmentId, raw, spans: [{ ...place, outcome: 'taken', rule: 'glossary' }] };
}

function unchanged(segment: WorkSegment): SegmentCorrection {
  const { segmentId = '', raw = '' } = segment ?? {};
  return { segmentId, raw, spans: [] };
}
