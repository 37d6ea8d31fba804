import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { makeLongAudio } from '../../support/long-audio.ts';
import { stillAlive, treeOf, type SeenProcess } from '../../support/process-tree.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';
import { timesDecoded } from '../../support/times-decoded.ts';

/** The default of AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS. */
const HEARTBEAT_TIMEOUT_MS = 3_000;

let stack: Stack;
let api: ApiClient;
let recording: string;

beforeAll(async () => {
  stack = await startStack();
  api = new ApiClient(stack.baseUrl);
  recording = (await makeLongAudio(path.join(stack.dataFolder, 'long.wav'), 4, 5)).path;
});

afterAll(() => stack.stop());

function speechProcess(): SeenProcess {
  const [, child] = treeOf(pidOf('worker', stack));
  if (!child) throw new Error('the speech process does not run');
  return child;
}

describe('a speech process that hangs while decoding a chunk', () => {
  it('is killed within the heartbeat timeout, and a new one completes the task without repeating work', async () => {
    const { id } = await api.createConversation('Hung');
    const { task } = await api.upload(id, recording);
    const finished = await eventually(async () => {
      const decoded = await timesDecoded(stack, task.id);
      expect(decoded.length).toBeGreaterThanOrEqual(2);
      return decoded.length;
    }, 60_000);

    const hung = speechProcess();
    process.kill(hung.pid, 'SIGSTOP');
    const stoppedAt = Date.now();
    await eventually(() => expect(stillAlive([hung])).toEqual([]), 20_000);
    expect(Date.now() - stoppedAt).toBeLessThan(HEARTBEAT_TIMEOUT_MS + 2_000);

    await eventually(async () => {
      const { retry } = await api.task(task.id);
      expect(retry).toMatchObject({ tries: 1, code: 'speech_engine_stalled' });
    });

    const done = await api.until(task.id, 'completed', 120_000);
    expect(done).toMatchObject({ attempt: 1, retry: null });
    const decoded = await timesDecoded(stack, task.id);
    expect(decoded.length).toBeGreaterThan(finished);
    expect(new Set(decoded)).toEqual(new Set([1]));
  });
});
