import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModelProvider, TokenUse } from '#contracts/model';
import { AppError } from '#platform';
import {
  STUB_PROMPT_TOKENS,
  type BehaviourName,
  type BehaviourOptions,
} from '../../../../../test/support/language-stub/behaviours.ts';
import { LanguageStub } from '../../../../../test/support/language-stub.ts';
import { ModelEngine } from '../model.engine.ts';
import { call } from '../testing/contract-turns.ts';
import { itKeepsTheLanguageEngineContract } from '../testing/language-engine.contract.ts';

const KEY = 'key-that-must-stay-secret';
const SECRET = 'xylophone';

let stub: LanguageStub;
beforeAll(async () => {
  stub = await LanguageStub.start();
});
beforeEach(() => stub.reset());
afterAll(() => stub.stop());

/** A provider, a model of it, and what its key looks like on the wire. */
const PROVIDERS: readonly (readonly [ModelProvider, string, string])[] = [
  ['openai-compatible', 'stub-1', `Bearer ${KEY}`],
  ['openai', 'gpt-5-mini', `Bearer ${KEY}`],
  ['anthropic', 'claude-sonnet-4-5', KEY],
  ['google', 'gemini-2.5-flash', KEY],
  ['ollama', 'llama3.1:8b', `Bearer ${KEY}`],
];

const MEMORY = { narrative: 'A pivotal day.', priorDialogue: [] };

describe.each(PROVIDERS)('a model of %s', (provider, model, sentKey) => {
  const newEngine = (structuredOutputs = true) =>
    new ModelEngine({
      ...{ provider, model, baseUrl: stub.url, apiKey: KEY, checks: ['AFTERWORD_A_KEY'] },
      ...{ timeoutMs: 20_000, structuredOutputs, maxSummaryCharacters: 24_000 },
    });
  const correct = (text: string) =>
    newEngine().correct(
      { speaker: 'Ada', texts: [text], before: '', glossary: [], style: 'clean' },
      call(),
    );
  const failureOf = async (name: BehaviourName, options: BehaviourOptions = {}) => {
    stub.next(name, options);
    const error: unknown = await correct(SECRET).catch((reason: unknown) => reason);
    if (!(error instanceof AppError)) throw new Error(`Expected an AppError: ${inspect(error)}`);
    const inspected = inspect(error, { depth: Infinity, showHidden: true });
    for (const secret of [SECRET, KEY, stub.url]) expect(inspected).not.toContain(secret);
    return error;
  };

  itKeepsTheLanguageEngineContract(() => newEngine());

  it('is asked by its name, with the key, a limit of tokens and a schema', async () => {
    await newEngine().score(MEMORY, call());
    expect(stub.requests[0]).toMatchObject({
      model,
      authorization: sentKey,
      isStreamed: true,
      maxTokens: expect.any(Number),
      format: 'json_schema',
    });
  });

  it('is given the schema in the prompt where schemas are switched off', async () => {
    const score = await newEngine(false).score(MEMORY, call());
    expect(score.significance).toBe(3);
    expect(stub.requests[0]?.format).not.toBe('json_schema');
    expect(stub.requests[0]?.instructions).toContain('JSON schema');
  });

  it.each([
    ['busy', { retryAfterSeconds: 7 }, 'language_engine_busy', true],
    ['failure', { status: 500 }, 'language_engine_unavailable', true],
    ['failure', { status: 401 }, 'language_engine_misconfigured', false],
    ['failure', { status: 400 }, 'language_engine_misconfigured', false],
    ['contentFilter', {}, 'language_engine_refused', false],
    ['malformedJson', {}, 'language_answer_invalid', true],
    ['cutOff', {}, 'language_answer_invalid', true],
    ['empty', {}, 'language_answer_invalid', true],
    ['disconnect', {}, 'language_engine_unavailable', true],
    ['errorInside', {}, 'language_engine_unavailable', true],
    ['errorInside', { code: 'rate_limit_exceeded' }, 'language_engine_busy', true],
    ['errorInStream', { code: 'overloaded_error' }, 'language_engine_busy', true],
    ['errorInStream', { code: 'server_error' }, 'language_engine_unavailable', true],
  ] as const)('that answers with %s %j fails with %s', async (name, options, code, retryable) => {
    const error = await failureOf(name, options);
    expect(error).toMatchObject({ code, retryable });
    expect(stub.calls).toBe(1);
  });

  it('says what each request has used, also when its answer cannot be used', async () => {
    const uses: TokenUse[] = [];
    const metered = { ...call(), spent: (use: TokenUse) => uses.push(use) };
    stub.next('text', { text: 'no JSON at all' });
    await newEngine()
      .score(MEMORY, metered)
      .catch(() => undefined);
    await newEngine().score(MEMORY, metered);
    const answer = JSON.stringify({ reason: 'It speaks of pivotal.', significance: 3 });
    expect(uses).toEqual(
      ['no JSON at all', answer].map(({ length }) => ({
        model: `${provider}:${model}`,
        tokens: { input: STUB_PROMPT_TOKENS, output: length },
      })),
    );
  });

  it('counts a request that was cut off as one of which nothing is known, and no refused one', async () => {
    const uses: TokenUse[] = [];
    const metered = { ...call(), spent: (use: TokenUse) => uses.push(use) };
    stub.next('disconnect').next('busy');
    for (let n = 0; n < 2; n += 1) {
      await newEngine()
        .score(MEMORY, metered)
        .catch(() => undefined);
    }
    expect(uses).toEqual([{ model: `${provider}:${model}`, tokens: null }]);
  });

  it('that does not accept the key names the settings to check', async () => {
    const { nextAction } = await failureOf('failure', { status: 403 });
    expect(nextAction).toContain('AFTERWORD_A_KEY');
  });
});
