import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AcceptedClip, Engines, TranscriptTurn } from '#contracts/api';
import { textOf, type ApiClient } from '../support/api-client.ts';
import { audio } from '../support/local-whisper.ts';
import { query } from '../support/query.ts';
import { SPEECH_SERVICE, type ConfiguredInstallation } from './configured-installation.ts';

const SENTENCE = audio('formats/sentence.mp3');

/** The number of times each chunk was decoded, the oldest first. */
async function decodings({ databaseUrl }: ConfiguredInstallation): Promise<readonly number[]> {
  const rows = await query<{ times: number }>(
    databaseUrl,
    'SELECT times_decoded AS times FROM chunk_results ORDER BY created_at',
  );
  return rows.map(({ times }) => times);
}

const turnOf = async (api: ApiClient, conversationId: string): Promise<TranscriptTurn> =>
  (await api.transcript(conversationId)).turns[0]!;

/**
 * Declares the tests of tasks that are repeated with other settings.
 * @param installed an installation with a second speech model, and a language model that is not the default
 */
export function describeRetrySettings(installed: () => ConfiguredInstallation): void {
  describe('the settings', () => {
    it('determine the engines that tasks may request', async () => {
      const { api } = installed();
      const { speech, language } = await api.json<Engines>('/engines');
      const available = ['tiny.en', 'second', SPEECH_SERVICE.name];
      expect(speech).toMatchObject({ default: 'tiny.en', available, language: 'auto' });
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
      const { api } = installed();
      conversationId = (await api.createConversation('Heard again')).id;
      const accepted = await api.upload(conversationId, SENTENCE);
      ({ clip } = accepted);
      taskId = accepted.task.id;
      await api.until(taskId, 'completed');
      await api.settled(conversationId);
    });

    it('without new settings is refused, because it has completed', async () => {
      const { api } = installed();
      const refused = await api.fetch(`/tasks/${taskId}/retry`, { method: 'POST' });
      expect(refused.status).toBe(409);
    });

    it('with another model and language is decoded again, and the earlier text is kept', async () => {
      const { api } = installed();
      const before = await turnOf(api, conversationId);
      expect(before).toMatchObject({ earlierVersions: 0, clipId: clip.id });
      const settings = { engine: 'second', language: 'en' };
      const retried = await api.retry(taskId, settings);
      expect(retried).toMatchObject({ state: 'pending', attempt: 2, settings });
      expect(await api.until(taskId, 'completed')).toMatchObject({ attempt: 2, settings });
      const after = await turnOf(api, conversationId);
      expect(after).toMatchObject({ earlierVersions: 1, taskState: 'completed' });
      expect(after.segments[0]?.id).not.toBe(before.segments[0]?.id);
      expect(textOf(await api.transcript(conversationId))).toContain('water the plants');
      const { items } = await api.versions(conversationId, after.turnId);
      expect(items).toMatchObject([{ clipId: clip.id, replacedByTaskId: taskId }]);
      expect(items[0]?.segments).toEqual(
        before.segments.map(
          ({ id: _id, words: _words, refusedChanges: _refused, language: _language, ...rest }) =>
            rest,
        ),
      );
      expect(await decodings(installed())).toEqual([1, 1]);
    });

    it('with the earlier settings decodes nothing again, and keeps the replaced text as well', async () => {
      const { api } = installed();
      await api.retry(taskId, { engine: 'tiny.en', language: 'auto' });
      await api.until(taskId, 'completed');
      expect(await turnOf(api, conversationId)).toMatchObject({ earlierVersions: 2 });
      expect(await decodings(installed())).toEqual([1, 1]);
    });

    it('is decoded as an upload that asks for the same engine and language', async () => {
      const { api } = installed();
      const { id } = await api.createConversation('Heard so at once');
      const settings = { engine: 'second', language: 'en' };
      const { task } = await api.uploadWith(id, SENTENCE, settings);
      expect(task.settings).toEqual(settings);
      await api.until(task.id, 'completed');
      expect(textOf(await api.transcript(id))).toContain('water the plants');
      // The retry has stored what this one needs, so its settings have reached the decoder.
      expect(await decodings(installed())).toEqual([1, 1]);
    });

    it('is summarised again', async () => {
      const { api } = installed();
      const summary = await api.settled(conversationId);
      expect(summary).toMatchObject({
        engine: expect.stringMatching(/^builtin-\d+$/),
        turnCount: 1,
      });
    });
  });

  describe('a retried summary', () => {
    it('is written by the requested engine', async () => {
      const { api } = installed();
      const { id } = await api.createConversation('Summed up again');
      await api.say(id, { speaker: 'Ada', text: 'We launch on Monday.' });
      const { taskId } = await api.settled(id);
      expect(installed().stub.calls).toBe(0);
      await api.retry(taskId, { engine: 'openai-compatible' });
      await api.until(taskId, 'completed');
      const summary = await api.summary(id);
      expect(summary).toMatchObject({ taskId, current: true });
      expect(summary.engine).toContain('openai-compatible:stub');
      expect(installed().stub.calls).toBe(1);
    });
  });
}
