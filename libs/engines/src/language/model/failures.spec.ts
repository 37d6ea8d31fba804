import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { eventually } from '../../../../../test/support/eventually.ts';
import { freePorts } from '../../../../../test/support/free-port.ts';
import { LanguageStub } from '../../../../../test/support/language-stub.ts';
import { ModelEngine, type ModelEngineOptions } from '../model.engine.ts';

const SECRET = 'xylophone';
const KEY = 'key-that-must-stay-secret';

let stub: LanguageStub;
beforeAll(async () => {
  stub = await LanguageStub.start();
});
beforeEach(() => stub.reset());
afterAll(() => stub.stop());

function newEngine(options: Partial<ModelEngineOptions> = {}): ModelEngine {
  return new ModelEngine({
    ...{ provider: 'openai-compatible', checks: ['AFTERWORD_LANGUAGE_BASE_URL'] },
    ...{ baseUrl: stub.url, model: 'stub-1', apiKey: KEY, timeoutMs: 20_000 },
    ...{ maxSummaryCharacters: 24_000, structuredOutputs: true },
    ...options,
  });
}

/** Requests a correction of a secret text. */
function ask(options: Partial<ModelEngineOptions> = {}, signal = new AbortController().signal) {
  const request = {
    speaker: 'Ada',
    texts: [SECRET],
    before: SECRET,
    glossary: [SECRET],
    style: 'clean' as const,
  };
  return newEngine(options).correct(request, { signal });
}

/** The error of a failed call; asserts that it contains no secret. */
async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError))
    throw new Error(`Expected an AppError, but got: ${inspect(error)}`);
  const inspected = inspect(error, { depth: Infinity, showHidden: true });
  for (const secret of [SECRET, KEY, stub.url]) expect(inspected).not.toContain(secret);
  return error;
}

describe('a server that asks to retry later', () => {
  it.each([
    [{ retryAfterSeconds: 7 }, { retryAfterMs: 7_000 }],
    [{ retryAfterSeconds: 0 }, { retryAfterMs: 0 }],
    [{ retryAfterSeconds: 1_000_000 }, { retryAfterMs: 3_600_000 }],
    [{ retryAfterDate: new Date(0) }, { retryAfterMs: 0 }],
    [{}, {}],
  ])('is busy: %j', async (options, details) => {
    stub.next('busy', options);
    const error = await failureOf(ask());
    expect(error).toMatchObject({ code: 'language_engine_busy', retryable: true });
    expect(error.details).toEqual({ status: 429, ...details });
  });

  it('may state an HTTP date instead', async () => {
    const retryAfterDate = new Date(Date.now() + 60_000);
    stub.next('busy', { retryAfterDate });
    const { details } = await failureOf(ask());
    expect(details['retryAfterMs']).toBeGreaterThan(30_000);
    expect(details['retryAfterMs']).toBeLessThanOrEqual(60_000);
  });

  it('is called once per request: the engine does not retry', async () => {
    stub.next('busy').next('failure');
    await failureOf(ask());
    await failureOf(ask());
    expect(stub.calls).toBe(2);
  });
});

describe('a server that fails', () => {
  it.each([500, 502, 503, 504, 529, 408])('with %d is unavailable', async (status) => {
    stub.next('failure', { status, retryAfterSeconds: 2 });
    const error = await failureOf(ask());
    expect(error).toMatchObject({ code: 'language_engine_unavailable', retryable: true });
    expect(error.details).toEqual({ status, retryAfterMs: 2_000 });
  });

  it.each([
    [401, /AFTERWORD_LANGUAGE_BASE_URL/],
    [403, /AFTERWORD_LANGUAGE_BASE_URL/],
    [404, /AFTERWORD_LANGUAGE_BASE_URL/],
    [400, /AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS/],
    [413, /AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS/],
    [422, /AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS/],
  ])('with %d is misconfigured and not retryable', async (status, nextAction) => {
    stub.next('failure', { status });
    const error = await failureOf(ask());
    expect(error).toMatchObject({ code: 'language_engine_misconfigured', retryable: false });
    expect(error.details).toEqual({ status });
    expect(error.nextAction).toMatch(nextAction);
  });

  it('by refusing connections is unavailable, and the message has the error code', async () => {
    const [port = 0] = await freePorts(1);
    const error = await failureOf(ask({ baseUrl: `http://127.0.0.1:${port}/v1` }));
    expect(error.code).toBe('language_engine_unavailable');
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('by disconnecting during an answer is unavailable', async () => {
    stub.next('disconnect');
    const error = await failureOf(ask());
    expect(error.code).toBe('language_engine_unavailable');
    expect(stub.closedByClient).toBe(0);
  });

  it('is not called with an invalid key: the error is internal and does not contain the key', async () => {
    const error = await failureOf(ask({ apiKey: `${KEY}\n?` }));
    expect(error.code).toBe('internal');
    expect(stub.calls).toBe(0);
  });
});

describe('a model that refuses', () => {
  it.each([
    ['by a refusal message', () => stub.next('refusal')],
    ['by a content filter', () => stub.next('contentFilter')],
    [
      'by a content filter on the request',
      () => stub.next('failure', { status: 400, code: 'content_filter' }),
    ],
  ])('%s is not retryable', async (_how, misbehave) => {
    misbehave();
    const error = await failureOf(ask());
    expect(error).toMatchObject({ code: 'language_engine_refused', retryable: false });
  });
});

describe('an answer', () => {
  it.each(['malformedJson', 'wrongSchema', 'empty', 'cutOff', 'notACompletion'] as const)(
    'of the kind %s is invalid',
    async (behaviour) => {
      for (const structuredOutputs of [true, false]) {
        stub.next(behaviour);
        const error = await failureOf(ask({ structuredOutputs }));
        expect(error).toMatchObject({ code: 'language_answer_invalid', retryable: true });
      }
    },
  );

  it('with changed numbers is returned: the correction guards are applied elsewhere', async () => {
    stub.next('rewrittenNumbers');
    const request = {
      speaker: 'Ada',
      texts: ['at 10'],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    const corrected = await newEngine().correct(request, { signal: new AbortController().signal });
    expect(corrected).toEqual([{ text: 'at 21' }]);
  });

  it('may be delayed within the time limit', async () => {
    stub.next('right', { delayMs: 300 });
    expect(await ask()).toEqual([{ text: SECRET }]);
  });
});

describe('a model that does not find the end', () => {
  it('is cut off when it repeats itself, long before the time limit', async () => {
    stub.next('endless');
    const error = await failureOf(ask({ timeoutMs: 600_000 }));
    expect(error).toMatchObject({ code: 'language_answer_invalid', retryable: true });
    expect(error.message).toContain('repeats itself');
    await eventually(() => expect(stub.closedByClient).toBe(1));
  });

  it('is cut off when it writes on and on without repeating itself', async () => {
    stub.next('veryLong');
    const error = await failureOf(ask({ timeoutMs: 600_000 }));
    expect(error).toMatchObject({ code: 'language_answer_invalid', retryable: true });
    expect(error.message).toContain('far longer than was asked for');
  });

  it('may repeat what the request repeats', async () => {
    const text = 'no, '.repeat(150);
    stub.next('answer', { answer: { text } });
    const request = {
      speaker: 'Ada',
      texts: [text],
      before: '',
      glossary: [],
      style: 'clean' as const,
    };
    const [corrected] = await newEngine().correct(request, {
      signal: new AbortController().signal,
    });
    expect(corrected?.text).toBe(text);
  });

  it('has a limit of tokens, which grows with what it has to write', async () => {
    const limitOf = async (text: string) => {
      const request = {
        speaker: 'Ada',
        texts: [text],
        before: '',
        glossary: [],
        style: 'clean' as const,
      };
      await newEngine().correct(request, { signal: new AbortController().signal });
      return stub.requests.at(-1)?.maxTokens ?? Number.NaN;
    };
    const [short, long] = [await limitOf('Hello.'), await limitOf('Hello. '.repeat(1_000))];
    expect(short).toBeGreaterThan(1_000);
    expect(long - short).toBeGreaterThan(3_000);
    expect(await limitOf('あ'.repeat(1_000))).toBeGreaterThan(short + 1_000);
  });

  it('is asked without a limit by a service that knows it by another name', async () => {
    stub.next('failure', { status: 400, code: "Use 'max_completion_tokens' instead." });
    const engine = newEngine();
    const score = () =>
      engine.score(
        { narrative: 'A day.', priorDialogue: [] },
        { signal: new AbortController().signal },
      );
    expect((await score()).significance).toBe(0);
    expect((await score()).significance).toBe(0);
    const limits = stub.requests.map(({ maxTokens }) => maxTokens !== null);
    expect(limits).toEqual([true, false, false]);
  });
});

describe.each(['hang', 'hangInBody'] as const)(
  'a server that does not answer (%s)',
  (behaviour) => {
    it('is stalled after the time limit, and the connection is closed', async () => {
      stub.next(behaviour);
      const error = await failureOf(ask({ timeoutMs: 200 }));
      expect(error).toMatchObject({ code: 'language_engine_stalled', retryable: true });
      expect(error.details).toEqual({ timeoutMs: 200 });
      await eventually(() => expect(stub).toMatchObject({ closedByClient: 1, open: 0 }));
    });

    it('is disconnected when the caller cancels', async () => {
      stub.next(behaviour);
      const controller = new AbortController();
      const reason = new Error('cancelled by the caller');
      const asked = ask({}, controller.signal);
      await eventually(() => expect(stub.open).toBe(1));
      controller.abort(reason);
      await expect(asked).rejects.toBe(reason);
      await eventually(() => expect(stub).toMatchObject({ closedByClient: 1, open: 0 }));
    });
  },
);

it('makes no request when the call is already cancelled', async () => {
  const reason = new Error('cancelled by the caller');
  await expect(ask({}, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(stub.calls).toBe(0);
});
