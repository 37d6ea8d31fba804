import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { eventually } from '../../../test/support/eventually.ts';
import type { TaskRun, TaskType } from '#contracts/tasks';
import { AppError } from '#platform';
import type { Conversing } from './conversing.fixture.ts';
import { TestWorker } from './worker.fixture.ts';

const ada = (text: string) => ({ speaker: 'Ada', text });
const tom = (text: string) => ({ speaker: 'Tom', text });
/** So often Temporal tries before an engine that makes no sense is given up. */
const LAST_TRY = 5;

const invalid = () => new AppError('language_answer_invalid', 'The answer is no JSON.');

describe('the activities of the language queue', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => worker.reset());
  afterAll(() => worker.close());

  const runOf = ({ runs }: Conversing, type: TaskType): TaskRun => {
    const run = runs.get(type);
    if (!run) throw new Error(`there is no ${type}`);
    return run;
  };
  const correct = (talk: Conversing, attempt = 1) =>
    worker.run((all) => all.correctSegments(runOf(talk, 'correction')), attempt);
  const summarise = (talk: Conversing) =>
    worker.run((all) => all.summariseConversation(runOf(talk, 'summary')));
  const score = (talk: Conversing, attempt = 1) =>
    worker.run((all) => all.scoreMemories(runOf(talk, 'significance')), attempt);
  const failureOf = async (work: Promise<unknown>): Promise<ApplicationFailure> => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    if (error instanceof ApplicationFailure) return error;
    throw new Error(`it did not fail as expected: ${String(error)}`);
  };
  const textsOf = async ({ id }: Conversing) =>
    (await worker.repositories.transcripts.find(id))?.turns.flatMap(({ segments }) =>
      segments.map(({ raw, corrected }) => ({ raw, corrected })),
    );

  describe('correcting', () => {
    it('writes a layer above what was said, and completes the task', async () => {
      worker.language.corrects = (text) => text.replace('lunch', 'launch');
      const talk = await worker.conversing(ada('The lunch is on Monday.'), tom('Fine.'));
      expect(await correct(talk)).toEqual({ kind: 'done', done: 2, warnings: [], behind: true });
      expect(await textsOf(talk)).toEqual([
        { raw: 'The lunch is on Monday.', corrected: 'The launch is on Monday.' },
        { raw: 'Fine.', corrected: null },
      ]);
      expect(await worker.task(runOf(talk, 'correction'))).toMatchObject({
        state: 'completed',
        step: 'correct',
        done: 2,
        total: 2,
      });
    });

    it('tells the engine who speaks, what was said before, and how names are spelt', async () => {
      await correct(await worker.conversing(ada('Hello everyone here.'), tom('Hi there.')));
      expect(worker.language.corrections).toEqual([
        { speaker: 'Ada', texts: ['Hello everyone here.'], before: '', glossary: [] },
        { speaker: 'Tom', texts: ['Hi there.'], before: 'Hello everyone here.', glossary: [] },
      ]);
    });

    it.each([
      ['a number', 'It costs 400 euros.', 'It costs 500 euros.', 'numbers changed'],
      ['a negation', 'We do not launch on Monday.', 'We do launch on Monday.', 'negation changed'],
    ])('does not believe an engine that changes %s', async (_what, raw, corrected, reason) => {
      worker.language.corrects = () => corrected;
      const talk = await worker.conversing(ada(raw));
      const { warnings, behind } = await correct(talk);
      expect(warnings).toEqual([
        { code: 'correction_refused', message: expect.stringContaining(reason) },
      ]);
      expect(behind).toBe(false);
      expect(await textsOf(talk)).toEqual([{ raw, corrected: null }]);
    });

    it('asks for nothing again that was answered before it broke off', async () => {
      const talk = await worker.conversing(ada('One is first.'), tom('Two.'), ada('Three.'));
      worker.language.before = (_operation, about) =>
        about === 'Three.' ? Promise.reject(invalid()) : Promise.resolve();
      await failureOf(correct(talk));
      expect(await worker.task(runOf(talk, 'correction'))).toMatchObject({
        state: 'running',
        done: 2,
        total: 3,
      });
      worker.language.before = () => Promise.resolve();
      await correct(talk, 2);
      expect(worker.language.corrections.map(({ texts }) => texts[0])).toEqual([
        'One is first.',
        'Two.',
        'Three.',
      ]);
    });

    it('does nothing for a run that has ended', async () => {
      const talk = await worker.conversing(ada('Too late for this.'));
      await worker.repositories.tasks.requestCancel(runOf(talk, 'correction').taskId);
      expect(await correct(talk)).toMatchObject({ kind: 'skip' });
      expect(worker.language.corrections).toEqual([]);
    });

    it('stops the engine when it is cancelled', async () => {
      const talk = await worker.conversing(ada('This goes on and on.'));
      let asked = false;
      let stopped = false;
      worker.language.before = (_operation, _about, { signal }) =>
        new Promise((_resolve, reject) => {
          asked = true;
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(new Error('aborted'));
          });
        });
      const environment = worker.environment();
      const work = environment.run(() =>
        worker.activities.correctSegments(runOf(talk, 'correction')),
      );
      await eventually(() => expect(asked).toBe(true));
      environment.cancel();
      await expect(work).rejects.toThrow(/cancel/i);
      expect(stopped).toBe(true);
    });
  });

  describe('with another engine', () => {
    const again = async (talk: Conversing, type: TaskType, engine: string) => {
      const { taskId } = runOf(talk, type);
      const { attempt } = await worker.repositories.tasks.retry(taskId, { engine });
      const run = { taskId, attempt };
      return worker.run((all) => {
        if (type === 'correction') return all.correctSegments(run);
        return type === 'summary' ? all.summariseConversation(run) : all.scoreMemories(run);
      });
    };

    it('corrects, sums up and scores by the one that the task asks for', async () => {
      worker.otherLanguage.corrects = (text) => text.replace('lunch', 'launch');
      const talk = await worker.conversing(ada('The lunch is on Monday, at noon.'));
      await correct(talk);
      await summarise(talk);
      await score(talk);
      for (const type of ['correction', 'summary', 'significance'] as const) {
        await again(talk, type, 'other');
        expect(await worker.task(runOf(talk, type))).toMatchObject({ state: 'completed' });
      }
      const { language, otherLanguage } = worker;
      for (const { corrections, summaries, scored } of [language, otherLanguage]) {
        expect([corrections.length, summaries.length, scored.length]).toEqual([1, 1, 1]);
      }
      expect(await textsOf(talk)).toMatchObject([
        { corrected: 'The launch is on Monday, at noon.' },
      ]);
      const engine = otherLanguage.fingerprint;
      expect((await worker.repositories.summaries.latest(talk.id))?.summary).toMatchObject({
        engine,
      });
      const { items } = await worker.repositories.memories.list({
        conversationId: talk.id,
        limit: 9,
      });
      expect(items).toMatchObject([{ engine }]);
    });

    it('asks neither again for what it has answered before', async () => {
      const talk = await worker.conversing(ada('Both are asked for this but once.'));
      await correct(talk);
      for (const engine of ['other', 'usual', 'other']) await again(talk, 'correction', engine);
      expect(worker.language.corrections).toHaveLength(1);
      expect(worker.otherLanguage.corrections).toHaveLength(1);
    });

    it('fails for good when this worker has none of that name', async () => {
      const talk = await worker.conversing(ada('The lunch is on Monday, at noon.'));
      await correct(talk);
      const failure = await failureOf(again(talk, 'correction', 'gone'));
      expect(failure).toMatchObject({ type: 'engine_unknown', nonRetryable: true });
    });
  });

  describe('failing', () => {
    const failing = async (error: AppError, attempt: number) => {
      worker.language.before = () => Promise.reject(error);
      const talk = await worker.conversing(ada('This will not work.'));
      return failureOf(correct(talk, attempt));
    };

    it('waits as long as the engine asks to', async () => {
      const details = { retryAfterMs: 7_000 };
      const busy = new AppError('language_engine_busy', 'Wait.', { details });
      expect(await failing(busy, 1)).toMatchObject({
        type: 'language_engine_busy',
        nonRetryable: false,
        nextRetryDelay: 7_000,
      });
    });

    it.each(['language_engine_busy', 'language_engine_unavailable'] as const)(
      'is never for good because of %s',
      async (code) => {
        const failure = await failing(new AppError(code, 'Not now.'), 500);
        expect(failure).toMatchObject({ type: code, nonRetryable: false });
      },
    );

    it.each(['language_answer_invalid', 'language_engine_stalled'] as const)(
      'is for good after %s five times',
      async (code) => {
        expect((await failing(new AppError(code, 'No.'), 4)).nonRetryable).toBe(false);
        expect((await failing(new AppError(code, 'No.'), LAST_TRY)).nonRetryable).toBe(true);
      },
    );

    it.each(['language_engine_refused', 'language_engine_misconfigured'] as const)(
      'is for good at once because of %s',
      async (code) => {
        expect((await failing(new AppError(code, 'No.'), 1)).nonRetryable).toBe(true);
      },
    );
  });

  describe('summarising', () => {
    it('sums up the highest layer of all that was said, at its revision', async () => {
      worker.language.corrects = (text) => text.replace('lunch', 'launch');
      const talk = await worker.conversing(ada('The lunch is on Monday.'), tom('Fine.'));
      await correct(talk);
      expect(await summarise(talk)).toEqual({ kind: 'done', done: 2, warnings: [], behind: false });
      const latest = await worker.repositories.summaries.latest(talk.id);
      expect(latest).toMatchObject({ current: true, summary: { revision: 2, turnCount: 2 } });
      expect(latest?.summary.content.keyPoints.map(({ text }) => text)).toEqual([
        'The launch is on Monday.',
        'Fine.',
      ]);
    });

    it('covers a conversation of any length, part by part', async () => {
      worker.language.maxSummaryCharacters = 300;
      const turns = Array.from({ length: 60 }, (_, n) =>
        ada(`Point number ${n} is about the launch.`),
      );
      const talk = await worker.conversing(...turns);
      await summarise(talk);
      const latest = await worker.repositories.summaries.latest(talk.id);
      expect(latest?.summary.content.keyPoints.map(({ text }) => text)).toEqual(
        turns.map(({ text }) => text),
      );
      expect(worker.language.summaries.length).toBeGreaterThan(5);
      expect(worker.language.combinations.length).toBeGreaterThan(1);
      expect(await worker.task(runOf(talk, 'summary'))).toMatchObject({ state: 'completed' });
    });

    it('asks for no part again that was summed up before it broke off', async () => {
      worker.language.maxSummaryCharacters = 60;
      const talk = await worker.conversing(ada('First part of it.'), ada('x'.repeat(50)));
      worker.language.before = (operation) =>
        operation === 'combine' ? Promise.reject(invalid()) : Promise.resolve();
      await failureOf(summarise(talk));
      worker.language.before = () => Promise.resolve();
      await summarise(talk);
      expect(worker.language.summaries).toHaveLength(2);
    });

    it('says when the text has changed meanwhile, so that the next one is made', async () => {
      const talk = await worker.conversing(ada('This is what we know so far.'));
      worker.language.before = async () => {
        const turns = [tom('And there is news.')];
        await worker.repositories.exchanges.add(
          { conversationId: talk.id, turns, narratives: [] },
          null,
        );
      };
      expect(await summarise(talk)).toMatchObject({ behind: true });
      expect(await worker.repositories.summaries.latest(talk.id)).toMatchObject({
        current: false,
        summary: { revision: 1 },
      });
      expect((await worker.takeWork(talk.id)).has('summary')).toBe(true);
    });

    it('says that nothing was said', async () => {
      const talk = await worker.conversing();
      const { id, attempt } = await worker.repositories.requestedTasks.create(
        { type: 'summary', conversationId: talk.id },
        null,
      );
      const outcome = await worker.run((all) => all.summariseConversation({ taskId: id, attempt }));
      expect(outcome.warnings).toMatchObject([{ code: 'nothing_to_summarise' }]);
      expect(worker.language.summaries).toEqual([]);
    });
  });

  describe('scoring', () => {
    const memoriesOf = async ({ id }: Conversing) =>
      (await worker.repositories.memories.list({ conversationId: id, limit: 100 })).items;

    /** A conversation with a memory for each text. */
    const remembering = async (...texts: readonly string[]): Promise<Conversing> => {
      const { id } = await worker.conversing();
      const exchange = { conversationId: id, turns: texts.map(ada), narratives: texts };
      await worker.repositories.exchanges.add(exchange, null);
      return { id, runs: await worker.takeWork(id) };
    };

    it('sets a score with its reason, and pins what is pivotal', async () => {
      worker.language.scores = (narrative) =>
        narrative.includes('born')
          ? { significance: 3, reason: 'A birth.' }
          : { significance: 0, reason: 'Small talk.' };
      const talk = await remembering('A child was born.', 'It rains.');
      expect(await score(talk)).toMatchObject({ kind: 'done', done: 2, warnings: [] });
      const [rain, birth] = await memoriesOf(talk);
      expect(birth).toMatchObject({ significance: 3, reason: 'A birth.', autoPinned: true });
      expect(birth).toMatchObject({ rubricVersion: 'scripted-rubric', pinned: true });
      expect(rain).toMatchObject({ significance: 0, pinned: false });
    });

    it('is not held up by one bad memory, which is tried again and given up in the end', async () => {
      const talk = await remembering('good one', 'bad one', 'good two', 'good three', 'good four');
      worker.language.before = (_operation, about) =>
        about.startsWith('bad') ? Promise.reject(invalid()) : Promise.resolve();
      expect((await failureOf(score(talk))).nonRetryable).toBe(false);
      const scored = (await memoriesOf(talk)).filter(({ significance }) => significance !== null);
      expect(scored).toHaveLength(4);
      const { warnings } = await score(talk, LAST_TRY);
      expect(warnings).toEqual([
        { code: 'memory_not_scored', message: expect.stringMatching(/^Memory mem_/) },
      ]);
      expect(worker.language.scored).toHaveLength(4);
      expect(await worker.task(runOf(talk, 'significance'))).toMatchObject({ state: 'completed' });
    });

    it('fails when not one memory could be scored', async () => {
      worker.language.before = () =>
        Promise.reject(new AppError('language_engine_refused', 'It will not.'));
      const talk = await remembering('nobody likes it', 'nor this');
      expect(await failureOf(score(talk))).toMatchObject({
        type: 'language_engine_refused',
        nonRetryable: true,
      });
    });

    it('keeps what was scored when the engine goes away', async () => {
      const talk = await remembering('one', 'two', 'three', 'four', 'five', 'six');
      worker.language.before = (_operation, about) =>
        about === 'five'
          ? Promise.reject(new AppError('language_engine_unavailable', 'Gone.'))
          : Promise.resolve();
      await failureOf(score(talk));
      worker.language.before = () => Promise.resolve();
      await score(talk, 2);
      expect([...worker.language.scored].sort()).toEqual(
        ['one', 'two', 'three', 'four', 'five', 'six'].sort(),
      );
    });
  });

  it('let no word of a conversation into a log or a failure', async () => {
    worker.language.corrects = (text) => text.replace('my', 'My');
    const talk = await worker.conversing(ada('my xylophone is at home.'));
    const refuse = (what: string) =>
      worker.database.pool.query(`ALTER TABLE correction_changes ${what}`);
    await refuse('ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    const failure = await failureOf(correct(talk));
    await refuse('DROP CONSTRAINT refuse');
    expect(worker.log.join('')).toContain('correction_changes');
    expect([failure.message, ...worker.log].join('')).not.toContain('xylophone');
  });
});
