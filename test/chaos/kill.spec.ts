import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, textOf } from '../support/api-client.ts';
import { formatFile } from '../support/audio-files.ts';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio, type LongAudio } from '../support/long-audio.ts';
import { stillAlive, treeOf } from '../support/process-tree.ts';
import { query as ask } from '../support/query.ts';
import { pidOf, startStack, type Stack } from '../support/stack.ts';
import { timesDecoded } from '../support/times-decoded.ts';

let stack: Stack;
let api: ApiClient;
let audio: LongAudio;

beforeAll(async () => {
  stack = await startStack({
    AFTERWORD_SPEECH_CHUNK_SECONDS: '10',
  });
  api = new ApiClient(stack.baseUrl);
  audio = await makeLongAudio(path.join(stack.dataFolder, 'two-minutes.wav'), 2, 3);
});

afterAll(() => stack.stop());

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[]) =>
  ask<Row>(stack.databaseUrl, sql, values);

async function startedTask(): Promise<{
  readonly taskId: string;
  readonly conversationId: string;
}> {
  const { id: conversationId } = await api.createConversation('Killed');
  const { task } = await api.upload(conversationId, audio.path);
  await eventually(async () => {
    expect((await timesDecoded(stack, task.id)).length).toBeGreaterThanOrEqual(3);
  });
  return { taskId: task.id, conversationId };
}

async function segmentsOf(conversationId: string): Promise<unknown[]> {
  const { turns } = await api.transcript(conversationId);
  return turns.flatMap((turn) =>
    // Corrections are added later; the raw layer does not change.
    turn.segments.map(({ startMs, endMs, layers }) => ({ startMs, endMs, text: layers.raw })),
  );
}

describe('kill -9', () => {
  it('finds a worker whose model is loaded before there is work', async () => {
    await eventually(() => expect(treeOf(pidOf('worker', stack)).length).toBeGreaterThan(1));
  });

  it('of the worker: the work resumes, no chunk is decoded twice, the text is the same', async () => {
    const { taskId, conversationId } = await startedTask();
    const worker = pidOf('worker', stack);
    const family = treeOf(worker);
    expect(family.length).toBeGreaterThan(1);
    process.kill(worker, 'SIGKILL');
    await eventually(() => expect(stillAlive(family)).toEqual([]), 5_000);
    const finishedBefore = (await timesDecoded(stack, taskId)).length;

    const done = await api.until(taskId, 'completed', 120_000);
    const decoded = await timesDecoded(stack, taskId);
    expect(decoded.length).toBeGreaterThan(finishedBefore);
    expect(new Set(decoded)).toEqual(new Set([1]));
    expect(done.attempt).toBe(1);

    const undisturbed = await undisturbedSegments();
    expect(await segmentsOf(conversationId)).toEqual(undisturbed);
    const events = await query<{ type: string }>(
      `SELECT type FROM events WHERE task_id = $1 AND type <> 'memory_written' ORDER BY sequence`,
      [taskId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'task_created',
      'task_started',
      'clip_probed',
      'clip_transcribed',
      'task_completed',
    ]);
  });

  it('of the speech process: only the chunks in progress are decoded again', async () => {
    await deleteResults();
    const { taskId } = await startedTask();
    const speech = await eventually(() => {
      const [, child] = treeOf(pidOf('worker', stack));
      if (!child) throw new Error('the speech process does not run');
      return child;
    });
    process.kill(speech.pid, 'SIGKILL');
    await api.until(taskId, 'completed', 120_000);
    expect(new Set(await timesDecoded(stack, taskId))).toEqual(new Set([1]));
    expect(await segmentsOf((await api.task(taskId)).conversationId ?? '')).toEqual(
      await undisturbedSegments(),
    );
  });

  it('of the gateway right after a 202: the work still happens', async () => {
    const { id } = await api.createConversation('Gateway killed');
    const gateway = pidOf('gateway', stack);
    const { task } = await api.upload(id, formatFile('sentence.mp3'));
    process.kill(gateway, 'SIGKILL');
    await eventually(async () => {
      expect((await api.task(task.id)).state).toBe('completed');
    }, 60_000);
    expect(textOf(await api.transcript(id))).toContain('water the plants');
  });
});

/** Deletes stored chunks, so that the engine decodes the audio again. */
async function deleteResults(): Promise<void> {
  await undisturbedSegments();
  await query(`DELETE FROM task_chunks`, []);
  await query(`DELETE FROM chunk_results`, []);
}

let undisturbed: unknown[] | null = null;

/** The result of the same audio without a kill. It is decoded again, not read from stored chunks. */
async function undisturbedSegments(): Promise<unknown[]> {
  if (undisturbed !== null) return undisturbed;
  await query(`DELETE FROM task_chunks`, []);
  await query(`DELETE FROM chunk_results`, []);
  const { id } = await api.createConversation('Undisturbed');
  const { task } = await api.upload(id, audio.path);
  await api.until(task.id, 'completed', 120_000);
  undisturbed = await segmentsOf(id);
  expect(undisturbed.length).toBeGreaterThan(10);
  return undisturbed;
}
