import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AcceptedClip, Engines, TaskUsage, TranscriptTurn } from '#contracts/api';
import { ApiClient, textOf } from '../support/api-client.ts';
import { LanguageStub } from '../support/language-stub.ts';
import { audio, localWhisper } from '../support/local-whisper.ts';
import { eventually } from '../support/eventually.ts';
import { SpeechStub } from '../support/speech-stub.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { query } from '../support/query.ts';
import { startStack, type Stack } from '../support/stack.ts';

const SENTENCE = audio('formats/sentence.mp3');

const SERVICE = 'openai-compatible:stub-1';
const KEY = 'key-of-the-speech-service';

let stub: LanguageStub;
let service: SpeechStub;
let models: string;
let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stub = await LanguageStub.start();
  service = await SpeechStub.start();
  models = await temporaryFolder('models');
  await symlink(localWhisper().modelFolder, path.join(models, 'second'));
  stack = await startStack({
    AFTERWORD_SPEECH_MODELS: `${path.join(models, 'second')},${SERVICE}`,
    AFTERWORD_SPEECH_BASE_URL: service.url,
    AFTERWORD_SPEECH_API_KEY: KEY,
    AFTERWORD_SPEECH_AUDIO_SECONDS: '10',
    AFTERWORD_SPEECH_PRICES: `${SERVICE}=0.6`,
    // The rules are the default engine; tasks may request the model.
    AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
  });
  api = new ApiClient(stack.baseUrl);
});

afterAll(async () => {
  await stack.stop();
  await stub.stop();
  await service.stop();
  await rm(models, { recursive: true });
});

/** The number of times each chunk was decoded, the oldest first. */
async function decodings(): Promise<readonly number[]> {
  const rows = await query<{ times: number }>(
    stack.databaseUrl,
    'SELECT times_decoded AS times FROM chunk_results ORDER BY created_at',
  );
  return rows.map(({ times }) => times);
}

const turnOf = async (conversationId: string): Promise<TranscriptTurn> =>
  (await api.transcript(conversationId)).turns[0]!;

describe('the settings', () => {
  it('determine the engines that tasks may request', async () => {
    const { speech, language } = await api.json<Engines>('/engines');
    expect(speech).toEqual({ default: 'tiny.en', available: ['tiny.en', 'second', SERVICE] });
    expect(language).toMatchObject({
      default: 'builtin',
      available: ['builtin', 'openai-compatible'],
    });
  });
});

describe('a retried transcription', () => {
  let conversationId: string;
  let clip: AcceptedClip['clip'];
  let taskId: string;
  beforeAll(async () => {
    conversationId = (await api.createConversation('Heard again')).id;
    const accepted = await api.upload(conversationId, SENTENCE);
    ({ clip } = accepted);
    taskId = accepted.task.id;
    await api.until(taskId, 'completed');
    await api.settled(conversationId);
  });

  it('without new settings is refused, because it has completed', async () => {
    const refused = await api.fetch(`/tasks/${taskId}/retry`, { method: 'POST' });
    expect(refused.status).toBe(409);
  });

  it('with another model and language is decoded again, and the earlier text is kept', async () => {
    const before = await turnOf(conversationId);
    expect(before).toMatchObject({ earlierVersions: 0, clipId: clip.id });
    const settings = { engine: 'second', language: 'en' };
    const retried = await api.retry(taskId, settings);
    expect(retried).toMatchObject({ state: 'pending', attempt: 2, settings });
    expect(await api.until(taskId, 'completed')).toMatchObject({ attempt: 2, settings });
    const after = await turnOf(conversationId);
    expect(after).toMatchObject({ earlierVersions: 1, taskState: 'completed' });
    expect(after.segments[0]?.id).not.toBe(before.segments[0]?.id);
    expect(textOf(await api.transcript(conversationId))).toContain('water the plants');
    const { items } = await api.versions(conversationId, after.turnId);
    expect(items).toMatchObject([{ clipId: clip.id, replacedByTaskId: taskId }]);
    expect(items[0]?.segments).toEqual(
      before.segments.map(({ id: _id, words: _words, refusedChanges: _refused, ...rest }) => rest),
    );
    expect(await decodings()).toEqual([1, 1]);
  });

  it('with the earlier settings decodes nothing again, and keeps the replaced text as well', async () => {
    await api.retry(taskId, { engine: 'tiny.en', language: 'auto' });
    await api.until(taskId, 'completed');
    expect(await turnOf(conversationId)).toMatchObject({ earlierVersions: 2 });
    expect(await decodings()).toEqual([1, 1]);
  });

  it('is summarised again', async () => {
    const summary = await api.settled(conversationId);
    expect(summary).toMatchObject({ engine: expect.stringMatching(/^builtin-\d+$/), turnCount: 1 });
  });
});

describe('a transcription by a speech service', () => {
  let conversationId: string;
  let taskId: string;
  beforeAll(async () => {
    conversationId = (await api.createConversation('Elsewhere')).id;
    const { task } = await api.upload(conversationId, audio('without-pauses.ogg'));
    taskId = task.id;
    await api.until(taskId, 'completed');
  });
  beforeEach(() => service.reset());

  it('survives what the service does, asks for each chunk until it is heard, and says what it has cost', async () => {
    service.next('failure').next('malformedJson').next('busy', { retryAfterSeconds: 1 });
    await api.retry(taskId, { engine: SERVICE });
    expect(await api.until(taskId, 'completed')).toMatchObject({ error: null });
    const transcript = await api.transcript(conversationId);
    expect(textOf(transcript)).toMatch(/^Alpha0 bravo1 charlie2 delta3 echo4 foxtrot5\. Golf6/);
    const chunks = new Set(service.requests.map((request) => request.audio));
    expect(chunks.size).toBeGreaterThanOrEqual(5);
    expect(service.requests).toHaveLength(chunks.size + 3);
    expect(Math.max(...service.requests.map(({ seconds }) => seconds))).toBeLessThanOrEqual(10);
    const usage = await api.json<TaskUsage>(`/tasks/${taskId}/usage`);
    const [used] = usage.items;
    expect(used).toMatchObject({ model: SERVICE, requests: chunks.size + 1, unpriced: 0 });
    expect(Number(used?.cost)).toBeCloseTo(((used?.audioMs ?? 0) / 60_000) * 0.6);
  });

  it('is not asked for again what is stored', async () => {
    for (const engine of ['tiny.en', SERVICE]) {
      await api.retry(taskId, { engine });
      await api.until(taskId, 'completed');
    }
    expect(service.requests).toEqual([]);
  });

  it('with a wrong key fails at once with what to check, and nothing tells the key', async () => {
    service.always('failure', { status: 401 });
    await api.retry(taskId, { engine: SERVICE, language: 'de' });
    const failed = await api.until(taskId, 'failed');
    expect(failed.error).toMatchObject({
      code: 'speech_service_misconfigured',
      nextAction: expect.stringContaining('the key of the service'),
    });
    expect(stack.process.output).not.toContain(KEY);
    expect(JSON.stringify(failed)).not.toContain(KEY);
  });

  it('is cancelled within seconds while the service does not answer', async () => {
    service.always('hang');
    await api.retry(taskId, { engine: SERVICE, language: 'fr' });
    await eventually(() => expect(service.open).toBeGreaterThan(0));
    const at = Date.now();
    await api.cancel(taskId);
    await api.until(taskId, 'cancelled');
    expect(Date.now() - at).toBeLessThan(5_000);
    await eventually(() => expect(service.open).toBe(0));
  });
});

describe('a retried summary', () => {
  it('is written by the requested engine', async () => {
    const { id } = await api.createConversation('Summed up again');
    await api.say(id, { speaker: 'Ada', text: 'We launch on Monday.' });
    const { taskId } = await api.settled(id);
    expect(stub.calls).toBe(0);
    await api.retry(taskId, { engine: 'openai-compatible' });
    await api.until(taskId, 'completed');
    const summary = await api.summary(id);
    expect(summary).toMatchObject({ taskId, current: true });
    expect(summary.engine).toContain('openai-compatible:stub');
    expect(stub.calls).toBe(1);
  });
});
