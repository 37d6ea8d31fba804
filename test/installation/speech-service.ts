import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EngineInfo, Engines, TaskUsage } from '#contracts/api';
import { textOf, type ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { audio } from '../support/local-whisper.ts';
import { SPEECH_SERVICE, type ConfiguredInstallation } from './configured-installation.ts';

/** What `GET /engines` says went wrong with the service. */
async function lastFailure(api: ApiClient): Promise<EngineInfo['lastFailure'] | undefined> {
  const { engines } = await api.json<Engines>('/engines');
  return engines.find(({ name }) => name === SPEECH_SERVICE.name)?.lastFailure;
}

/**
 * Declares the tests of transcriptions by a service.
 * @param installed an installation whose tasks may request one, which takes ten seconds at a time
 */
export function describeSpeechService(installed: () => ConfiguredInstallation): void {
  describe('a transcription by a speech service', () => {
    let conversationId: string;
    let taskId: string;
    beforeAll(async () => {
      const { api } = installed();
      conversationId = (await api.createConversation('Elsewhere')).id;
      const { task } = await api.upload(conversationId, audio('without-pauses.ogg'));
      taskId = task.id;
      await api.until(taskId, 'completed');
    });
    beforeEach(() => installed().service.reset());

    it('survives what the service does, asks for each chunk until it is heard, and says what it has cost', async () => {
      const { api, service } = installed();
      service.next('failure').next('malformedJson').next('busy', { retryAfterSeconds: 1 });
      await api.retry(taskId, { engine: SPEECH_SERVICE.name });
      expect(await api.until(taskId, 'completed')).toMatchObject({ error: null });
      const transcript = await api.transcript(conversationId);
      expect(textOf(transcript)).toMatch(/^Alpha0 bravo1 charlie2 delta3 echo4 foxtrot5\. Golf6/);
      const chunks = new Set(service.requests.map((request) => request.audio));
      expect(chunks.size).toBeGreaterThanOrEqual(5);
      expect(service.requests).toHaveLength(chunks.size + 3);
      expect(Math.max(...service.requests.map(({ seconds }) => seconds))).toBeLessThanOrEqual(10);
      const usage = await api.json<TaskUsage>(`/tasks/${taskId}/usage`);
      const [used] = usage.items;
      expect(used).toMatchObject({
        model: SPEECH_SERVICE.name,
        requests: chunks.size + 1,
        unpriced: 0,
      });
      expect(Number(used?.cost)).toBeCloseTo(
        ((used?.audioMs ?? 0) / 60_000) * SPEECH_SERVICE.minutePrice,
      );
    });

    it('is not asked for again what is stored', async () => {
      const { api, service } = installed();
      for (const engine of ['tiny.en', SPEECH_SERVICE.name]) {
        await api.retry(taskId, { engine });
        await api.until(taskId, 'completed');
      }
      expect(service.requests).toEqual([]);
    });

    it('with a wrong key fails at once with what to check, and nothing tells the key', async () => {
      const { api, service, output } = installed();
      service.always('failure', { status: 401 });
      await api.retry(taskId, { engine: SPEECH_SERVICE.name, language: 'de' });
      const failed = await api.until(taskId, 'failed');
      expect(failed.error).toMatchObject({
        code: 'speech_service_misconfigured',
        nextAction: expect.stringContaining('the key of the service'),
      });
      expect(output()).not.toContain(SPEECH_SERVICE.key);
      expect(JSON.stringify(failed)).not.toContain(SPEECH_SERVICE.key);
      expect(await lastFailure(api)).toMatchObject({ code: 'speech_service_misconfigured' });
    });

    it('goes on after one click once the key is right, and asks for nothing that it has heard', async () => {
      const { api, service } = installed();
      // The service takes the key again. Nothing is chosen anew.
      await api.retry(taskId);
      expect(await api.until(taskId, 'completed')).toMatchObject({
        error: null,
        settings: { engine: SPEECH_SERVICE.name, language: 'de' },
      });
      expect(textOf(await api.transcript(conversationId))).toMatch(/^Alpha0 bravo1 charlie2/);
      const chunks = new Set(service.requests.map((request) => request.audio));
      expect(service.requests).toHaveLength(chunks.size);
      expect(await lastFailure(api)).toBeNull();
    });

    it('is cancelled within seconds while the service does not answer', async () => {
      const { api, service } = installed();
      service.always('hang');
      await api.retry(taskId, { engine: SPEECH_SERVICE.name, language: 'fr' });
      await eventually(() => expect(service.open).toBeGreaterThan(0));
      const at = Date.now();
      await api.cancel(taskId);
      await api.until(taskId, 'cancelled');
      expect(Date.now() - at).toBeLessThan(5_000);
      await eventually(() => expect(service.open).toBe(0));
    });
  });
}
