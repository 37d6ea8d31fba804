import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskSettings } from '#contracts/tasks';
import type { ClipRun } from '#contracts/workflows';
import { spoken } from '../scripted-engine.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

describe('the database activities of a transcription', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => worker.reset());
  afterAll(() => worker.close());

  /** A run whose two chunks are decoded. */
  async function decodedRun(settings?: TaskSettings): Promise<ClipRun> {
    const run = await worker.plannedRun(undefined, settings);
    for (const index of [0, 1]) {
      await worker.run((all) => all.transcribeChunk({ ...run, index }));
    }
    return run;
  }

  const stitch = (run: ClipRun) => worker.run((all) => all.stitchTranscript(run));

  async function textsOf(run: ClipRun): Promise<readonly string[]> {
    const { turns } = await worker.transcriptOf(run);
    return turns.flatMap(({ segments }) => segments.map(({ raw }) => raw));
  }

  it('join the chunks into the transcript and complete the task', async () => {
    worker.engine.hears = ({ startMs }) => [spoken(startMs === 0 ? 'first' : 'second', startMs)];
    const run = await decodedRun();
    expect(await stitch(run)).toEqual({ segmentCount: 2, warnings: [] });
    expect(await textsOf(run)).toEqual(['first', 'second']);
    expect(await worker.task(run)).toMatchObject({ state: 'completed', warnings: [] });
    expect((await worker.transcriptOf(run)).conversation.revision).toBe(1);
  });

  it('change nothing when they are repeated', async () => {
    const run = await decodedRun();
    await stitch(run);
    const transcript = await worker.transcriptOf(run);
    await stitch(run);
    expect(await worker.transcriptOf(run)).toEqual(transcript);
  });

  it('return the same result when they are repeated, as the first response may have been lost', async () => {
    worker.engine.hears = () => [];
    const run = await decodedRun();
    const first = await stitch(run);
    expect(await stitch(run)).toEqual(first);
  });

  it('neither lose nor repeat words in the overlap of two chunks', async () => {
    const run = await worker.newRun();
    await worker.run((all) => all.probeClip(run));
    const chunks = [
      { startMs: 0, endMs: 1000, overlapsPrevious: false },
      { startMs: 600, endMs: 2000, overlapsPrevious: true },
    ];
    worker.engine.stretch = { chunks };
    await worker.run((all) => all.planChunks({ ...run, fromMs: 0, firstIndex: 0 }));
    worker.engine.hears = ({ startMs }) =>
      startMs === 0
        ? [spoken('we meet at the old town hall at nine', 0)]
        : [spoken('hall at nine on monday', startMs)];
    for (const index of [0, 1]) {
      await worker.run((all) => all.transcribeChunk({ ...run, index }));
    }
    await stitch(run);
    expect((await textsOf(run)).join(' ')).toBe('we meet at the old town hall at nine on monday');
  });

  it('complete a clip without speech with a warning', async () => {
    worker.engine.hears = () => [];
    const run = await decodedRun();
    expect(await stitch(run)).toMatchObject({ segmentCount: 0, warnings: [{ code: 'no_speech' }] });
    expect(await worker.task(run)).toMatchObject({
      state: 'completed',
      warnings: [{ code: 'no_speech' }],
    });
  });

  it('ignore segments without words', async () => {
    worker.engine.hears = ({ startMs }) => [{ ...spoken(' ', startMs), words: [] }];
    const run = await decodedRun();
    expect(await stitch(run)).toMatchObject({ segmentCount: 0, warnings: [{ code: 'no_speech' }] });
  });

  it('keep the warnings of the plan and of the chunks', async () => {
    worker.engine.stretch = { truncated: true };
    worker.engine.hears = ({ startMs }) =>
      startMs === 0 ? [spoken('no '.repeat(9).trim(), 0)] : [spoken('word', startMs)];
    const run = await decodedRun();
    const outcome = await stitch(run);
    const { warnings } = await worker.task(run);
    expect(outcome.warnings).toEqual(warnings);
    expect(warnings.map(({ code }) => code)).toEqual(['audio_truncated', 'repetition_cut']);
  });

  it.each([
    ['und', /probably not English/],
    ['de', /sounds like German/],
  ])('warn once if most of a clip may be of another language: %s', async (language, message) => {
    worker.engine.otherLanguage = language;
    const run = await decodedRun();
    const { warnings } = await stitch(run);
    expect(warnings).toEqual([
      { code: 'language_unlikely', atMs: 0, message: expect.stringMatching(message) },
    ]);
  });

  it('have the language of the chunk in each segment', async () => {
    worker.engine.language = ({ startMs }) => (startMs === 0 ? 'de' : 'en');
    const run = await decodedRun();
    await stitch(run);
    const { turns } = await worker.transcriptOf(run);
    const languages = turns.flatMap(({ segments }) => segments.map(({ language }) => language));
    expect(languages).toEqual(['de', 'en']);
  });

  it('warn if the model does not know the language that was asked for', async () => {
    worker.engine.language = () => 'en';
    const run = await decodedRun({ language: 'de' });
    const { warnings } = await stitch(run);
    expect(warnings).toEqual([
      {
        code: 'language_unlikely',
        atMs: 0,
        message: expect.stringMatching(/does not know German, so .* as English/),
      },
    ]);
  });

  it('do not warn of another language for a few words', async () => {
    worker.engine.hears = ({ startMs }) => {
      worker.engine.otherLanguage = startMs === 0 ? null : 'und';
      return [spoken(startMs === 0 ? 'one two three four five six' : 'seven', startMs)];
    };
    expect((await stitch(await decodedRun())).warnings).toEqual([]);
  });

  describe('of a run that an operator has reset after its task had ended', () => {
    /** A run with a plan, which is then terminated. */
    async function terminatedRun(): Promise<ClipRun> {
      const run = { ...(await worker.newRun()), firstRunId: 'first' };
      await worker.runIn('first', (all) => all.probeClip(run));
      await worker.runIn('first', (all) => all.planChunks({ ...run, fromMs: 0, firstIndex: 0 }));
      await worker.run((all) =>
        all.endTask({ ...run, ending: { state: 'failed', error: FAILURE } }),
      );
      return run;
    }
    const decodeAndStitch = async (run: ClipRun) => {
      for (const index of [0, 1]) {
        await worker.runIn('reset', (all) => all.transcribeChunk({ ...run, index }));
      }
      return worker.runIn('reset', (all) => all.stitchTranscript(run));
    };

    it('complete the task when the reset begins at a chunk', async () => {
      const run = await terminatedRun();
      expect(await decodeAndStitch(run)).toMatchObject({ segmentCount: 2 });
      expect(await worker.task(run)).toMatchObject({
        state: 'completed',
        runId: 'reset',
        error: null,
      });
    });

    it('complete the task when the reset begins at a plan', async () => {
      const run = await terminatedRun();
      await worker.database.pool.query('DELETE FROM task_chunks WHERE task_id = $1', [run.taskId]);
      await worker.database.pool.query('UPDATE tasks SET planned_to_ms = 0 WHERE id = $1', [
        run.taskId,
      ]);
      await worker.runIn('reset', (all) => all.planChunks({ ...run, fromMs: 0, firstIndex: 0 }));
      expect(await decodeAndStitch(run)).toMatchObject({ segmentCount: 2 });
      expect(await worker.task(run)).toMatchObject({ state: 'completed' });
    });

    it('signal the conversation, whose workflow does not follow the run', async () => {
      const run = await terminatedRun();
      const signals = async () => {
        const { conversationId } = await worker.task(run);
        const { rowCount } = await worker.database.pool.query(
          'DELETE FROM work_signals WHERE entity_id = $1',
          [conversationId],
        );
        return rowCount;
      };
      await signals();
      await decodeAndStitch(run);
      expect(await signals()).toBe(1);
    });

    it('leave a task alone that was retried meanwhile, and one of another chain of runs', async () => {
      const run = await terminatedRun();
      await worker.runIn('reset', (all) =>
        all.transcribeChunk({ ...run, firstRunId: 'x', index: 0 }),
      );
      expect(await worker.task(run)).toMatchObject({ state: 'failed' });
      await worker.repositories.tasks.retry(run.taskId);
      await worker.runIn('reset', (all) => all.stitchTranscript(run));
      expect(await worker.task(run)).toMatchObject({ state: 'pending', attempt: 2 });
    });
  });

  it('record how a run ended, unless it has already ended', async () => {
    const run = await worker.plannedRun();
    const end = (state: 'cancelled' | 'failed') =>
      worker.run((all) =>
        all.endTask({
          ...run,
          ending: state === 'failed' ? { state, error: FAILURE } : { state },
        }),
      );
    await end('failed');
    expect(await worker.task(run)).toMatchObject({ state: 'failed', error: FAILURE });
    await end('cancelled');
    expect(await worker.task(run)).toMatchObject({ state: 'failed' });
  });
});

const FAILURE = {
  code: 'speech_engine_crashed',
  stage: 'decode',
  message: 'The speech process ended.',
  retryable: true,
  nextAction: 'Retry the task.',
} as const;
