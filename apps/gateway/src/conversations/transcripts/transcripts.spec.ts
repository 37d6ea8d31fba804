import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { problemSchema, transcriptSchema } from '#contracts/api';
import type { HeardSegment } from '#contracts/model';
import { TranscriptionRepository, TranscriptsRepository } from '#store';
import { acceptClip, addExchange, createConversation } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const heard = (text: string): HeardSegment => ({
  startMs: 100,
  endMs: 900,
  text,
  words: [{ startMs: 100, endMs: 900, text, confidence: 0.5 }],
  confidence: 0.5,
});

describe('transcripts', () => {
  const gateway = useGateway();
  let conversationId: string;
  beforeAll(async () => {
    conversationId = await createConversation(gateway.url, 'A: "talk"');
  });

  const get = (format = '') =>
    fetch(`${gateway.url}/conversations/${conversationId}/transcript${format}`);
  const textOf = async (format: string) => (await get(`?format=${format}`)).text();
  const transcribe = async (text: string) => {
    const { clip, task } = await acceptClip(gateway.url, conversationId);
    const run = { taskId: task.id, attempt: 1 };
    await gateway.app.get(TranscriptionRepository).start(run, 'run-1');
    await gateway.app.get(TranscriptsRepository).complete(run, clip.id, async function* () {
      yield heard(text);
      return { engine: 'e', segmentCount: 1, wordCount: 1, narratives: [], warnings: [] };
    });
  };

  it('are empty and complete before anything was uploaded', async () => {
    const transcript = transcriptSchema.parse(await (await get()).json());
    expect(transcript).toMatchObject({ revision: 0, complete: true, turns: [] });
  });

  it('grow turn by turn, and report whether they are complete', async () => {
    await transcribe('Hello');
    await acceptClip(gateway.url, conversationId);
    const transcript = transcriptSchema.parse(await (await get()).json());
    expect(transcript).toMatchObject({ revision: 1, complete: false });
    expect(transcript.turns.map(({ taskState, segments }) => [taskState, segments.length])).toEqual(
      [
        ['completed', 1],
        ['pending', 0],
      ],
    );
    expect(transcript.turns[0]?.segments[0]).toMatchObject({
      text: 'Hello',
      layer: 'raw',
      startMs: 100,
    });
  });

  it('are served in every format, with its media type', async () => {
    const typeOf = async (format: string) =>
      (await get(`?format=${format}`)).headers.get('content-type');
    expect(await Promise.all(['json', 'md', 'txt', 'srt', 'vtt'].map(typeOf))).toEqual([
      'application/json; charset=utf-8',
      'text/markdown; charset=utf-8',
      'text/plain; charset=utf-8',
      'application/x-subrip; charset=utf-8',
      'text/vtt; charset=utf-8',
    ]);
    expect(await textOf('txt')).toBe('Speaker: Hello\n');
    expect(await textOf('srt')).toBe('1\n00:00:00,100 --> 00:00:00,900\nSpeaker: Hello\n');
    expect(await textOf('vtt')).toMatch(
      /^WEBVTT\n\n1\n00:00:00.100 --> 00:00:00.900\n<v Speaker>Hello<\/v>\n$/,
    );
    const yaml = /^---\n(.*?)\n---\n/s.exec(await textOf('md'))?.[1];
    expect(parse(yaml ?? '')).toMatchObject({
      title: 'A: "talk"',
      conversationId,
      complete: false,
    });
  });

  it('have typed turns in their place, but not as subtitles', async () => {
    const id = await createConversation(gateway.url, 'Typed');
    await addExchange(gateway.url, id, 'Good morning.', 'Shall we begin?');
    const read = async (format: string) =>
      (await fetch(`${gateway.url}/conversations/${id}/transcript?format=${format}`)).text();
    expect(transcriptSchema.parse(JSON.parse(await read('json')))).toMatchObject({
      revision: 1,
      complete: true,
    });
    expect(await read('txt')).toBe('Ada: Good morning.\n\nAda: Shall we begin?\n');
    expect(await read('srt')).toBe('');
    expect(await read('vtt')).toBe('WEBVTT\n');
    const [, yaml = '', body] = /^---\n(.*?)\n---\n(.*)$/s.exec(await read('md')) ?? [];
    expect(parse(yaml)).toMatchObject({ conversationId: id, revision: 1, complete: true });
    expect(body).toContain('**Ada**\n\nShall we begin?');
  });

  it('in an unknown format, or of an unknown conversation, are rejected', async () => {
    const format = problemSchema.parse(await (await get('?format=pdf')).json());
    expect(format.errors?.[0]?.path).toBe('format');
    const url = `${gateway.url}/conversations/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x/transcript`;
    expect(problemSchema.parse(await (await fetch(url)).json()).code).toBe('not_found');
  });
});
