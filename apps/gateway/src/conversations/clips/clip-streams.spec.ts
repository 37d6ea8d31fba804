import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptedClipSchema,
  partialTextSchema,
  problemSchema,
  taskSchema,
  transcriptTurnSchema,
  type AcceptedClip,
} from '#contracts/api';
import type { HeardSegment } from '#contracts/model';
import { TasksRepository, TranscriptionRepository, TranscriptsRepository } from '#store';
import { clipForm, createConversation, upload } from '../../../../../test/support/api.ts';
import { eventually } from '../../../../../test/support/eventually.ts';
import { EventStream } from '../../../../../test/support/event-stream.ts';
import { startGateway, useGateway } from '../../../../../test/support/gateway.ts';

const SEGMENT: HeardSegment = {
  startMs: 0,
  endMs: 500,
  text: 'Good morning.',
  words: [{ startMs: 0, endMs: 500, text: 'Good morning.', confidence: 1 }],
  confidence: 1,
};

describe('clips whose transcript streams back', () => {
  const gateway = useGateway();
  let conversationId: string;
  const streams: EventStream[] = [];
  beforeAll(async () => {
    conversationId = await createConversation(gateway.url);
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.close()));

  const repositories = () => ({
    transcriptions: gateway.app.get(TranscriptionRepository),
    transcripts: gateway.app.get(TranscriptsRepository),
    tasks: gateway.app.get(TasksRepository),
  });
  const send = async (body = clipForm(randomBytes(100)), headers = {}, url = gateway.url) => {
    const path = `${url}/conversations/${conversationId}/clips`;
    const stream = await EventStream.open(path, undefined, { method: 'POST', headers, body });
    streams.push(stream);
    return stream;
  };
  const acceptedOf = async (stream: EventStream): Promise<AcceptedClip> => {
    const { data } = await stream.next(({ type }) => type === 'accepted');
    return acceptedClipSchema.parse(JSON.parse(data));
  };
  const runOf = ({ task }: AcceptedClip) => ({ taskId: task.id, attempt: 1 });
  /** Simulates a worker that starts and plans one chunk. */
  const begin = async (accepted: AcceptedClip) => {
    const { transcriptions } = repositories();
    const run = runOf(accepted);
    await transcriptions.start(run, 'run-1');
    const chunks = [{ startMs: 0, endMs: 1000, overlapsPrevious: false }];
    const plan = { fromMs: 0, nextFromMs: null, firstIndex: 0, chunks, silentMs: 0 };
    await transcriptions.savePlan(run, { ...plan, readToMs: 1000, warnings: [] });
    return run;
  };
  /** Simulates the worker finishing the chunk and the clip. */
  const finish = async (accepted: AcceptedClip) => {
    const { transcriptions, transcripts } = repositories();
    const [run, key] = [runOf(accepted), accepted.task.id];
    const result = {
      key,
      audioSha256: null,
      engine: 'e',
      language: 'en',
      segments: [SEGMENT],
      warnings: [],
    };
    const chunk = { index: 0, resultKey: key, audioMs: 1000 };
    await transcriptions.finishChunk(run, chunk, result);
    await transcripts.complete(run, accepted.clip.id, async function* stitch() {
      yield SEGMENT;
      return { engine: 'e', segmentCount: 1, wordCount: 2, narratives: [], warnings: [] };
    });
  };

  it('are accepted first, then transcribed incrementally, and end with their turn', async () => {
    const stream = await send();
    const accepted = await acceptedOf(stream);
    expect(stream.events[0]?.type).toBe('accepted');
    expect(accepted.task.state).toBe('pending');
    const run = await begin(accepted);
    await repositories().transcriptions.savePartial(run, 0, [{ ...SEGMENT, text: 'Good mor' }]);
    const partial = await stream.next(({ data }) => data.includes('Good mor"'));
    expect(partialTextSchema.parse(JSON.parse(partial.data)).finished).toBe(false);
    await finish(accepted);
    await stream.ended;
    const [transcript, task] = stream.events.toReversed();
    expect(taskSchema.parse(JSON.parse(task!.data))).toMatchObject({ state: 'completed' });
    expect(transcript?.type).toBe('transcript');
    expect(transcriptTurnSchema.parse(JSON.parse(transcript!.data))).toMatchObject({
      turnId: accepted.clip.turnId,
      clipId: accepted.clip.id,
      taskState: 'completed',
      segments: [{ text: 'Good morning.', layer: 'raw' }],
    });
  });

  it('report a failed transcription with an empty turn', async () => {
    const stream = await send();
    const accepted = await acceptedOf(stream);
    await begin(accepted);
    await repositories().tasks.end(runOf(accepted), { state: 'cancelled' });
    await stream.ended;
    expect(JSON.parse(stream.events.at(-1)!.data)).toMatchObject({
      taskState: 'cancelled',
      segments: [],
    });
  });

  it('are transcribed even after the client has disconnected', async () => {
    const stream = await send();
    const accepted = await acceptedOf(stream);
    stream.close();
    await stream.ended;
    await begin(accepted);
    await finish(accepted);
    const url = `${gateway.url}/tasks/${accepted.task.id}`;
    const task = taskSchema.parse(await (await fetch(url)).json());
    expect(task.state).toBe('completed');
  });

  it('can be resumed as the events of the task from the last id', async () => {
    const stream = await send();
    const accepted = await acceptedOf(stream);
    await begin(accepted);
    const seen = await stream.next(({ data }) => data.includes('"running"'));
    stream.close();
    await finish(accepted);
    const events = await EventStream.readAll(
      `${gateway.url}/tasks/${accepted.task.id}/events`,
      seen.id,
    );
    expect(events.map(({ type }) => type)).toEqual(['segments', 'task']);
  });

  it('sent again with their key are one clip, streamed again from the beginning', async () => {
    const bytes = randomBytes(100);
    const key = { 'idempotency-key': 'streamed' };
    const first = await acceptedOf(await send(clipForm(bytes), key));
    await begin(first);
    await finish(first);
    const again = await send(clipForm(bytes), key);
    await again.ended;
    expect((await acceptedOf(again)).clip.id).toBe(first.clip.id);
    expect(again.events.map(({ type }) => type)).toEqual([
      'accepted',
      'segments',
      'task',
      'transcript',
    ]);
  });

  it('that are rejected get a problem document, and others their task as JSON', async () => {
    const ask = (accept: string, form: FormData) =>
      upload(gateway.url, conversationId, form, { accept });
    const refused = await ask('text/event-stream', clipForm(new Uint8Array()));
    expect(problemSchema.parse(await refused.json()).code).toBe('clip_empty');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    for (const accept of ['*/*', 'application/json', 'text/*']) {
      const response = await ask(accept, clipForm(randomBytes(10)));
      expect([response.status, response.headers.get('content-type')]).toEqual([
        202,
        'application/json; charset=utf-8',
      ]);
    }
  });

  it('have the path of their task and are not buffered by proxies', async () => {
    const abort = new AbortController();
    const response = await fetch(`${gateway.url}/conversations/${conversationId}/clips`, {
      method: 'POST',
      headers: { accept: 'application/json;q=0.1, text/event-stream' },
      body: clipForm(randomBytes(10)),
      signal: abort.signal,
    });
    abort.abort();
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toMatch(/^\/tasks\/tsk_/);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toContain('no-transform');
  });

  it('end without a turn when the gateway stops, and are still transcribed', async () => {
    const other = await startGateway({ databaseUrl: gateway.databaseUrl });
    const stream = await send(undefined, {}, other.url);
    const accepted = await acceptedOf(stream);
    await stream.next(({ type }) => type === 'task');
    await other.stop();
    await stream.ended;
    expect(stream.events.map(({ type }) => type)).not.toContain('transcript');
    await begin(accepted);
    await finish(accepted);
    await eventually(async () => {
      const task = await repositories().tasks.find(accepted.task.id);
      expect(task?.state).toBe('completed');
    });
  });
});
