import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { ConversationDetail, Export, Import } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { faultyFile } from '../support/audio-files.ts';
import { decoded } from '../support/decoded.ts';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';

const AUDIO = path.resolve(import.meta.dirname, '../../samples/02-tom.mp3');
const VTT = [
  'WEBVTT\n',
  '00:01.000 --> 00:03.500\n<v Ada>We decided to launch on Monday, whatever comes.\n',
  '00:04.000 --> 00:06.000\n<v Bob>I will write to everybody until Friday.\n',
].join('\n');

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

/** Uploads a file and waits until its import has ended. @param recording path of a second file */
async function imported(
  bytes: Uint8Array<ArrayBuffer> | string,
  fileName: string,
  fields: Readonly<Record<string, string>> = {},
  recording: string | null = null,
): Promise<Import> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([bytes]), fileName);
  if (recording !== null) body.append('recording', await openAsBlob(recording), 'talk.mp3');
  const response = await api.fetch('/imports', { method: 'POST', body });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as Import;
  return eventually(async () => {
    const found = await api.json<Import>(`/imports/${id}`);
    expect(['completed', 'failed']).toContain(found.state);
    return found;
  }, 30_000);
}

async function exportedBytes(ownerId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { id } = await api.send<Export>('POST', '/exports', { ownerId });
  const { file } = await eventually(async () => {
    const found = await api.json<Export>(`/exports/${id}`);
    expect(found.state).toBe('completed');
    return found;
  }, 30_000);
  return new Uint8Array(await (await api.fetch(file?.url ?? '')).arrayBuffer());
}

describe('an imported transcript', () => {
  it('is corrected, summarised, scored and found like any other', async () => {
    const made = await imported(VTT, 'Launch.vtt', { ownerId: 'importing' });
    expect(made).toMatchObject({ state: 'completed', format: 'vtt', counts: { conversations: 1 } });
    const id = made.conversationId ?? '';
    await api.settled(id);
    const { turns } = await api.transcript(id);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Ada', 'Bob']);
    expect(turns[1]?.segments).toMatchObject([{ startMs: 4_000, endMs: 6_000 }]);
    expect(await api.json(`/conversations/${id}/summary`)).toMatchObject({ conversationId: id });
    const types = (
      await api.json<{ items: { type: string; state: string }[] }>(`/tasks?conversationId=${id}`)
    ).items.map(({ type, state }) => `${type} ${state}`);
    expect(types.sort()).toEqual([
      'correction completed',
      'significance completed',
      'summary completed',
    ]);
  });

  it('that cannot be read says why and where, and leaves nothing', async () => {
    const made = await imported('1\n00:00:01,000 --> never\nHi', 'broken.srt', {
      ownerId: 'broken',
    });
    expect(made).toMatchObject({
      ...{ state: 'failed', conversationId: null },
      error: {
        code: 'import_transcript_malformed',
        stage: 'check',
        message: 'Line 2: its times cannot be read.',
      },
    });
    expect(await api.json('/conversations?ownerId=broken')).toMatchObject({ items: [] });
  });
});

describe('a transcript that is imported with its recording', () => {
  const clipsIn = async (id: string) =>
    (await api.json<ConversationDetail>(`/conversations/${id}`)).clips;

  it('can be heard, and comes back from an export as it was', async () => {
    const made = await imported(VTT, 'Heard.vtt', { ownerId: 'heard' }, AUDIO);
    expect(made).toMatchObject({ state: 'completed', counts: { conversations: 1, clips: 1 } });
    const id = made.conversationId ?? '';
    await api.settled(id);
    const [clip, ...others] = await clipsIn(id);
    expect(others).toEqual([]);
    expect(clip).toMatchObject({ fileName: 'talk.mp3', taskState: 'completed', container: 'mp3' });
    const { turns } = await api.transcript(id);
    expect(turns.map(({ speaker, clipId }) => [speaker, clipId])).toEqual([
      ['Ada', clip?.id],
      ['Bob', clip?.id],
    ]);
    const audio = await api.fetch(`/conversations/${id}/clips/${clip?.id ?? ''}/audio`, {
      headers: { range: 'bytes=0-99' },
    });
    expect([audio.status, (await audio.arrayBuffer()).byteLength]).toEqual([206, 100]);
    const subtitlesOf = async (conversationId: string) =>
      (await api.fetch(`/conversations/${conversationId}/transcript?format=vtt`)).text();
    const subtitles = await subtitlesOf(id);
    expect(subtitles).toContain('00:00:04.000 --> 00:00:06.000');
    const copy = await imported(await exportedBytes('heard'), 'x.zip', { ownerId: 'heard-too' });
    expect(copy).toMatchObject({ state: 'completed', warnings: [], counts: { clips: 1 } });
    const copyId = copy.conversationId ?? '';
    await api.settled(copyId);
    expect(await subtitlesOf(copyId)).toBe(subtitles);
    expect((await clipsIn(copyId))[0]?.taskState).toBe('completed');
  });

  it('is transcribed when that is asked for, and keeps the words as an earlier version', async () => {
    const fields = { ownerId: 'again', transcribe: 'true', title: 'Again' };
    const made = await imported(VTT, 'Again.vtt', fields, AUDIO);
    const id = made.conversationId ?? '';
    await api.settled(id);
    const [clip] = await clipsIn(id);
    expect(clip?.taskState).toBe('completed');
    const { turns } = await api.transcript(id);
    expect(turns.map(({ earlierVersions }) => earlierVersions)).toEqual([1, 1]);
    const versions = await api.json<{ items: { segments: { raw: string }[] }[] }>(
      `/conversations/${id}/turns/${turns[1]?.turnId ?? ''}/versions`,
    );
    expect(JSON.stringify(versions.items)).toContain('I will write to everybody until Friday.');
    const heard = turns.flatMap(({ segments }) => segments);
    expect(heard.length).toBeGreaterThan(0);
    expect(JSON.stringify(heard)).not.toContain('whatever comes');
  });

  it('is imported without it when it cannot be heard', async () => {
    const made = await imported(
      VTT,
      'Deaf.vtt',
      { ownerId: 'deaf', title: 'Deaf' },
      faultyFile('garbage.mp3'),
    );
    expect(made).toMatchObject({ state: 'completed', counts: { conversations: 1, clips: 0 } });
    expect(made.warnings).toMatchObject([{ code: 'import_recording_left_out' }]);
  });
});

describe('an imported export', () => {
  it('has the same text and recording for another owner, and is not doubled', async () => {
    const { id } = await api.createConversation('Original', { ownerId: 'origin' });
    await api.say(id, { speaker: 'Ada', text: 'We launch on Monday, whatever comes.' });
    await api.upload(id, AUDIO, 'Tom');
    await api.settled(id);
    const bytes = await exportedBytes('origin');
    const made = await imported(bytes, 'origin.zip', { ownerId: 'copy' });
    expect(made).toMatchObject({
      ...{ state: 'completed', format: 'export', warnings: [] },
      counts: { conversations: 1, clips: 1, alreadyThere: 0 },
    });
    const copy = made.conversationId ?? '';
    expect(copy).not.toBe(id);
    const saidIn = async (conversationId: string) =>
      (await api.transcript(conversationId)).turns.map(({ speaker, segments, taskState }) => ({
        ...{ speaker, taskState },
        said: segments.map(({ text, startMs, endMs, words }) => ({ text, startMs, endMs, words })),
      }));
    expect(await saidIn(copy)).toEqual(await saidIn(id));
    const again = await imported(bytes, 'origin.zip', { ownerId: 'copy' });
    expect(again.counts).toMatchObject({ conversations: 0, clips: 0, memories: 0 });
    expect(again.warnings).toMatchObject([{ code: 'import_already_there' }]);
    const list = await api.json<{ items: unknown[] }>('/conversations?ownerId=copy');
    expect(list.items).toHaveLength(1);
  });

  it('leaves no words in the history of its run', async () => {
    const { taskId } = await imported(VTT, 'Secretum.vtt', { ownerId: 'quiet', title: 'Secretum' });
    const { workflowId } = await api.task(taskId);
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const client = new Client({ connection, namespace: 'default' });
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    await connection.close();
    const text = JSON.stringify(decoded(history));
    expect(text).toContain('storeImport');
    for (const word of ['Secretum', 'Monday', 'Ada']) expect(text).not.toContain(word);
  });
});
