import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SPEAKER } from '#contracts/model';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
import { spoken } from '../../scripted-engine.fixture.ts';
import { ScriptedVoiceEngine } from '../../scripted-voices.fixture.ts';
import { TestWorker } from '../../worker.fixture.ts';
import { transcribeRun } from './transcribe-run.fixture.ts';

/** Words of each chunk, one every 100 ms. */
const SAID = 'one two three four five six seven eight nine ten';

describe('the speakers of a recording', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => {
    worker.reset();
    // Two chunks of ten seconds, each with a segment at its start and one at its end.
    worker.engine.hears = ({ startMs }) => [
      spoken(SAID, startMs + 1_000),
      spoken('until here', startMs + 8_000),
    ];
    if (worker.voiceEngine) worker.voiceEngine.whose = (atMs) => (atMs < 9_500 ? 0 : 1);
  });
  afterAll(() => worker.close());

  const probe = (run: ClipRun) =>
    worker.run((all) => all.probeClip({ ...run, plansFirstStretch: true }));

  const transcribe = (run: ClipRun) => transcribeRun(worker, run);
  const newRun = (settings?: TaskSettings, speaker = DEFAULT_SPEAKER, bytes?: Buffer) =>
    worker.newRun(bytes ?? randomBytes(16), settings, speaker);

  async function aTranscript(settings?: TaskSettings, speaker?: string): Promise<ClipRun> {
    const run = await newRun(settings, speaker);
    await transcribe(run);
    return run;
  }

  /** The same clip again, with other settings. */
  async function again(run: ClipRun, settings: TaskSettings): Promise<ClipRun> {
    const wanted = { type: 'transcription', clipId: run.clipId, settings } as const;
    const { id: taskId } = await worker.repositories.requestedTasks.create(wanted, null);
    const next = { ...run, taskId };
    await transcribe(next);
    return next;
  }

  const turnsOf = async (run: ClipRun) =>
    (await worker.transcriptOf(run)).turns.map(({ speaker, segments }) => [
      speaker,
      segments.map(({ raw }) => raw).join(' '),
    ]);
  const codesOf = async (run: ClipRun) => (await worker.task(run)).warnings.map(({ code }) => code);

  const TWO = [
    ['Speaker 1', `${SAID} until here`],
    ['Speaker 2', `${SAID} until here`],
  ];
  const ONE = [[DEFAULT_SPEAKER, `${SAID} until here ${SAID} until here`]];

  it('get turns of their own, in the order in which they first speak', async () => {
    const run = await aTranscript();
    expect(await turnsOf(run)).toEqual(TWO);
    const { turns } = await worker.transcriptOf(run);
    expect(turns.map(({ clip }) => clip?.id)).toEqual([run.clipId, run.clipId]);
    const narratives = await worker.database.db.execute(
      `SELECT narrative FROM memories WHERE conversation_id = '${(await worker.task(run)).conversationId}'`,
    );
    expect(narratives.rows.map((row) => row['narrative'])).toEqual([
      `Speaker 1: ${SAID} until here\nSpeaker 2: ${SAID} until here`,
    ]);
  });

  it('have words that are marked where two speak at once, and are marked nowhere else', async () => {
    const at = { startMs: 8_100, endMs: 11_195 };
    if (worker.voiceEngine) worker.voiceEngine.overlaps = [at];
    const run = await aTranscript();
    const words = (await worker.transcriptOf(run)).turns
      .flatMap(({ segments }) => segments)
      .flatMap((segment) => segment.words);
    const marked = words.filter(({ overlap }) => overlap);
    expect(marked.map(({ text }) => text)).toEqual(['here', 'one', 'two']);
    expect(words.filter((word) => 'overlap' in word)).toEqual(marked);
    expect(await turnsOf(run)).toEqual(TWO);
  });

  it('have no words that are marked when there is one', async () => {
    if (worker.voiceEngine) worker.voiceEngine.overlaps = [{ startMs: 0, endMs: 20_000 }];
    const run = await aTranscript({ speakers: 1 });
    const { turns } = await worker.transcriptOf(run);
    const words = turns.flatMap(({ segments }) => segments).flatMap((segment) => segment.words);
    expect(words.filter((word) => 'overlap' in word)).toEqual([]);
  });

  it('are one as before when one voice is heard', async () => {
    if (worker.voiceEngine) worker.voiceEngine.whose = () => 0;
    const run = await aTranscript();
    expect(await turnsOf(run)).toEqual(ONE);
    expect(await codesOf(run)).toEqual([]);
  });

  it('are not told apart in a recording whose speaker is named, unless somebody asks', async () => {
    expect(await turnsOf(await aTranscript(undefined, 'Ada'))).toEqual([['Ada', ONE[0]?.[1]]]);
    expect(worker.voiceEngine?.heard).toEqual([]);
    expect(await turnsOf(await aTranscript({ diarisation: 'on' }, 'Ada'))).toEqual(TWO);
    expect(await turnsOf(await aTranscript({ speakers: 2 }, 'Ada'))).toEqual(TWO);
  });

  it('are not told apart where an upload does not want it', async () => {
    expect(await turnsOf(await aTranscript({ diarisation: 'off' }))).toEqual(ONE);
    expect(worker.voiceEngine?.heard).toEqual([]);
  });

  it('are as many as a hint says', async () => {
    expect(await turnsOf(await aTranscript({ speakers: 1 }))).toEqual(ONE);
    const names = (await turnsOf(await aTranscript({ minSpeakers: 3 }))).map(([name]) => name);
    expect(new Set(names).size).toBeGreaterThanOrEqual(2);
  });

  it('are told again with another number, without embedding anything twice', async () => {
    const run = await aTranscript();
    const embedded = worker.voiceEngine?.heard.length;
    const once = await again(run, { speakers: 1 });
    expect(await turnsOf(once)).toEqual([['Speaker 1', ONE[0]?.[1]]]);
    const [turn] = (await worker.transcriptOf(once)).turns;
    const conversationId = (await worker.task(once)).conversationId ?? '';
    const query = { conversationId, turnId: turn?.turnId ?? '', limit: 5 };
    const versions = await worker.repositories.textVersions.list(query);
    // What the turn that is gone said is in the earlier text of the first one.
    expect(versions?.items.map(({ segments }) => segments.length)).toEqual([4]);
    expect(versions?.items[0]?.segments.at(-1)).toMatchObject({ speaker: 'Speaker 2' });
    expect(await turnsOf(await again(once, { diarisation: 'on' }))).toEqual(TWO);
    expect(worker.voiceEngine?.heard).toHaveLength(embedded ?? -1);
  });

  it('keep the ids of turns that begin at the same time', async () => {
    const run = await aTranscript();
    const idsOf = async () => (await worker.transcriptOf(run)).turns.map(({ turnId }) => turnId);
    const before = await idsOf();
    await again(run, { speakers: 2 });
    expect(await idsOf()).toEqual(before);
  });

  it('become one turn again when a later task does not want them', async () => {
    const run = await again(await aTranscript(), { diarisation: 'off' });
    expect(await turnsOf(run)).toEqual([['Speaker 1', ONE[0]?.[1]]]);
  });

  it('are other people than those of another recording of the conversation', async () => {
    const first = await aTranscript();
    const conversationId = (await worker.task(first)).conversationId ?? '';
    const { sha256 } = await worker.keepFile(randomBytes(16));
    const file = { speaker: DEFAULT_SPEAKER, fileName: 'b.wav', sizeBytes: 16, sha256 };
    const clipId = await worker.repositories.clips.acceptClip({ conversationId, ...file }, null);
    await worker.repositories.outbox.dispatch(1000, () => Promise.resolve('delivered'));
    const found = await worker.repositories.conversations.findClip(conversationId, clipId);
    await transcribe({ taskId: found?.task.id ?? '', attempt: 1, clipId });
    expect((await turnsOf(first)).map(([name]) => name)).toEqual(
      [1, 2, 3, 4].map((number) => `Speaker ${number}`),
    );
  });

  describe('whose voices are embedded', () => {
    it('are embedded once for the same recording, also by a later task', async () => {
      const bytes = randomBytes(16);
      await transcribe(await newRun(undefined, DEFAULT_SPEAKER, bytes));
      expect(worker.voiceEngine?.heard).toHaveLength(2);
      await transcribe(await newRun(undefined, DEFAULT_SPEAKER, bytes));
      expect(worker.voiceEngine?.heard).toHaveLength(2);
    });

    it('go on with the next chunk after a try was lost', async () => {
      const run = await newRun();
      await probe(run);
      await worker.run((all) => all.embedVoices({ ...run, fromIndex: 0, toIndex: 1 }));
      await worker.run((all) => all.embedVoices({ ...run, fromIndex: 0, toIndex: 2 }));
      expect(worker.voiceEngine?.heard.map(({ startMs }) => startMs)).toEqual([0, 10_000]);
    });

    it('are stored as they were heard', async () => {
      if (worker.voiceEngine) worker.voiceEngine.overlaps = [{ startMs: 2_000, endMs: 3_000 }];
      const run = await aTranscript();
      const [chunk] = await worker.repositories.voices.chunks(run.taskId);
      const [first] = await worker.repositories.voices.ofKeys([chunk?.voiceKey ?? '']);
      const engine = new ScriptedVoiceEngine();
      engine.overlaps = [{ startMs: 2_000, endMs: 3_000 }];
      const heard = await engine.voices(
        { path: '', startMs: 0, endMs: 10_000 },
        { signal: new AbortController().signal },
      );
      expect(first).toEqual(heard);
    });
  });

  describe('without their voices', () => {
    it('are one with a warning when the network is not there yet', async () => {
      if (worker.voiceEngine) worker.voiceEngine.installed = false;
      const run = await aTranscript();
      expect(await turnsOf(run)).toEqual(ONE);
      expect(await codesOf(run)).toEqual(['speakers_not_told']);
    });

    it('are one without a warning when the installation has no network, unless somebody asks', async () => {
      worker.voiceEngine = null;
      expect(await codesOf(await aTranscript())).toEqual([]);
      const asked = await aTranscript({ speakers: 2 });
      expect(await turnsOf(asked)).toEqual(ONE);
      expect(await codesOf(asked)).toEqual(['speakers_not_told']);
    });

    it('are one with a warning that says why when the engine fails', async () => {
      const run = await newRun();
      await probe(run);
      for (const index of [0, 1]) await worker.run((all) => all.transcribeChunk({ ...run, index }));
      if (worker.voiceEngine)
        worker.voiceEngine.failure = new AppError('speech_engine_crashed', 'It has crashed.');
      const embedding = worker.run((all) => all.embedVoices({ ...run, fromIndex: 0, toIndex: 2 }));
      await expect(embedding).rejects.toMatchObject({ type: 'speech_engine_crashed' });
      await worker.run((all) =>
        all.stitchTranscript({ ...run, voicesFailure: 'speech_engine_crashed' }),
      );
      expect(await turnsOf(run)).toEqual(ONE);
      const [warning] = (await worker.task(run)).warnings;
      expect(warning).toMatchObject({
        code: 'speakers_not_told',
        message: expect.stringContaining('speech process'),
      });
    });
  });
});
