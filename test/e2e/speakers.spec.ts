import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { conversationSpeakersSchema, voiceProfilePageSchema } from '#contracts/api';
import type { Task, Transcript } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { composedTalk } from '../support/composed-talk.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

jest.setTimeout(5 * 60_000);

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

describe('a short recording of one person', () => {
  it.each(['02-tom.mp3', '04-tom.mp3'])('is one turn of one speaker: %s', async (file) => {
    const api = new ApiClient((await sharedStack()).baseUrl);
    const { id } = await api.createConversation('A memo', { ownerId: 'memos' });
    const { task } = await api.uploadWith(id, path.join(SAMPLES, file), { diarisation: 'on' });
    await api.until(task.id, 'completed', 120_000);
    const { turns } = await api.transcript(id);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Speaker']);
  });
});

describe('a recording of two people', () => {
  let api: ApiClient;
  let id: string;
  let transcript: Transcript;
  let spoken: Awaited<ReturnType<typeof composedTalk>>['spoken'];

  beforeAll(async () => {
    api = new ApiClient((await sharedStack()).baseUrl);
    const talk = await composedTalk(45);
    spoken = talk.spoken;
    const file = path.join(await temporaryFolder('talk'), 'talk.wav');
    await writeFile(file, talk.wav);
    id = (await api.createConversation('Two people', { ownerId: 'speakers' })).id;
    const { task } = await api.uploadWith(id, file, { diarisation: 'on' });
    await api.say(id, { speaker: 'Ada', text: 'This was typed before the recording was heard.' });
    await api.until(task.id, 'completed', 240_000);
    await api.settled(id);
    transcript = await api.transcript(id);
  });

  const request = (route: string, body: object, method = 'POST') =>
    api.json<unknown>(route, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  /** Who speaks at a moment, as the recording was composed. */
  const whoAt = (atMs: number) =>
    spoken.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)?.speaker;

  it('has turns by two speakers, before what was said later', () => {
    const names = transcript.turns.map(({ speaker }) => speaker);
    expect(names.at(-1)).toBe('Ada');
    expect(names[0]).toBe('Speaker 1');
    expect(new Set(names)).toEqual(new Set(['Speaker 1', 'Speaker 2', 'Ada']));
    // No turn follows one of the same speaker.
    expect(names.every((name, n) => name !== names[n + 1])).toBe(true);
  });

  it('gives nearly all words to who has said them', () => {
    const voices = new Map<string, Map<string, number>>();
    for (const { speaker, segments } of transcript.turns.slice(0, -1)) {
      for (const { startMs, endMs } of segments) {
        const voice = String(whoAt((startMs + endMs) / 2) ?? '');
        const counts = voices.get(speaker) ?? new Map<string, number>();
        voices.set(speaker, counts.set(voice, (counts.get(voice) ?? 0) + endMs - startMs));
      }
    }
    const [right, all] = [...voices.values()].reduce(
      ([best, sum], counts) => {
        const times = [...counts].filter(([voice]) => voice !== '').map(([, ms]) => ms);
        return [best + Math.max(...times), sum + times.reduce((a, b) => a + b, 0)];
      },
      [0, 0],
    );
    expect(right / all).toBeGreaterThan(0.9);
  });

  it('is summarised and remembered by speaker, and exported with them', async () => {
    const { items } = await api.memories(`?conversationId=${id}`);
    const narratives = items.map(({ narrative }) => narrative).join('\n');
    expect(narratives).toContain('Speaker 1: ');
    expect(narratives).toContain('Speaker 2: ');
    const format = async (name: string) =>
      (await fetch(`${api.baseUrl}/conversations/${id}/transcript?format=${name}`)).text();
    for (const name of ['md', 'vtt', 'srt', 'txt']) {
      const text = await format(name);
      expect(text).toContain('Speaker 1');
      expect(text).toContain('Speaker 2');
    }
  });

  it('has a new name everywhere at once, which another run with another number keeps', async () => {
    await request('/owners/speakers/settings', { voiceProfiles: true }, 'PATCH');
    const before = await api.summary(id);
    await request(`/conversations/${id}/speakers/changes`, { from: 'Speaker 1', to: 'Grace' });
    const named = await api.transcript(id);
    expect(named.revision).toBe(transcript.revision);
    expect(new Set(named.turns.map(({ speaker }) => speaker))).toEqual(
      new Set(['Grace', 'Speaker 2', 'Ada']),
    );
    const after = await api.summary(id);
    expect(JSON.stringify(after)).not.toContain('Speaker 1');
    expect(after).toMatchObject({ id: before.id, current: true });
    const { items } = await api.memories(`?conversationId=${id}`);
    expect(JSON.stringify(items)).not.toContain('Speaker 1');

    const wanted = { type: 'diarisation', conversationId: id, settings: { speakers: 3 } };
    const task = (await request('/tasks', wanted)) as Task;
    await api.until(task.id, 'completed', 120_000);
    const again = await api.transcript(id);
    const names = new Set(again.turns.map(({ speaker }) => speaker));
    expect(names).toContain('Grace');
    expect(names.size).toBeGreaterThan(2);
    const words = ({ turns }: Transcript) =>
      turns
        .flatMap(({ segments }) => segments.map(({ layers }) => layers.raw))
        .join('')
        .replaceAll(/\s+/gu, '');
    expect(words(again)).toEqual(words(transcript));
  });

  it('has a voice that is known in another recording, where somebody decides', async () => {
    const profiles = async () =>
      voiceProfilePageSchema.parse(await api.json('/voice-profiles?ownerId=speakers')).items;
    expect(await profiles()).toMatchObject([{ name: 'Grace', conversationId: id }]);
    const file = path.join(await temporaryFolder('talk'), 'another.wav');
    await writeFile(file, (await composedTalk(24, 12)).wav);
    const { id: other } = await api.createConversation('Again', { ownerId: 'speakers' });
    const { task } = await api.uploadWith(other, file, { speakers: '2' });
    await api.until(task.id, 'completed', 240_000);
    const speakersOf = async (answer: unknown) => conversationSpeakersSchema.parse(await answer);
    const route = `/conversations/${other}/speakers`;
    const { speakers, suggestions } = await speakersOf(api.json(route));
    expect(speakers.map(({ name }) => name)).toEqual(['Speaker 1', 'Speaker 2']);
    expect(suggestions).toMatchObject([{ name: 'Grace' }]);
    const [{ speaker, name } = { speaker: '', name: '' }] = suggestions;
    const rejected = await speakersOf(request(`${route}/rejections`, { speaker, name }));
    expect(rejected.suggestions).toEqual([]);
    const accepted = await speakersOf(request(`${route}/changes`, { from: speaker, to: name }));
    expect(accepted.speakers.map((each) => each.name)).toContain('Grace');
    expect((await profiles()).length).toBe(2);
    const gone = await fetch(`${api.baseUrl}/voice-profiles?ownerId=speakers`, {
      method: 'DELETE',
    });
    expect([gone.status, await profiles()]).toEqual([204, []]);
  });
});
