import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import type { PartialText, Task } from '#contracts/api';
import { ApiClient, textOf } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { EventStream, type StreamEvent } from '../support/event-stream.ts';
import { makeLongAudio, type LongAudio } from '../support/long-audio.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { wordErrorRate } from '../support/word-error-rate.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

interface SampleClip {
  readonly file: string;
  readonly speaker: string;
  readonly text: string;
}

let stack: StackPlace;
let api: ApiClient;
let audio: LongAudio;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
  audio = await makeLongAudio(path.join(stack.dataFolder, 'three-minutes.wav'), 3);
});

describe('a conversation of two speakers', () => {
  it('becomes a transcript of turns with few word errors and at least one revision per clip', async () => {
    const sample = JSON.parse(await readFile(path.join(SAMPLES, 'conversation.json'), 'utf8')) as {
      clips: SampleClip[];
    };
    const { id } = await api.createConversation('Sample');
    for (const clip of sample.clips) {
      await api.upload(id, path.join(SAMPLES, clip.file), clip.speaker);
    }
    const transcript = await eventually(async () => {
      const now = await api.transcript(id);
      expect(now.complete).toBe(true);
      return now;
    }, 90_000);
    const said = sample.clips.map((clip) => clip.text).join(' ');
    expect(wordErrorRate(said, textOf(transcript)).rate).toBeLessThan(0.3);
    expect(transcript.turns.map((turn) => turn.speaker)).toEqual(
      sample.clips.map((clip) => clip.speaker),
    );
    expect(transcript.revision).toBeGreaterThanOrEqual(sample.clips.length);
  });
});

describe('a task', () => {
  let events: readonly StreamEvent[];
  let done: Task;
  let conversationId: string;

  beforeAll(async () => {
    conversationId = (await api.createConversation('Three minutes')).id;
    const { task } = await api.upload(conversationId, audio.path);
    events = await EventStream.readAll(`${stack.baseUrl}/tasks/${task.id}/events`);
    done = await api.task(task.id);
  });

  const tasksSeen = () =>
    events.filter(({ type }) => type === 'task').map(({ data }) => JSON.parse(data) as Task);
  const textSeen = (from = events) =>
    from
      .filter(({ type }) => type === 'segments')
      .map(({ data }) => JSON.parse(data) as PartialText);

  it('reports a percentage that never decreases until its end', () => {
    const percents = tasksSeen().map((task) => task.progress.percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(new Set(percents).size).toBeGreaterThan(3);
    expect(tasksSeen().at(-1)).toMatchObject({ state: 'completed', progress: { percent: 100 } });
  });

  it('streams finished chunks that add up to the transcript', async () => {
    const chunks = new Map(
      textSeen()
        .filter(({ finished }) => finished)
        .map(({ chunkIndex, segments }) => [chunkIndex, segments]),
    );
    const read = [...chunks.keys()]
      .sort((a, b) => a - b)
      .flatMap((index) => chunks.get(index)?.map((segment) => segment.text.trim()) ?? [])
      .join(' ');
    const heard = textOf(await api.transcript(conversationId));
    expect(wordErrorRate(heard, read).rate).toBeLessThan(0.02);
    expect(wordErrorRate(audio.text, heard).rate).toBeLessThan(0.15);
  });

  it('can be followed from any event on without a gap', async () => {
    const middle = events[Math.floor(events.length / 2)];
    const later = await EventStream.readAll(`${stack.baseUrl}/tasks/${done.id}/events`, middle?.id);
    const before = textSeen(events.slice(0, Math.floor(events.length / 2) + 1));
    const indexes = [...before, ...textSeen(later)]
      .filter(({ finished }) => finished)
      .map(({ chunkIndex }) => chunkIndex);
    const all = textSeen().filter(({ finished }) => finished);
    expect(new Set(indexes)).toEqual(new Set(all.map(({ chunkIndex }) => chunkIndex)));
    expect(later.at(-1)?.type).toBe('task');
    expect(JSON.parse(later.at(-1)?.data ?? '')).toMatchObject({ state: 'completed' });
  });

  it('has consistent timestamps and a link to the Temporal Web UI', async () => {
    const [created, started, ended] = [done.createdAt, done.startedAt, done.endedAt].map((at) =>
      Date.parse(at ?? ''),
    );
    expect(started).toBeGreaterThanOrEqual(created ?? 0);
    expect(done.durationMs).toBe((ended ?? 0) - (started ?? 0));
    expect(done.temporalUiUrl).toContain(`${stack.temporalUiUrl}/namespaces/default/workflows/`);
    expect((await fetch(done.temporalUiUrl)).ok).toBe(true);
  });

  it('is found in Temporal by conversation and by owner, with a readable summary', async () => {
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const { workflow } = new Client({ connection });
    const query = `AfterwordConversation = '${conversationId}' AND AfterwordOwner = 'local' AND AfterwordTaskType = 'transcription'`;
    const found = await eventually(async () => {
      const runs = await Array.fromAsync(workflow.list({ query }));
      expect(runs).toHaveLength(1);
      return runs[0];
    });
    expect(found?.workflowId).toBe(done.workflowId);
    const description = await workflow.getHandle(done.workflowId).describe();
    expect(await description.staticSummary()).toContain('ranscri');
    await connection.close();
  });

  it('leaves no text of the conversation in Temporal', async () => {
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const handle = new Client({ connection }).workflow.getHandle(done.workflowId);
    const history = await handle.fetchHistory();
    const payloads = textsIn(history);
    expect(payloads.length).toBeGreaterThan(10);
    expect(payloads.join('\n')).not.toMatch(/harbour|ferry|garden|Margaret/i);
    await connection.close();
  });
});

describe('cancel and retry', () => {
  it('stops decoding within five seconds and resumes from the finished chunks', async () => {
    const long = await makeLongAudio(path.join(stack.dataFolder, 'cancelled.wav'), 3, 7);
    const { id } = await api.createConversation('Cancelled');
    const { task } = await api.upload(id, long.path);
    await eventually(async () => {
      expect((await api.task(task.id)).progress.percent).toBeGreaterThan(5);
    });
    const requestedAt = Date.now();
    expect((await api.cancel(task.id)).state).toBe('cancelling');
    const cancelled = await api.until(task.id, 'cancelled', 10_000);
    expect(Date.parse(cancelled.endedAt ?? '') - requestedAt).toBeLessThan(5_000);
    expect((await api.fetch(`/tasks/${task.id}/cancel`, { method: 'POST' })).status).toBe(409);

    expect(await api.retry(task.id)).toMatchObject({ state: 'pending', attempt: 2, error: null });
    const done = await api.until(task.id, 'completed', 110_000);
    expect(done.attempt).toBe(2);
    const heard = textOf(await api.transcript(id));
    expect(wordErrorRate(long.text, heard).rate).toBeLessThan(0.15);
  });
});

/** All byte arrays anywhere in a value, decoded as text. */
function textsIn(value: unknown): string[] {
  if (ArrayBuffer.isView(value)) {
    return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
