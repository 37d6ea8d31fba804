import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SPEAKER, type SummaryContent } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from '../../scripted-engine.fixture.ts';
import { TestWorker } from '../../worker.fixture.ts';
import { transcribeRun } from './transcribe-run.fixture.ts';

describe('the names that people give to voices', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => {
    worker.reset();
    worker.engine.hears = ({ startMs }) => [
      spoken('we begin with this today', startMs + 1_000),
      spoken('and go on with that', startMs + 6_000),
    ];
    if (worker.voiceEngine) worker.voiceEngine.whose = (atMs) => (atMs % 10_000 < 5_000 ? 0 : 1);
  });
  afterAll(() => worker.close());

  /** Speaker 1 and Speaker 2 take turns twice. */
  async function aTalk(): Promise<ClipRun & { readonly id: string }> {
    const run = await worker.newRun(randomBytes(16), {}, DEFAULT_SPEAKER);
    await transcribeRun(worker, run);
    return { ...run, id: (await worker.task(run)).conversationId ?? '' };
  }

  const decide = (id: string, from: string, to: string, merge = false) =>
    worker.repositories.speakers.decide(id, { from, to, merge });
  const undo = async (id: string, number: number) => {
    const found = await worker.repositories.speakers.find(id);
    await worker.repositories.speakers.undo(id, found?.changes.at(-number)?.id ?? '');
  };
  const namesIn = async (run: ClipRun) =>
    (await worker.transcriptOf(run)).turns.map(({ speaker }) => speaker);
  const revisionOf = async (run: ClipRun) => (await worker.transcriptOf(run)).conversation.revision;
  const narrativesOf = async (id: string) => {
    const { rows } = await worker.database.db.execute(
      `SELECT narrative FROM memories WHERE conversation_id = '${id}'`,
    );
    return rows.map(({ narrative }) => String(narrative)).join('\n');
  };

  async function again(run: ClipRun, settings: TaskSettings): Promise<void> {
    const wanted = { type: 'transcription', clipId: run.clipId, settings } as const;
    const { id: taskId } = await worker.repositories.requestedTasks.create(wanted, null);
    await transcribeRun(worker, { ...run, taskId });
  }

  it('are in all of their turns and in memories, without a new revision', async () => {
    const talk = await aTalk();
    expect(await namesIn(talk)).toEqual(['Speaker 1', 'Speaker 2', 'Speaker 1', 'Speaker 2']);
    const before = await revisionOf(talk);
    await decide(talk.id, 'Speaker 1', 'Ada');
    expect(await namesIn(talk)).toEqual(['Ada', 'Speaker 2', 'Ada', 'Speaker 2']);
    expect(await revisionOf(talk)).toBe(before);
    expect(await narrativesOf(talk.id)).toMatch(/^Ada: we begin.*\nSpeaker 2: and go on/);
  });

  it('outlast a later run that numbers voices otherwise', async () => {
    const talk = await aTalk();
    await decide(talk.id, 'Speaker 2', 'Ada');
    await decide(talk.id, 'Speaker 1', 'Bob');
    await again(talk, { speakers: 2 });
    expect(await namesIn(talk)).toEqual(['Bob', 'Ada', 'Bob', 'Ada']);
    // Of one speaker, the voice that has most of the time keeps its name.
    await again(talk, { diarisation: 'off' });
    expect(['Ada', 'Bob']).toContain((await namesIn(talk))[0]);
    const wanted = { type: 'diarisation', conversationId: talk.id } as const;
    const { id: taskId } = await worker.repositories.requestedTasks.create(wanted, null);
    await worker.run((all) => all.tellSpeakers({ taskId, attempt: 1 }));
    expect(new Set(await namesIn(talk)).size).toBe(2);
  });

  it('are refused when somebody else has the name, unless both are the same person', async () => {
    const talk = await aTalk();
    await decide(talk.id, 'Speaker 1', 'Ada');
    const taken = decide(talk.id, 'Speaker 2', 'Ada');
    await expect(taken).rejects.toMatchObject({ code: 'speaker_exists' });
    const before = await revisionOf(talk);
    await decide(talk.id, 'Speaker 2', 'Ada', true);
    expect(new Set(await namesIn(talk))).toEqual(new Set(['Ada']));
    expect(await revisionOf(talk)).toBe(before + 1);
    const unknown = decide(talk.id, 'Speaker 2', 'Bob');
    await expect(unknown).rejects.toMatchObject({ code: 'speaker_unknown' });
    await again(talk, { speakers: 2 });
    expect(new Set(await namesIn(talk))).toEqual(new Set(['Ada']));
  });

  it('can be taken back, one decision at a time', async () => {
    const talk = await aTalk();
    await decide(talk.id, 'Speaker 1', 'Ada');
    await decide(talk.id, 'Speaker 2', 'Ada', true);
    await decide(talk.id, 'Ada', 'Eva');
    await undo(talk.id, 3);
    expect(new Set(await namesIn(talk))).toEqual(new Set(['Ada']));
    const merged = await narrativesOf(talk.id);
    expect(merged).toMatch(/^Ada: we begin.* and go on with that/);
    await undo(talk.id, 2);
    expect((await namesIn(talk)).slice(0, 2)).toEqual(['Ada', 'Speaker 2']);
    expect(await narrativesOf(talk.id)).toMatch(/^Ada: we begin.*\nSpeaker 2: and go on/);
    await undo(talk.id, 2);
    await undo(talk.id, 1);
    expect((await namesIn(talk)).slice(0, 2)).toEqual(['Speaker 1', 'Speaker 2']);
  });

  it('can be given to people who typed, and taken back', async () => {
    const { id } = await worker.newConversation(
      { speaker: 'Tom', text: 'Ada will book the large room for us.' },
      { speaker: 'Ada', text: 'I will do that until Friday, Tom.' },
    );
    const names = async () =>
      (await worker.repositories.transcripts.find(id))?.turns.map(({ speaker }) => speaker);
    await decide(id, 'Tom', 'Thomas');
    expect(await names()).toEqual(['Thomas', 'Ada']);
    expect(await narrativesOf(id)).toContain('Thomas: Ada will book');
    await undo(id, 1);
    expect(await names()).toEqual(['Tom', 'Ada']);
    expect(await narrativesOf(id)).toContain('Tom: Ada will book');
  });

  describe('of passages', () => {
    const assign = (id: string, speaker: string, ...segmentIds: readonly string[]) =>
      worker.repositories.speakers.assign(id, { segmentIds, speaker });
    const segmentsOf = async (run: ClipRun) =>
      (await worker.transcriptOf(run)).turns.flatMap(({ segments }) =>
        segments.map(({ id }) => id),
      );

    it('begin and end turns, outlast later runs, and can be taken back', async () => {
      const talk = await aTalk();
      const [, second, third] = await segmentsOf(talk);
      await decide(talk.id, 'Speaker 1', 'Ada');
      const before = await revisionOf(talk);
      await assign(talk.id, 'Ada', second ?? '');
      expect(await namesIn(talk)).toEqual(['Ada', 'Speaker 2']);
      expect(await revisionOf(talk)).toBe(before + 1);
      expect(await narrativesOf(talk.id)).toMatch(/^Ada: we begin.* and go on with that/);
      await assign(talk.id, 'Eva', third ?? '');
      expect(await namesIn(talk)).toEqual(['Ada', 'Eva', 'Speaker 2']);
      for (const settings of [{ speakers: 2 }, { minSpeakers: 2 }]) {
        await again(talk, settings);
        expect(await namesIn(talk)).toEqual(['Ada', 'Eva', 'Speaker 2']);
      }
      await undo(talk.id, 2);
      expect(await namesIn(talk)).toEqual(['Ada', 'Speaker 2', 'Eva', 'Speaker 2']);
      await undo(talk.id, 3);
      await undo(talk.id, 3);
      expect(await namesIn(talk)).toEqual(['Ada', 'Speaker 2', 'Ada', 'Speaker 2']);
    });

    it('outlast the end of the voices that were told apart', async () => {
      const talk = await aTalk();
      const [, second] = await segmentsOf(talk);
      await assign(talk.id, 'Eva', second ?? '');
      await again(talk, { diarisation: 'off' });
      const names = await namesIn(talk);
      expect([names.length, names[1]]).toEqual([3, 'Eva']);
    });

    it('change nothing where the speaker is the same', async () => {
      const talk = await aTalk();
      const [first] = await segmentsOf(talk);
      const before = await worker.transcriptOf(talk);
      await assign(talk.id, 'Speaker 1', first ?? '');
      expect(await worker.transcriptOf(talk)).toEqual(before);
    });

    it('are refused where no voice tells who speaks, and elsewhere', async () => {
      const talk = await aTalk();
      const { id } = await worker.newConversation({ speaker: 'Tom', text: 'Only typed words.' });
      const typed = await worker.repositories.transcripts.find(id);
      const segmentId = typed?.turns[0]?.segments[0]?.id ?? '';
      const refused = assign(id, 'Ada', segmentId);
      await expect(refused).rejects.toMatchObject({ code: 'passage_not_heard' });
      const elsewhere = assign(talk.id, 'Ada', segmentId);
      await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  it('are in the summary and its action items at once', async () => {
    const talk = await aTalk();
    const point = (text: string) => ({ text, turnIds: [] });
    const content: SummaryContent = {
      overview: 'Speaker 1 and Speaker 2 plan; Speaker 10 does not.',
      attendees: ['Speaker 1', 'Speaker 2'],
      keyPoints: [point('Speaker 2 agrees with Speaker 1.')],
      decisions: [],
      actionItems: [{ ...point('Speaker 1 books the room.'), who: 'Speaker 1', when: null }],
    };
    await worker.database.db.execute(
      `INSERT INTO summaries (id, conversation_id, revision, content, turn_count, engine, task_id, created_at)
       VALUES ('sum_${talk.id.slice(4)}', '${talk.id}', 1, '${JSON.stringify(content)}', 4, 'x', 'x', now())`,
    );
    await decide(talk.id, 'Speaker 1', 'Ada');
    const shown = await worker.repositories.summaryEdits.shown(talk.id);
    expect(shown?.content).toMatchObject({
      overview: 'Ada and Speaker 2 plan; Speaker 10 does not.',
      attendees: ['Ada', 'Speaker 2'],
      keyPoints: [{ text: 'Speaker 2 agrees with Ada.' }],
      actionItems: [{ text: 'Ada books the room.', who: 'Ada' }],
    });
  });
});
