import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { repositoriesOf } from './repositories.fixture.ts';
import { ScriptedLanguageEngine } from './scripted-language.fixture.ts';
import type { TestConversation } from './test-conversation.fixture.ts';
import { TestWorker } from './worker.fixture.ts';

let worker: TestWorker;
beforeAll(async () => {
  worker = await TestWorker.open();
});
beforeEach(() => worker.reset());
afterAll(() => worker.close());

const { correct, summarise } = languageActivities(() => worker);

describe('a model that is metered', () => {
  const use = (input: number, output: number) => ({
    model: 'openai:small',
    tokens: { input, output },
  });
  const spend = (input: number, output: number) => {
    worker.language.before = (_operation, _about, { spent }) => {
      spent?.(use(input, output));
      return Promise.resolve();
    };
  };
  const usedBy = (conversation: TestConversation, type: TaskType) =>
    worker.repositories.tokenUse.ofTask(runOf(conversation, type).taskId);

  it('has what it has used summed up by task and by day, with the cost at the prices', async () => {
    const prices = { 'openai:small': { input: '10', output: '1000' } };
    worker.beside = { ...worker.beside, prices };
    spend(100, 7);
    const [before] = await worker.repositories.tokenUse.ofDays(1);
    const conversation = await worker.newConversation(ada('One of 1.'), tom('Two of 1.'));
    await correct(conversation);
    expect(await usedBy(conversation, 'correction')).toEqual([
      {
        ...{ model: 'openai:small', requests: 2, unreported: 0, unpriced: 0 },
        ...{ inputTokens: 200, outputTokens: 14, audioMs: 0, cost: '0.016' },
      },
    ]);
    const [today] = await worker.repositories.tokenUse.ofDays(1);
    expect(today).toMatchObject({ day: new Date().toISOString().slice(0, 10) });
    expect((today?.requests ?? 0) - (before?.requests ?? 0)).toBe(2);
  });

  it('has a request counted that has failed, and a later try added; stored answers cost nothing', async () => {
    const conversation = await worker.newConversation(ada('One of 2.'), tom('Two of 2.'));
    worker.language.before = (_operation, about, { spent }) => {
      spent?.(use(100, 1));
      return about === 'Two of 2.' ? Promise.reject(invalid()) : Promise.resolve();
    };
    await failureOf(correct(conversation));
    spend(100, 1);
    await correct(conversation, 2);
    const [used] = await usedBy(conversation, 'correction');
    expect(used).toMatchObject({ requests: 3, inputTokens: 300, cost: null, unpriced: 3 });
  });

  it('is asked no more once the limit of the day is reached: the task waits until midnight', async () => {
    const days = await worker.repositories.tokenUse.ofDays(1);
    const used = days.reduce((sum, day) => sum + day.inputTokens + day.outputTokens, 0);
    const unlimited = worker.repositories;
    worker.repositories = repositoriesOf(worker.database.db, { tokensPerDay: used + 150 });
    spend(100, 50);
    const conversation = await worker.newConversation(ada('Now one.'), tom('Now two.'));
    const run = runOf(conversation, 'correction');
    const failure = await failureOf(correct(conversation)).finally(() => {
      worker.repositories = unlimited;
    });
    expect(failure).toMatchObject({ type: 'language_limit_reached', nonRetryable: false });
    expect(failure.message).toContain('it goes on at 00:00 UTC');
    const untilTomorrowMs = 86_400_000 - (Date.now() % 86_400_000);
    expect(Number(failure.nextRetryDelay)).toBeGreaterThan(untilTomorrowMs - 60_000);
    expect(Number(failure.nextRetryDelay)).toBeLessThanOrEqual(untilTomorrowMs + 60_000);
    expect(worker.language.corrections).toHaveLength(1);
    expect(await worker.task(run)).toMatchObject({
      state: 'running',
      retry: { test: expect.objectContaining({ code: 'language_limit_reached' }) },
    });
  });
});

describe('falling back', () => {
  const fellBack = (message: string) => [
    { code: 'engine_fell_back', message: expect.stringContaining(message) },
  ];
  let rules: ScriptedLanguageEngine;
  beforeEach(() => {
    rules = new ScriptedLanguageEngine('rules:1');
    rules.costly = false;
    worker.beside = { ...worker.beside, fallback: rules };
  });

  it('waits for the last try, and then says so in a warning and in the result', async () => {
    worker.language.before = () => Promise.reject(invalid());
    const conversation = await worker.newConversation(ada('One of 4.'));
    const failure = await failureOf(summarise(conversation));
    expect(failure.type).toBe('language_answer_invalid');
    const { warnings } = await worker.run(
      (all) => all.summariseConversation(runOf(conversation, 'summary')),
      LAST_TRY,
    );
    expect(warnings).toEqual(fellBack('1 of 1 answers'));
    expect(await worker.task(runOf(conversation, 'summary'))).toMatchObject({
      state: 'completed',
      warnings: fellBack('rules instead of the model'),
    });
    const latest = await worker.repositories.summaries.latest(conversation.id);
    expect(latest?.summary).toMatchObject({ engine: 'rules:1' });
  });

  it('takes the place of a model that refuses at once, for that text only', async () => {
    worker.language.before = (_operation, about) =>
      about === 'Two of 5.'
        ? Promise.reject(new AppError('language_engine_refused', 'No.'))
        : Promise.resolve();
    const conversation = await worker.newConversation(
      ada('One of 5.'),
      tom('Two of 5.'),
      ada('Three of 5.'),
    );
    const { warnings } = await correct(conversation);
    expect(warnings).toEqual(fellBack('1 of 3 answers'));
    expect(rules.corrections.map(({ texts }) => texts)).toEqual([['Two of 5.']]);
  });

  it('asks a model that is away no more in this try', async () => {
    let asked = 0;
    worker.language.before = () => {
      asked += 1;
      return Promise.reject(new AppError('language_engine_unavailable', 'It is away.'));
    };
    const conversation = await worker.newConversation(
      ada('One of 6.'),
      tom('Two of 6.'),
      ada('Three of 6.'),
    );
    const { warnings } = await correct(conversation, LAST_TRY);
    expect(warnings).toEqual(fellBack('3 of 3 answers'));
    expect(asked).toBe(1);
  });

  it('is not done for a fault that is not of the engine', async () => {
    worker.language.before = () => Promise.reject(new AppError('internal', 'A bug.'));
    const conversation = await worker.newConversation(ada('One of 7.'));
    expect((await failureOf(correct(conversation, LAST_TRY))).type).toBe('internal');
  });
});
