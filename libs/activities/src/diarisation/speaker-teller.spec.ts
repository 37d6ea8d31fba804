import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SPEAKER } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun, TaskOutcome } from '#contracts/workflows';
import { spoken } from '../scripted-engine.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

/** A segment of ten words in each chunk, whose last four are of the other speaker. */
const SAID = 'one two three four five six seven eight nine ten';

describe('telling speakers apart in a text that is there', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => {
    worker.reset();
    worker.engine.hears = ({ startMs }) => [wide(startMs)];
    if (worker.voiceEngine) worker.voiceEngine.whose = (atMs) => (atMs % 10_000 < 6_000 ? 0 : 1);
  });
  afterAll(() => worker.close());

  /** A word every second. */
  function wide(startMs: number) {
    const { words, ...segment } = spoken(SAID, 0);
    const apart = words.map((word, n) => ({
      ...word,
      ...{ startMs: startMs + n * 1_000, endMs: startMs + n * 1_000 + 900 },
    }));
    return { ...segment, startMs, endMs: startMs + 9_900, words: apart };
  }

  /** A recording that was transcribed without speakers. */
  async function aRecording(settings: TaskSettings = { diarisation: 'off' }): Promise<ClipRun> {
    const run = await worker.newRun(randomBytes(16), settings, DEFAULT_SPEAKER);
    await worker.run((all) => all.probeClip({ ...run, plansFirstStretch: true }));
    for (const index of [0, 1]) await worker.run((all) => all.transcribeChunk({ ...run, index }));
    await worker.run((all) => all.stitchTranscript(run));
    return run;
  }

  const conversationOf = async (run: ClipRun) => (await worker.task(run)).conversationId ?? '';

  async function tell(run: ClipRun, settings: TaskSettings = {}): Promise<TaskOutcome> {
    const conversationId = await conversationOf(run);
    const wanted = { type: 'diarisation', conversationId, settings } as const;
    const task = await worker.repositories.requestedTasks.create(wanted, null);
    const outcome = await worker.run((all) => all.tellSpeakers({ taskId: task.id, attempt: 1 }));
    expect(await worker.task({ taskId: task.id })).toMatchObject({ state: 'completed' });
    return outcome;
  }

  const textsOf = async (run: ClipRun) =>
    (await worker.transcriptOf(run)).turns.map(({ speaker, segments }) => [
      speaker,
      segments.map(({ raw, corrected, edited }) => edited ?? corrected ?? raw).join(' '),
    ]);
  const DIVIDED = [
    ['Speaker 1', 'one two three four five six'],
    ['Speaker 2', 'seven eight nine ten'],
    ['Speaker 1', 'one two three four five six'],
    ['Speaker 2', 'seven eight nine ten'],
  ];

  it('cuts segments where the speaker changes, raises the revision, and keeps the text from before', async () => {
    const run = await aRecording();
    const before = await worker.transcriptOf(run);
    expect(await tell(run)).toEqual({ kind: 'done', done: 1, warnings: [], behind: false });
    expect(await textsOf(run)).toEqual(DIVIDED);
    const after = await worker.transcriptOf(run);
    expect(after.conversation.revision).toBe(before.conversation.revision + 1);
    // What cites a segment that was cut leads to where it begins.
    const firsts = after.turns.flatMap(({ segments: [first] }) => first?.id ?? []);
    expect(firsts).toEqual(
      expect.arrayContaining(before.turns[0]?.segments.map(({ id }) => id) ?? ['']),
    );
    const turnId = before.turns[0]?.turnId ?? '';
    const query = { conversationId: await conversationOf(run), turnId, limit: 5 };
    const versions = await worker.repositories.textVersions.list(query);
    expect(versions?.items.map(({ segments }) => segments.map(({ raw }) => raw))).toEqual([
      [SAID, SAID],
    ]);
    const waiting = after.turns.flatMap(({ segments }) => segments);
    expect(waiting.map(({ correctionTaskId }) => correctionTaskId)).toEqual(Array(4).fill(null));
  });

  it('decodes nothing, and embeds nothing twice', async () => {
    const run = await aRecording();
    const decoded = worker.engine.decoded.length;
    await tell(run);
    const embedded = worker.voiceEngine?.heard.length;
    expect(embedded).toBe(2);
    expect(await tell(run, { speakers: 1 })).toMatchObject({ kind: 'done' });
    expect(await textsOf(run)).toEqual([['Speaker 1', `${SAID} ${SAID}`]]);
    expect(worker.engine.decoded).toHaveLength(decoded);
    expect(worker.voiceEngine?.heard).toHaveLength(embedded ?? -1);
  });

  it('changes nothing when the speakers are the same', async () => {
    const run = await aRecording();
    await tell(run);
    const before = await worker.transcriptOf(run);
    await tell(run, { speakers: 2 });
    expect(await worker.transcriptOf(run)).toEqual(before);
  });

  const markedOf = async (run: ClipRun) =>
    (await worker.transcriptOf(run)).turns
      .flatMap(({ segments }) => segments)
      .map(({ words }) => words.flatMap(({ text, overlap }) => (overlap ? [text] : [])));

  it('marks words where two speak at once, in segments that are cut, moved or edited', async () => {
    if (worker.voiceEngine)
      worker.voiceEngine.overlaps = [
        { startMs: 4_900, endMs: 7_000 },
        { startMs: 10_000, endMs: 12_000 },
      ];
    const run = await aRecording();
    const [turn] = (await worker.transcriptOf(run)).turns;
    const id = await conversationOf(run);
    await worker.repositories.segments.edit(id, turn?.segments[1]?.id ?? '', 'It is settled.');
    expect(await markedOf(run)).toEqual([[], []]);
    await tell(run);
    expect(await markedOf(run)).toEqual([['six'], ['seven'], ['one', 'two']]);
  });

  it('marks words anew without another text, so that nothing is made of it again', async () => {
    const run = await aRecording();
    await tell(run);
    const before = await worker.transcriptOf(run);
    if (worker.voiceEngine) {
      worker.voiceEngine.name = 'another network';
      worker.voiceEngine.overlaps = [{ startMs: 4_900, endMs: 7_000 }];
    }
    await tell(run);
    expect(await markedOf(run)).toEqual([['six'], ['seven'], [], []]);
    const after = await worker.transcriptOf(run);
    expect(after.conversation.revision).toBe(before.conversation.revision);
    expect(after.turns.map(({ earlierVersions }) => earlierVersions)).toEqual(
      before.turns.map(({ earlierVersions }) => earlierVersions),
    );
  });

  it('keeps what a person has edited as it is, with whoever says most of it', async () => {
    const run = await aRecording();
    const [turn] = (await worker.transcriptOf(run)).turns;
    const id = await conversationOf(run);
    await worker.repositories.segments.edit(id, turn?.segments[1]?.id ?? '', 'It is settled.');
    await tell(run);
    expect(await textsOf(run)).toEqual([...DIVIDED.slice(0, 2), ['Speaker 1', 'It is settled.']]);
  });

  it('goes by voices in a text that is transcribed again after it was edited', async () => {
    const run = await aRecording();
    const [turn] = (await worker.transcriptOf(run)).turns;
    const id = await conversationOf(run);
    await worker.repositories.segments.edit(id, turn?.segments[0]?.id ?? '', 'It is settled.');
    const wanted = {
      ...({ type: 'transcription', clipId: run.clipId } as const),
      settings: { speakers: 2 },
    };
    const { id: taskId } = await worker.repositories.requestedTasks.create(wanted, null);
    const again = { ...run, taskId };
    await worker.run((all) => all.probeClip({ ...again, plansFirstStretch: true }));
    for (const index of [0, 1]) await worker.run((all) => all.transcribeChunk({ ...again, index }));
    await worker.run((all) => all.embedVoices({ ...again, fromIndex: 0, toIndex: 2 }));
    await worker.run((all) => all.groupVoices(again));
    const outcome = await worker.run((all) =>
      all.stitchTranscript({ ...again, tellsSpeakers: true }),
    );
    expect(outcome.warnings).toMatchObject([{ code: 'edited_text_kept' }]);
    expect(await textsOf(run)).toEqual([
      ['Speaker 1', 'It is settled. one two three four five six'],
      ['Speaker 2', 'seven eight nine ten'],
    ]);
  });

  it('says why it does nothing', async () => {
    const { runs, id } = await worker.newConversation({
      speaker: 'Ada',
      text: 'Only typed words.',
    });
    expect(runs.size).toBeGreaterThan(0);
    const task = await worker.repositories.requestedTasks.create(
      { type: 'diarisation', conversationId: id },
      null,
    );
    const outcome = await worker.run((all) => all.tellSpeakers({ taskId: task.id, attempt: 1 }));
    expect(outcome.warnings).toMatchObject([{ code: 'speakers_not_told' }]);
  });

  it('leaves a recording alone that is being transcribed', async () => {
    const run = await worker.newRun(randomBytes(16), {}, DEFAULT_SPEAKER);
    expect((await tell(run)).warnings).toMatchObject([
      { code: 'speakers_not_told', message: expect.stringContaining('being transcribed') },
    ]);
  });

  it('fails when the installation has no engine for voices', async () => {
    const run = await aRecording();
    worker.voiceEngine = null;
    const wanted = { type: 'diarisation', conversationId: await conversationOf(run) } as const;
    const { id: taskId } = await worker.repositories.requestedTasks.create(wanted, null);
    const telling = worker.run((all) => all.tellSpeakers({ taskId, attempt: 1 }));
    await expect(telling).rejects.toMatchObject({ type: 'speech_engine_unavailable' });
    expect(await textsOf(run)).toHaveLength(1);
  });
});
