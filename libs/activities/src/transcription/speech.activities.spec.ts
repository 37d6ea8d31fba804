import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { CLIP_MS, spoken } from '../scripted-engine.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

describe('the activities of the speech queue', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => worker.reset());
  afterAll(() => worker.close());

  const probe = (run: ClipRun) => worker.run((all) => all.probeClip(run));
  const plan = (run: ClipRun, fromMs = 0, firstIndex = 0) =>
    worker.run((all) => all.planChunks({ ...run, fromMs, firstIndex }));
  const transcribe = (run: ClipRun, index = 0) =>
    worker.run((all) => all.transcribeChunk({ ...run, index }));

  async function heardIn(run: ClipRun): Promise<readonly string[]> {
    const chunks = await worker.repositories.transcriptions.chunksSince(run.taskId, 0);
    return chunks.flatMap(({ segments }) => segments.map(({ text }) => text));
  }

  describe('probeClip', () => {
    it('sets the task to running and stores what the clip contains', async () => {
      const run = await worker.newRun();
      expect(await probe(run)).toEqual({ kind: 'ready', durationMs: CLIP_MS });
      expect(await worker.task(run)).toMatchObject({ state: 'running', total: CLIP_MS });
      const [turn] = (await worker.transcriptOf(run)).turns;
      expect(turn?.clip).toMatchObject({ container: 'wav', codec: 'pcm_s16le', channels: 1 });
    });

    it('also plans the first stretch, which is a short one, if the request wants it', async () => {
      const run = await worker.newRun();
      const request = { ...run, plansFirstStretch: true };
      const outcome = await worker.run((all) => all.probeClip(request));
      const firstPlan = { chunkCount: 2, silentMs: 0, nextFromMs: null, readToMs: CLIP_MS };
      expect(outcome).toMatchObject({ kind: 'ready', durationMs: CLIP_MS, firstPlan });
      expect(worker.engine.planned).toMatchObject([{ fromMs: 0, stretchMs: 20_000 }]);
      const planned = await worker.task(run);
      expect(planned).toMatchObject({ state: 'running', total: CLIP_MS });
      // A worker that was lost before it could report does the same again.
      expect(await worker.run((all) => all.probeClip(request))).toEqual(outcome);
      expect(await worker.task(run)).toEqual(planned);
      await plan(run, 10_000, 2);
      expect(worker.engine.planned.at(-1)).toMatchObject({ fromMs: 10_000, stretchMs: 60_000 });
    });

    it('skips a run that has already ended', async () => {
      const run = await worker.newRun();
      await worker.repositories.tasks.end(run, { state: 'cancelled' });
      expect(await probe(run)).toEqual({ kind: 'skip' });
    });

    it('rejects a clip whose stated length is over the limit', async () => {
      worker.engine.statedMs = 60_001;
      const refused = probe(await worker.newRun());
      await expect(refused).rejects.toMatchObject({ type: 'audio_too_long', nonRetryable: true });
      await expect(refused).rejects.toThrow('The recording lasts 2 minutes; the limit is 1.');
    });

    it('accepts a clip without a stated length', async () => {
      worker.engine.statedMs = null;
      const run = await worker.newRun();
      expect(await probe(run)).toEqual({ kind: 'ready', durationMs: null });
      expect(await worker.task(run)).toMatchObject({ total: null });
    });

    it('fails for good when the bytes of the clip are gone', async () => {
      const bytes = randomBytes(16);
      const run = await worker.newRun(bytes);
      await worker.loseBytes(bytes);
      const failed = { type: 'clip_bytes_missing', nonRetryable: true };
      await expect(probe(run)).rejects.toMatchObject(failed);
    });
  });

  describe('a recording with several channels or tracks', () => {
    const trackOf = (number: number, channels: number, title: string | null = null) => ({
      number,
      codec: 'aac',
      channels,
      language: 'eng',
      title,
    });
    const call = { channels: 2, tracks: [trackOf(1, 2)] };
    const film = {
      tracks: [trackOf(1, 1), { ...trackOf(2, 0), codec: null }, trackOf(3, 1, 'Director')],
    };

    const start = async (settings?: TaskSettings) => {
      const run = await worker.newRun(undefined, settings);
      await worker.run((all) => all.probeClip({ ...run, plansFirstStretch: true }));
      return run;
    };
    const turnsOf = async (run: ClipRun) => (await worker.transcriptOf(run)).turns;
    const codesOf = async (run: ClipRun) =>
      (await worker.task(run)).warnings.map(({ code }) => code);

    it('is listened to as the engine chooses, without other turns', async () => {
      worker.engine.contents = call;
      const run = await start();
      await transcribe(run);
      const chosen = { track: null, channel: null };
      expect(worker.engine.probed).toEqual([chosen]);
      expect(worker.engine.planned[0]?.sound).toEqual(chosen);
      expect(worker.engine.decoded[0]?.sound).toEqual(chosen);
      expect(await turnsOf(run)).toHaveLength(1);
      expect(await codesOf(run)).toEqual([]);
    });

    it('gives each channel a turn with a task of its own', async () => {
      worker.engine.contents = call;
      const settings = { channels: 'separate', language: 'en' } as const;
      const run = await start(settings);
      await transcribe(run);
      expect(worker.engine.decoded[0]?.sound).toEqual({ track: null, channel: 1 });
      const [first, second, ...others] = await turnsOf(run);
      expect(others).toEqual([]);
      expect(first?.clip).toMatchObject({ id: run.clipId, splitFrom: null });
      expect(second).toMatchObject({
        speaker: 'Ada (channel 2)',
        taskState: 'pending',
        clip: { splitFrom: run.clipId, track: 1, channel: 2, sha256: first?.clip?.sha256 },
      });
      const part = {
        taskId: second?.clip?.taskId ?? '',
        attempt: 1,
        clipId: second?.clip?.id ?? '',
      };
      expect(await worker.task(part)).toMatchObject({ settings: { language: 'en' } });
    });

    it('transcribes a part as that part, also in a later task without settings', async () => {
      worker.engine.contents = call;
      const run = await start({ channels: 'separate' });
      const [, second] = await turnsOf(run);
      const part = {
        taskId: second?.clip?.taskId ?? '',
        attempt: 1,
        clipId: second?.clip?.id ?? '',
      };
      await worker.run((all) => all.probeClip({ ...part, plansFirstStretch: true }));
      await transcribe(part);
      await transcribe(run);
      expect(worker.engine.probed.at(-1)).toEqual({ track: 1, channel: 2 });
      expect(worker.engine.decoded.map(({ sound }) => sound)).toEqual([
        { track: 1, channel: 2 },
        { track: null, channel: 1 },
      ]);
      expect(await turnsOf(run)).toHaveLength(2);
    });

    it('is split once, also when it is probed again or the task is retried', async () => {
      worker.engine.contents = call;
      const run = await start({ channels: 'separate' });
      await worker.run((all) => all.probeClip({ ...run, plansFirstStretch: true }));
      await worker.repositories.tasks.end(run, { state: 'cancelled' });
      await worker.repositories.tasks.retry(run.taskId);
      await probe({ ...run, attempt: 2 });
      expect(await turnsOf(run)).toHaveLength(2);
    });

    it('gives each track that can be decoded a turn', async () => {
      worker.engine.contents = film;
      const run = await start({ tracks: 'all' });
      await transcribe(run);
      expect(worker.engine.decoded[0]?.sound).toEqual({ track: 'first', channel: null });
      const turns = await turnsOf(run);
      expect(turns.map(({ speaker }) => speaker)).toEqual(['Ada', 'Ada (track 3)']);
      expect(turns[1]?.clip).toMatchObject({ track: 3, channel: null });
      expect(await codesOf(run)).toEqual([]);
    });

    it('names the other tracks in a warning, if none was chosen', async () => {
      worker.engine.contents = film;
      const [warning] = (await worker.task(await start())).warnings;
      expect(warning?.code).toBe('other_tracks');
      expect(warning?.message).toContain('track 3 (Director, eng)');
      expect(warning?.message).not.toContain('track 2');
      expect(await codesOf(await start({ track: 3 }))).toEqual([]);
    });

    it('names separate channels in a warning, if the channels have little in common', async () => {
      worker.engine.contents = { ...call, channelsUnrelated: true };
      const [warning] = (await worker.task(await start())).warnings;
      expect(warning?.code).toBe('channels_unrelated');
      expect(warning?.message).toContain('channels=separate');
      expect(await codesOf(await start({ channels: 'mix' }))).toEqual([]);
      expect(await codesOf(await start({ channels: 'separate' }))).toEqual([]);
    });
  });

  describe('planChunks', () => {
    it('stores the chunks of a stretch and returns the start of the next one', async () => {
      const run = await worker.newRun();
      await probe(run);
      const chunks = [{ startMs: 0, endMs: 7000, overlapsPrevious: false }];
      worker.engine.stretch = { chunks, nextFromMs: 9000, readToMs: 12_000 };
      // Audio between 9 and 12 seconds is read again and counted with the next stretch.
      expect(await plan(run)).toEqual({
        chunkCount: 1,
        chunks: [{ startMs: 0, endMs: 7000 }],
        silentMs: 2000,
        nextFromMs: 9000,
        readToMs: 12_000,
      });
      expect(await worker.task(run)).toMatchObject({ done: 2000 });
    });

    it('counts chunks and silence so that they add up to the length of the clip', async () => {
      const run = await worker.newRun();
      await probe(run);
      const first = { startMs: 1000, endMs: 7000, overlapsPrevious: false };
      const second = { startMs: 5000, endMs: 8000, overlapsPrevious: true };
      const third = { startMs: 9500, endMs: 15_000, overlapsPrevious: false };
      worker.engine.stretch = { chunks: [first, second], nextFromMs: 9000, readToMs: 20_000 };
      await plan(run);
      worker.engine.stretch = { chunks: [third], nextFromMs: null, readToMs: 20_000 };
      await plan(run, 9000, 2);
      for (const index of [0, 1, 2]) await transcribe(run, index);
      expect(await worker.task(run)).toMatchObject({ done: 20_000, total: 20_000 });
    });

    it('changes nothing when it is repeated', async () => {
      const run = await worker.plannedRun();
      const planned = await worker.task(run);
      expect(await plan(run)).toMatchObject({ chunkCount: 2, nextFromMs: null });
      expect(await worker.task(run)).toEqual(planned);
    });

    it('warns that the clip ends before its stated length', async () => {
      const run = await worker.newRun();
      await probe(run);
      worker.engine.stretch = { truncated: true, readToMs: 12_000 };
      await plan(run);
      const warnings = [{ code: 'audio_truncated', atMs: 12_000 }];
      expect(await worker.task(run)).toMatchObject({ warnings, total: 12_000 });
    });

    it('warns that the file goes on after the end that it states', async () => {
      const run = await worker.newRun();
      await probe(run);
      worker.engine.stretch = { hasMoreBytes: true, readToMs: 12_000 };
      await plan(run);
      const warnings = [{ code: 'audio_after_end', atMs: 12_000 }];
      expect(await worker.task(run)).toMatchObject({ warnings });
    });

    it('rejects a clip that exceeds the limit without a stated length', async () => {
      worker.engine.statedMs = null;
      const run = await worker.newRun();
      await probe(run);
      worker.engine.stretch = { readToMs: 60_001 };
      const failed = { type: 'audio_too_long', nonRetryable: true };
      await expect(plan(run)).rejects.toMatchObject(failed);
    });
  });

  describe('transcribeChunk', () => {
    it('decodes the range of its chunk and counts it as done', async () => {
      const run = await worker.plannedRun();
      expect(await transcribe(run, 1)).toEqual({ audioMs: 10_000, warnings: [] });
      expect(worker.engine.decoded).toMatchObject([
        { startMs: 10_000, endMs: 20_000, language: null, decoding: 'standard' },
      ]);
      expect(await worker.task(run)).toMatchObject({ done: 10_000 });
      expect(await heardIn(run)).toEqual(['word']);
    });

    it('decodes a chunk once when it is repeated', async () => {
      const run = await worker.plannedRun();
      const first = await transcribe(run);
      expect(await transcribe(run)).toEqual(first);
      expect(worker.engine.decoded).toHaveLength(1);
      expect(await worker.task(run)).toMatchObject({ done: 10_000 });
    });

    it('decodes a chunk once when the task is retried', async () => {
      const run = await worker.plannedRun();
      await transcribe(run);
      await worker.repositories.tasks.end(run, { state: 'cancelled' });
      await worker.repositories.tasks.retry(run.taskId);
      const retried = { ...run, attempt: 2 };
      await probe(retried);
      await plan(retried);
      expect(await transcribe(retried)).toEqual({ audioMs: 10_000, warnings: [] });
      expect(worker.engine.decoded).toHaveLength(1);
      expect(await heardIn(retried)).toEqual(['word']);
    });

    describe('when a task is retried with other settings', () => {
      /** Retries a task with other settings, and runs its activities. */
      const runAgain = async (run: ClipRun, settings: TaskSettings) => {
        await worker.repositories.tasks.end(run, { state: 'cancelled' });
        const { attempt } = await worker.repositories.tasks.retry(run.taskId, settings);
        const retried = { ...run, attempt };
        await probe(retried);
        await plan(retried);
        for (const index of [0, 1]) await transcribe(retried, index);
        return retried;
      };
      const transcribed = async () => {
        const run = await worker.plannedRun();
        for (const index of [0, 1]) await transcribe(run, index);
        return run;
      };
      const decodings = () => [worker.engine.decoded.length, worker.otherEngine.decoded.length];

      it('decodes with the model of the task, and nothing twice', async () => {
        worker.otherEngine.hears = ({ startMs }) => [spoken('another word', startMs)];
        const first = await transcribed();
        const second = await runAgain(first, { engine: 'other' });
        expect(await heardIn(second)).toEqual(['another word', 'another word']);
        expect(decodings()).toEqual([2, 2]);
        const third = await runAgain(second, { engine: 'usual' });
        expect(await heardIn(third)).toEqual(['word', 'word']);
        await runAgain(third, { engine: 'other' });
        expect(decodings()).toEqual([2, 2]);
      });

      it('decodes as the language of the task', async () => {
        const first = await transcribed();
        const second = await runAgain(first, { language: 'de' });
        expect(worker.engine.decoded.map(({ language }) => language)).toEqual([
          null,
          null,
          'de',
          'de',
        ]);
        await runAgain(second, { language: 'auto' });
        expect(decodings()).toEqual([4, 0]);
      });

      it('fails for good when this worker has no such model', async () => {
        const run = await transcribed();
        await expect(runAgain(run, { engine: 'gone' })).rejects.toMatchObject({
          type: 'engine_unknown',
          nonRetryable: true,
          message: expect.stringContaining('usual, other'),
        });
      });
    });

    it('decodes a chunk once when another clip has the same audio', async () => {
      const bytes = randomBytes(16);
      const [first, second] = [await worker.plannedRun(bytes), await worker.plannedRun(bytes)];
      await transcribe(first);
      await transcribe(second);
      expect(worker.engine.decoded).toHaveLength(1);
      expect(await heardIn(second)).toEqual(['word']);
    });

    it('decodes other audio, and other ranges of the same audio, separately', async () => {
      const first = await worker.plannedRun();
      await transcribe(first, 0);
      await transcribe(first, 1);
      await transcribe(await worker.plannedRun(), 0);
      expect(worker.engine.decoded).toHaveLength(3);
    });

    it('keeps the result of a run that was cancelled meanwhile', async () => {
      const bytes = randomBytes(16);
      const run = await worker.plannedRun(bytes);
      worker.engine.restOfDecoding = worker.repositories.tasks.end(run, { state: 'cancelled' });
      await transcribe(run);
      expect(await worker.task(run)).toMatchObject({ state: 'cancelled', done: 0 });
      await transcribe(await worker.plannedRun(bytes));
      expect(worker.engine.decoded).toHaveLength(1);
    });

    it('publishes partial text while it decodes', async () => {
      const run = await worker.plannedRun();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      worker.engine.hears = () => [spoken('so far', 0), spoken('so good', 200)];
      worker.engine.restOfDecoding = promise;
      const decoding = transcribe(run);
      await eventually(async () => expect(await heardIn(run)).toEqual(['so far', 'so good']));
      resolve(undefined);
      await decoding;
    });

    it('fails for a chunk that was not planned', async () => {
      const run = await worker.plannedRun();
      await expect(transcribe(run, 7)).rejects.toMatchObject({ type: 'internal' });
      expect(worker.engine.decoded).toEqual([]);
    });
  });

  describe('an engine that repeats itself', () => {
    const loop = spoken('on and on and on and on and on and on and on and', 1000);
    const sense = spoken('the meeting is over', 0);

    it('has its chunk decoded again in careful mode, which is the result', async () => {
      const run = await worker.plannedRun();
      worker.engine.hears = ({ decoding }) => [decoding === 'standard' ? loop : sense];
      expect(await transcribe(run)).toMatchObject({ warnings: [] });
      expect(worker.engine.decoded.map(({ decoding }) => decoding)).toEqual([
        'standard',
        'careful',
      ]);
      expect(await heardIn(run)).toEqual(['the meeting is over']);
    });

    it('has the partial text of the first decoding discarded', async () => {
      const run = await worker.plannedRun();
      const careful = Promise.withResolvers<undefined>();
      worker.engine.hears = ({ decoding }) => {
        if (decoding === 'standard') return [loop];
        worker.engine.restOfDecoding = careful.promise;
        return [sense];
      };
      const decoding = transcribe(run);
      await eventually(async () => expect(await heardIn(run)).toEqual([sense.text]));
      careful.resolve(undefined);
      await decoding;
    });

    it('has its repetitions cut, with a warning, when careful mode does not help', async () => {
      const run = await worker.plannedRun();
      worker.engine.hears = () => [sense, loop];
      const warnings = [{ code: 'repetition_cut', atMs: 1000 }];
      expect(await transcribe(run)).toMatchObject({ warnings });
      expect((await heardIn(run)).join(' ')).toBe('the meeting is over on and');
      expect(await transcribe(run)).toMatchObject({ warnings });
      expect(worker.engine.decoded).toHaveLength(2);
    });
  });
});
