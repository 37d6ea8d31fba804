import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually.ts';
import type { TaskType } from '#contracts/tasks';
import { AppError } from '#platform';
import {
  ada,
  failureOf,
  invalid,
  languageActivities,
  LAST_TRY,
  runOf,
  tom,
} from './language-worker.fixture.ts';
import type { TestConversation } from './test-conversation.fixture.ts';
import { TestWorker } from './worker.fixture.ts';

describe('the activities of the language queue', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(() => worker.reset());
  afterAll(() => worker.close());

  const { correct, summarise, score } = languageActivities(() => worker);
  const textsOf = async ({ id }: TestConversation) =>
    (await worker.repositories.transcripts.find(id))?.turns.flatMap(({ segments }) =>
      segments.map(({ raw, corrected }) => ({ raw, corrected })),
    );

  describe('correcting', () => {
    it('writes the corrected layer above the raw text, and completes the task', async () => {
      worker.language.corrects = (text) => text.replace('luanch', 'launch');
      const conversation = await worker.newConversation(
        ada('The luanch is on Monday.'),
        tom('Fine.'),
      );
      expect(await correct(conversation)).toEqual({
        kind: 'done',
        done: 2,
        warnings: [],
        behind: true,
      });
      expect(await textsOf(conversation)).toEqual([
        { raw: 'The luanch is on Monday.', corrected: 'The launch is on Monday.' },
        { raw: 'Fine.', corrected: null },
      ]);
      expect(await worker.task(runOf(conversation, 'correction'))).toMatchObject({
        state: 'completed',
        step: 'correct',
        done: 2,
        total: 2,
      });
    });

    it('sends the engine the speaker, the preceding text and the glossary', async () => {
      await correct(await worker.newConversation(ada('Hello everyone here.'), tom('Hi there.')));
      const shared = { glossary: [], style: 'clean' };
      expect(worker.language.corrections).toEqual([
        { speaker: 'Ada', texts: ['Hello everyone here.'], before: '', ...shared },
        { speaker: 'Tom', texts: ['Hi there.'], before: 'Hello everyone here.', ...shared },
      ]);
    });

    it.each([
      ['a number', 'It costs 400 euros.', 'It costs 500 euros.', 'number changed'],
      ['a negation', 'We do not launch on Monday.', 'We do launch on Monday.', 'words removed'],
    ])('refuses a correction that changes %s', async (_what, raw, corrected, reason) => {
      worker.language.corrects = () => corrected;
      const conversation = await worker.newConversation(ada(raw));
      const { warnings, behind } = await correct(conversation);
      expect(warnings).toEqual([
        { code: 'correction_refused', message: expect.stringContaining(reason) },
      ]);
      expect(behind).toBe(false);
      expect(await textsOf(conversation)).toEqual([{ raw, corrected: null }]);
    });

    it('does not repeat calls that were answered before it failed', async () => {
      const conversation = await worker.newConversation(
        ada('One is first.'),
        tom('Two.'),
        ada('Three.'),
      );
      worker.language.before = (_operation, about) =>
        about === 'Three.' ? Promise.reject(invalid()) : Promise.resolve();
      await failureOf(correct(conversation));
      expect(await worker.task(runOf(conversation, 'correction'))).toMatchObject({
        state: 'running',
        done: 2,
        total: 3,
      });
      worker.language.before = () => Promise.resolve();
      await correct(conversation, 2);
      expect(worker.language.corrections.map(({ texts }) => texts[0])).toEqual([
        'One is first.',
        'Two.',
        'Three.',
      ]);
    });

    it('does nothing for a run that has ended', async () => {
      const conversation = await worker.newConversation(ada('Too late for this.'));
      await worker.repositories.tasks.requestCancel(runOf(conversation, 'correction').taskId);
      expect(await correct(conversation)).toMatchObject({ kind: 'skip' });
      expect(worker.language.corrections).toEqual([]);
    });

    it('stops the engine when it is cancelled', async () => {
      const conversation = await worker.newConversation(ada('This goes on and on.'));
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
        worker.activities.correctSegments(runOf(conversation, 'correction')),
      );
      await eventually(() => expect(asked).toBe(true));
      environment.cancel();
      await expect(work).rejects.toThrow(/cancel/i);
      expect(stopped).toBe(true);
    });
  });

  describe('with another engine', () => {
    const retryWith = async (conversation: TestConversation, type: TaskType, engine: string) => {
      const { taskId } = runOf(conversation, type);
      const { attempt } = await worker.repositories.tasks.retry(taskId, { engine });
      const run = { taskId, attempt };
      return worker.run((all) => {
        if (type === 'correction') return all.correctSegments(run);
        return type === 'summary' ? all.summariseConversation(run) : all.scoreMemories(run);
      });
    };

    it('corrects, summarises and scores with the engine of the task', async () => {
      worker.otherLanguage.corrects = (text) => text.replace('luanch', 'launch');
      const conversation = await worker.newConversation(ada('The luanch is on Monday, at noon.'));
      await correct(conversation);
      await summarise(conversation);
      await score(conversation);
      for (const type of ['correction', 'summary', 'significance'] as const) {
        await retryWith(conversation, type, 'other');
        expect(await worker.task(runOf(conversation, type))).toMatchObject({ state: 'completed' });
      }
      const { language, otherLanguage } = worker;
      for (const { corrections, summaries, scored } of [language, otherLanguage]) {
        expect([corrections.length, summaries.length, scored.length]).toEqual([1, 1, 1]);
      }
      expect(await textsOf(conversation)).toMatchObject([
        { corrected: 'The launch is on Monday, at noon.' },
      ]);
      const engine = otherLanguage.fingerprint;
      expect((await worker.repositories.summaries.latest(conversation.id))?.summary).toMatchObject({
        engine,
      });
      const { items } = await worker.repositories.memories.list({
        conversationId: conversation.id,
        limit: 9,
      });
      expect(items).toMatchObject([{ engine }]);
    });

    it('does not repeat calls that either engine has answered', async () => {
      const conversation = await worker.newConversation(
        ada('Each engine is called for this only once.'),
      );
      await correct(conversation);
      for (const engine of ['other', 'usual', 'other'])
        await retryWith(conversation, 'correction', engine);
      expect(worker.language.corrections).toHaveLength(1);
      expect(worker.otherLanguage.corrections).toHaveLength(1);
    });

    it('fails for good when this worker has no engine of that name', async () => {
      const conversation = await worker.newConversation(ada('The luanch is on Monday, at noon.'));
      await correct(conversation);
      const failure = await failureOf(retryWith(conversation, 'correction', 'gone'));
      expect(failure).toMatchObject({ type: 'engine_unknown', nonRetryable: true });
    });
  });

  describe('failing', () => {
    const failing = async (error: AppError, attempt: number) => {
      worker.language.before = () => Promise.reject(error);
      const conversation = await worker.newConversation(ada('This will not work.'));
      return failureOf(correct(conversation, attempt));
    };

    it('waits for the time that the engine names', async () => {
      const details = { retryAfterMs: 7_000 };
      const busy = new AppError('language_engine_busy', 'Wait.', { details });
      expect(await failing(busy, 1)).toMatchObject({
        type: 'language_engine_busy',
        nonRetryable: false,
        nextRetryDelay: 7_000,
      });
    });

    it.each(['language_engine_busy', 'language_engine_unavailable'] as const)(
      'is retried without limit after %s',
      async (code) => {
        const failure = await failing(new AppError(code, 'Not now.'), 500);
        expect(failure).toMatchObject({ type: code, nonRetryable: false });
      },
    );

    it.each(['language_answer_invalid', 'language_engine_stalled'] as const)(
      'is final after %s five times',
      async (code) => {
        expect((await failing(new AppError(code, 'No.'), 4)).nonRetryable).toBe(false);
        expect((await failing(new AppError(code, 'No.'), LAST_TRY)).nonRetryable).toBe(true);
      },
    );

    it.each(['language_engine_refused', 'language_engine_misconfigured'] as const)(
      'is final at once after %s',
      async (code) => {
        expect((await failing(new AppError(code, 'No.'), 1)).nonRetryable).toBe(true);
      },
    );
  });

  describe('summarising', () => {
    it('summarises the highest layer of all turns, at its revision', async () => {
      worker.language.corrects = (text) => text.replace('luanch', 'launch');
      const conversation = await worker.newConversation(
        ada('The luanch is on Monday.'),
        tom('Fine.'),
      );
      await correct(conversation);
      expect(await summarise(conversation)).toEqual({
        kind: 'done',
        done: 2,
        warnings: [],
        behind: false,
      });
      const latest = await worker.repositories.summaries.latest(conversation.id);
      expect(latest).toMatchObject({ current: true, summary: { revision: 2, turnCount: 2 } });
      expect(latest?.summary.content.keyPoints.map(({ text }) => text)).toEqual([
        'The launch is on Monday.',
        'Fine.',
      ]);
    });

    it('summarises a conversation of any length in parts', async () => {
      worker.language.maxSummaryCharacters = 300;
      const turns = Array.from({ length: 60 }, (_, n) =>
        ada(`Point number ${n} is about the launch.`),
      );
      const conversation = await worker.newConversation(...turns);
      await summarise(conversation);
      const latest = await worker.repositories.summaries.latest(conversation.id);
      expect(latest?.summary.content.keyPoints.map(({ text }) => text)).toEqual(
        turns.map(({ text }) => text),
      );
      expect(worker.language.summaries.length).toBeGreaterThan(5);
      expect(worker.language.combinations.length).toBeGreaterThan(1);
      expect(await worker.task(runOf(conversation, 'summary'))).toMatchObject({
        state: 'completed',
      });
    });

    it('does not repeat parts that were summarised before it failed', async () => {
      worker.language.maxSummaryCharacters = 60;
      const conversation = await worker.newConversation(
        ada('First part of it.'),
        ada('x'.repeat(50)),
      );
      worker.language.before = (operation) =>
        operation === 'combine' ? Promise.reject(invalid()) : Promise.resolve();
      await failureOf(summarise(conversation));
      worker.language.before = () => Promise.resolve();
      await summarise(conversation);
      expect(worker.language.summaries).toHaveLength(2);
    });

    it('reports a text that has changed meanwhile, so that another summary is made', async () => {
      const conversation = await worker.newConversation(ada('This is what we know so far.'));
      worker.language.before = async () => {
        const turns = [tom('And there is news.')];
        await worker.repositories.exchanges.add(
          { conversationId: conversation.id, turns, narratives: [] },
          null,
        );
      };
      expect(await summarise(conversation)).toMatchObject({ behind: true });
      expect(await worker.repositories.summaries.latest(conversation.id)).toMatchObject({
        current: false,
        summary: { revision: 1 },
      });
      expect((await worker.takeWork(conversation.id)).has('summary')).toBe(true);
    });

    it('warns when there is nothing to summarise', async () => {
      const conversation = await worker.newConversation();
      const { id, attempt } = await worker.repositories.requestedTasks.create(
        { type: 'summary', conversationId: conversation.id },
        null,
      );
      const outcome = await worker.run((all) => all.summariseConversation({ taskId: id, attempt }));
      expect(outcome.warnings).toMatchObject([{ code: 'nothing_to_summarise' }]);
      expect(worker.language.summaries).toEqual([]);
    });
  });

  describe('scoring', () => {
    const memoriesOf = async ({ id }: TestConversation) =>
      (await worker.repositories.memories.list({ conversationId: id, limit: 100 })).items;

    /** A conversation with a memory for each text. */
    const withMemories = async (...texts: readonly string[]): Promise<TestConversation> => {
      const { id } = await worker.newConversation();
      const exchange = { conversationId: id, turns: texts.map(ada), narratives: texts };
      await worker.repositories.exchanges.add(exchange, null);
      return { id, runs: await worker.takeWork(id) };
    };

    it('stores a score with its reason, and pins pivotal memories', async () => {
      worker.language.scores = (narrative) =>
        narrative.includes('born')
          ? { significance: 3, value: 2.5, reason: 'A birth.' }
          : { significance: 0, value: -4, reason: 'Small talk.' };
      const conversation = await withMemories('A child was born.', 'It rains.');
      expect(await score(conversation)).toMatchObject({ kind: 'done', done: 2, warnings: [] });
      const [rain, birth] = await memoriesOf(conversation);
      expect(birth).toMatchObject({ significance: 3, significanceValue: 2.5, reason: 'A birth.' });
      expect(birth).toMatchObject({ rubricVersion: 'scripted-rubric', autoPinned: true });
      expect(rain).toMatchObject({ significance: 0, pinned: false });
    });

    it('scores the others when one memory fails, which is retried and finally given up', async () => {
      const conversation = await withMemories(
        'good one',
        'bad one',
        'good two',
        'good three',
        'good four',
      );
      worker.language.before = (_operation, about) =>
        about.startsWith('bad') ? Promise.reject(invalid()) : Promise.resolve();
      expect((await failureOf(score(conversation))).nonRetryable).toBe(false);
      const scored = (await memoriesOf(conversation)).filter(
        ({ significance }) => significance !== null,
      );
      expect(scored).toHaveLength(4);
      const { warnings } = await score(conversation, LAST_TRY);
      expect(warnings).toEqual([
        { code: 'memory_not_scored', message: expect.stringMatching(/^Memory mem_/) },
      ]);
      expect(worker.language.scored).toHaveLength(4);
      expect(await worker.task(runOf(conversation, 'significance'))).toMatchObject({
        state: 'completed',
      });
    });

    it('fails when no memory could be scored', async () => {
      worker.language.before = () =>
        Promise.reject(new AppError('language_engine_refused', 'It will not.'));
      const conversation = await withMemories('one refused', 'another refused');
      expect(await failureOf(score(conversation))).toMatchObject({
        type: 'language_engine_refused',
        nonRetryable: true,
      });
    });

    it('keeps the scores when the engine becomes unavailable', async () => {
      const conversation = await withMemories('one', 'two', 'three', 'four', 'five', 'six');
      worker.language.before = (_operation, about) =>
        about === 'five'
          ? Promise.reject(new AppError('language_engine_unavailable', 'Gone.'))
          : Promise.resolve();
      await failureOf(score(conversation));
      worker.language.before = () => Promise.resolve();
      await score(conversation, 2);
      expect([...worker.language.scored].sort()).toEqual(
        ['one', 'two', 'three', 'four', 'five', 'six'].sort(),
      );
    });
  });

  it.each([
    ['correction', correct],
    ['summary', summarise],
    ['significance', score],
  ] as const)('need two transactions for a cheap %s: its start and its end', async (_type, run) => {
    worker.language.costly = false;
    const conversation = await worker.newConversation(ada('We launch in March, as we said.'));
    let connections = 0;
    const count = () => (connections += 1);
    worker.database.pool.on('acquire', count);
    await run(conversation);
    worker.database.pool.off('acquire', count);
    expect(connections).toBe(2);
  });

  it('write no text of a conversation to a log or a failure', async () => {
    worker.language.corrects = (text) => text.replace('my', 'My');
    const conversation = await worker.newConversation(ada('my xylophone is at home.'));
    const refuse = (what: string) =>
      worker.database.pool.query(`ALTER TABLE correction_changes ${what}`);
    await refuse('ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    const failure = await failureOf(correct(conversation));
    await refuse('DROP CONSTRAINT refuse');
    expect(worker.log.join('')).toContain('correction_changes');
    expect([failure.message, ...worker.log].join('')).not.toContain('xylophone');
  });
});
