import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Task } from '#contracts/api';
import { isEnded } from '#contracts/tasks';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { LanguageStub } from '../support/language-stub.ts';
import { INVENTED_STATEMENTS } from '../support/language-stub/summary-answers.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { describeModelReports } from './model-reports.ts';

const ada = (text: string) => ({ speaker: 'Ada', text });
/** Timeout of a model call. */
const TIMEOUT_MS = 3_000;

let stub: LanguageStub;
let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stub = await LanguageStub.start();
  stack = await startStack({
    AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
    AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
    AFTERWORD_LANGUAGE_API_KEY: 'sk-of-the-test',
    AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: String(TIMEOUT_MS),
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '0',
    // No other task may call the model.
    AFTERWORD_SIGNIFICANCE_ENABLED: 'false',
  });
  api = new ApiClient(stack.baseUrl);
});

beforeEach(async () => {
  stub.reset();
  stub.replacements = {};
  // An open task of the test before must not consume the queued answers of this one.
  await eventually(async () => {
    const open = (await api.tasks('?limit=200')).items.filter(({ state }) => !isEnded(state));
    for (const { id, state } of open) if (state !== 'cancelling') await api.cancel(id);
    expect(open).toEqual([]);
  });
});

afterAll(async () => {
  await stack.stop();
  await stub.stop();
});

/** Sends an exchange of one turn and waits for the task of a type that it causes. */
async function taskOf(
  type: Task['type'],
  text: string,
): Promise<Task & { conversationId: string }> {
  const { id: conversationId } = await api.createConversation('With a model', { ownerId: 'model' });
  await api.say(conversationId, ada(text));
  const task = await eventually(async () => {
    const [found] = (await api.tasks(`?conversationId=${conversationId}&type=${type}`)).items;
    if (!found) throw new Error(`there is no ${type} yet`);
    return found;
  });
  return { ...task, conversationId };
}

const correctionCalls = () => stub.requests.filter(({ task }) => task.kind === 'correction').length;
const segmentOf = async (conversationId: string) =>
  (await api.transcript(conversationId)).turns[0]?.segments[0];

describe('a language model', () => {
  it('corrects and summarises, and is named in the summary', async () => {
    stub.replacements = { lawnch: 'launch' };
    const { conversationId, id } = await taskOf(
      'correction',
      'We decided that the lawnch is on Monday.',
    );
    await api.until(id, 'completed');
    expect(await segmentOf(conversationId)).toMatchObject({
      text: 'We decided that the launch is on Monday.',
      layers: { raw: 'We decided that the lawnch is on Monday.' },
    });
    const summary = await api.settled(conversationId);
    expect(summary).toMatchObject({ engine: expect.stringContaining('stub'), turnCount: 1 });
    expect(summary.decisions).toHaveLength(1);
    expect(stub.requests[0]?.authorization).toBe('Bearer sk-of-the-test');
  });

  it('that sends Retry-After is called again after that time, and not before', async () => {
    stub.next('busy', { retryAfterSeconds: 2 });
    const startedAt = Date.now();
    const { id } = await taskOf('correction', 'Ask me again later, please.');
    const done = await api.until(id, 'completed');
    expect(Date.parse(done.endedAt ?? '') - startedAt).toBeGreaterThanOrEqual(2_000);
    expect(correctionCalls()).toBe(2);
  });

  it.each([
    ...(['failure', 'disconnect', 'malformedJson', 'wrongSchema', 'empty', 'hang'] as const),
    'veryLong' as const,
  ])('whose answer is a %s is called again', async (behaviour) => {
    stub.next(behaviour);
    const { id } = await taskOf('correction', `After a ${behaviour} all is well.`);
    expect(await api.until(id, 'completed')).toMatchObject({ error: null });
    expect(stub.calls).toBeGreaterThanOrEqual(2);
  });

  it('that never gives a valid answer fails the task with the reason, and a retry completes it', async () => {
    stub.always('malformedJson');
    const { id, conversationId } = await taskOf('correction', 'This will not work at first.');
    const failed = await api.until(id, 'failed');
    expect(failed.error).toMatchObject({
      code: 'language_answer_invalid',
      stage: 'correct',
      nextAction: expect.stringMatching(/\w/),
    });
    expect(await segmentOf(conversationId)).toMatchObject({ layer: 'raw' });
    stub.reset();
    await api.retry(id);
    expect(await api.until(id, 'completed')).toMatchObject({ attempt: 2, error: null });
  });

  it.each([
    ['refusal', {}, 'language_engine_refused'],
    ['failure', { status: 401 }, 'language_engine_misconfigured'],
  ] as const)('whose answer is a %s is not called again', async (behaviour, options, code) => {
    stub.always(behaviour, options);
    const { id } = await taskOf('correction', 'Nobody wants to read this.');
    const failed = await api.until(id, 'failed');
    expect(failed.error).toMatchObject({ code, retryable: false });
    expect(correctionCalls()).toBe(1);
  });

  it('that changes a number has its correction refused: the raw text stays, and the task has a warning', async () => {
    stub.next('rewrittenNumbers');
    const { id, conversationId } = await taskOf('correction', 'The budget is 4200 euros.');
    const done = await api.until(id, 'completed');
    expect(done.warnings).toEqual([expect.objectContaining({ code: 'correction_refused' })]);
    expect(await segmentOf(conversationId)).toMatchObject({
      text: 'The budget is 4200 euros.',
      layer: 'raw',
    });
  });

  it('that translates has its correction refused: the raw text stays, and the task says why', async () => {
    stub.next('otherLanguage');
    const said = 'We never said that the ferry leaves at nine.';
    const { id, conversationId } = await taskOf('correction', said);
    const done = await api.until(id, 'completed');
    expect(done.warnings).toEqual([
      {
        code: 'correction_refused',
        message: expect.stringMatching(/not proven harmless, so the text stays .*: \w/),
      },
    ]);
    expect(await segmentOf(conversationId)).toMatchObject({
      ...{ text: said, layer: 'raw' },
      refusedChanges: expect.any(Number),
    });
  });

  it('that never stops writing fails the task with the reason, and the text stays', async () => {
    stub.always('veryLong');
    const said = 'The ferry leaves at nine, and not at ten.';
    const { id, conversationId } = await taskOf('correction', said);
    const failed = await api.until(id, 'failed');
    expect(failed.error).toMatchObject({
      code: 'language_answer_invalid',
      message: expect.stringContaining('far longer than was asked for'),
    });
    expect(await segmentOf(conversationId)).toMatchObject({ text: said, layer: 'raw' });
  });

  it('that invents has everything invented left out of its summary, and counted', async () => {
    stub.answering(({ task }) => ({
      name: task.kind === 'summary' ? 'inventedSummary' : 'right',
      options: {},
    }));
    const said = 'We decided that the launch is on Monday.';
    const { id, conversationId } = await taskOf('summary', said);
    const done = await api.until(id, 'completed');
    const summary = await api.summary(conversationId);
    const shown = JSON.stringify(summary);
    for (const invented of INVENTED_STATEMENTS) expect(shown).not.toContain(invented);
    expect(shown).not.toContain('Wolfgang');
    expect(summary.keyPoints.map(({ text }) => text)).toEqual([said]);
    expect(summary.decisions.map(({ text }) => text)).toEqual([said]);
    // Four in each of four parts, and a topic.
    expect(summary.leftOut?.count).toBe(17);
    expect(done.warnings.map(({ code }) => code)).toEqual(['summary_statements_left_out']);
  });

  it('that answers in another language is called again', async () => {
    let calls = 0;
    stub.answering(({ task }) => {
      calls += task.kind === 'summary' ? 1 : 0;
      const isFirst = task.kind === 'summary' && calls === 1;
      return { name: isFirst ? 'germanSummary' : 'right', options: {} };
    });
    const said = 'We decided that the launch of the new page is on Monday, and not in May.';
    const { id, conversationId } = await taskOf('summary', said);
    await api.until(id, 'completed');
    expect(calls).toBeGreaterThan(1);
    expect((await api.summary(conversationId)).keyPoints[0]?.text).toBe(said);
  });

  it('is not called again for a stored answer', async () => {
    const { id, conversationId } = await taskOf('correction', 'Once is enough for this sentence.');
    await api.until(id, 'completed');
    await api.settled(conversationId);
    const before = stub.calls;
    const again = await api.send<Task>('POST', '/tasks', {
      type: 'correction',
      conversationId: conversationId,
    });
    await api.until(again.id, 'completed');
    expect(stub.calls).toBe(before);
  });

  it('is interrupted when its task is cancelled', async () => {
    stub.always('hang');
    const { id } = await taskOf('correction', 'This hangs until somebody cancels it.');
    await eventually(() => expect(stub.open).toBeGreaterThan(0));
    const requestedAt = Date.now();
    await api.cancel(id);
    await api.until(id, 'cancelled');
    expect(Date.now() - requestedAt).toBeLessThan(5_000);
  });
});

describeModelReports(() => ({ api, stub }));
