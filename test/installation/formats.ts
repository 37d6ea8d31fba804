import { readdirSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/api';
import type { ErrorCode } from '#contracts/model';
import type { WarningCode } from '#contracts/tasks';
import { textOf, type ApiClient } from '../support/api-client.ts';
import { faultyFile, formatFile, FORMAT_SENTENCE } from '../support/audio-files.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { wordErrorRate } from '../support/word-error-rate.ts';
import type { ConfiguredInstallation } from './configured-installation.ts';

const FORMATS = readdirSync(formatFile('.'));

/**
 * Declares the tests of recordings of every format, and of files that are none.
 * @param installed an installation that takes 8 MiB and two minutes
 */
export function describeFormats(installed: () => ConfiguredInstallation): void {
  describe('every format, detected by content', () => {
    it('is tested with nine files', () => {
      expect(FORMATS).toHaveLength(9);
    });

    it.each(FORMATS)('%s is transcribed correctly', async (name) => {
      const { api } = installed();
      const { id } = await api.createConversation(name);
      const { task } = await api.upload(id, formatFile(name));
      const done = await api.until(task.id, 'completed');
      expect(done).toMatchObject({ progress: { percent: 100 }, warnings: [], error: null });
      const heard = textOf(await api.transcript(id));
      expect(wordErrorRate(FORMAT_SENTENCE, heard).rate).toBeLessThan(0.1);
    });
  });

  describe('every invalid input', () => {
    const failures: readonly (readonly [string, ErrorCode])[] = [
      ['text-renamed.wav', 'audio_unreadable'],
      ['garbage.mp3', 'audio_unreadable'],
      ['truncated.m4a', 'audio_truncated'],
      ['video-without-sound.mp4', 'audio_missing'],
      ['zero-samples.wav', 'audio_empty'],
      ['header-only.wav', 'audio_truncated'],
    ];

    it.each(failures)('%s fails with %s and a next action', async (name, code) => {
      const { api } = installed();
      const { id } = await api.createConversation(name);
      const { task } = await api.upload(id, faultyFile(name));
      const failed = await api.until(task.id, 'failed');
      expect(failed.error).toMatchObject({ code, stage: 'probe', retryable: false });
      expect(failed.error?.nextAction).not.toBe('');
      expect(JSON.stringify(failed)).not.toMatch(/\bat .*\.(js|ts|py)\b|Traceback/);
    });

    const warnings: readonly (readonly [string, WarningCode])[] = [
      ['silence.wav', 'no_speech'],
      ['truncated.wav', 'audio_truncated'],
    ];

    it.each(warnings)('%s completes with the warning %s', async (name, code) => {
      const { api } = installed();
      const { id } = await api.createConversation(name);
      const { task } = await api.upload(id, faultyFile(name));
      const done = await api.until(task.id, 'completed');
      expect(done.warnings).toEqual([expect.objectContaining({ code })]);
    });

    it('fails for a clip that is too long', async () => {
      const { api } = installed();
      const file = path.join(installed().dataFolder, 'long.wav');
      await makeLongAudio(file, 3);
      const { id } = await api.createConversation();
      const { task } = await api.upload(id, file);
      expect((await api.until(task.id, 'failed')).error?.code).toBe('audio_too_long');
    });

    it('is refused if the upload is too large or empty, and leaves no file', async () => {
      const { api } = installed();
      const { id } = await api.createConversation();
      const tooLarge = path.join(installed().dataFolder, 'large.wav');
      const empty = path.join(installed().dataFolder, 'empty.wav');
      await writeFile(tooLarge, Buffer.alloc(9 * 1024 * 1024));
      await writeFile(empty, '');
      await expect(refusal(api, id, tooLarge)).resolves.toMatchObject({
        status: 413,
        code: 'clip_too_large',
      });
      await expect(refusal(api, id, empty)).resolves.toMatchObject({
        status: 422,
        code: 'clip_empty',
      });
      expect((await api.conversation(id)).clips).toEqual([]);
      expect(await readdir(path.join(installed().dataFolder, 'blobs', 'incoming'))).toEqual([]);
    });
  });
}

async function refusal(api: ApiClient, conversationId: string, file: string): Promise<Problem> {
  const error: unknown = await api
    .upload(conversationId, file)
    .catch((refused: unknown) => refused);
  const message = error instanceof Error ? error.message : '';
  return JSON.parse(message.slice(message.indexOf('{'))) as Problem;
}
