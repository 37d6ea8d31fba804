import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { activityRuns, pendingRuns, type ActivityRun } from '../../support/activity-runs.ts';
import { ApiClient, textOf } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { makeLongAudio } from '../../support/long-audio.ts';
import { NodeProgram } from '../../support/node-program.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { timesDecoded } from '../../support/times-decoded.ts';

const CHUNKS_DONE_MS = 120_000;
/** A worker that stops polling still runs the tasks that were already dispatched to it. */
const DISPATCHED_MS = 500;

/** Of a worker with one slot: the chunk that it decodes, and the one that it fetches meanwhile. */
const ACTIVITIES = 2;

let stack: Stack;
let api: ApiClient;
let workers: NodeProgram[] = [];
let recordings = 0;

beforeAll(async () => {
  // A stack without a worker; the heartbeat timeout distinguishes a hand-back from a crash.
  stack = await startStack({ AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS: '5000' }, [
    '--only',
    'postgres,temporal,gateway',
  ]);
  api = new ApiClient(stack.baseUrl);
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGTERM')));
  workers = [];
});

afterAll(() => stack.stop());

/** Starts a worker with the given settings. */
async function worker(settings: Readonly<Record<string, string>> = {}): Promise<NodeProgram> {
  const program = await NodeProgram.start('temporal-worker', {
    ...stack.settings,
    AFTERWORD_SPEECH_SLOTS: '1',
    AFTERWORD_SPEECH_CHUNKS_TOGETHER: '1',
    AFTERWORD_SPEECH_CHUNK_SECONDS: '10',
    AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: '500',
    ...settings,
  });
  workers.push(program);
  return program;
}

/** Uploads a recording with no stored chunks. */
async function upload(minutes: number) {
  recordings += 1;
  const file = path.join(stack.dataFolder, `recording-${recordings}.wav`);
  const { text } = await makeLongAudio(file, minutes, 100 + recordings);
  const { id: conversationId } = await api.createConversation(`Recording ${recordings}`);
  const { task, clip } = await api.upload(conversationId, file);
  return { conversationId, taskId: task.id, workflowId: `transcription:${clip.id}`, text };
}

/** Waits until at least `chunks` chunks of a task are decoded. */
const decoded = (taskId: string, chunks: number) =>
  eventually(
    async () => expect((await timesDecoded(stack, taskId)).length).toBeGreaterThanOrEqual(chunks),
    CHUNKS_DONE_MS,
  );

/** Waits until a recording is transcribed. @returns the runs of its chunks */
async function chunksOf(work: {
  taskId: string;
  workflowId: string;
}): Promise<readonly ActivityRun[]> {
  await api.until(work.taskId, 'completed', CHUNKS_DONE_MS);
  const runs = await activityRuns(stack.temporalAddress, work.workflowId);
  expect(new Set(await timesDecoded(stack, work.taskId))).toEqual(new Set([1]));
  return runs.filter(({ activity }) => activity === 'transcribeChunk');
}

const pidsOf = (runs: readonly ActivityRun[]) => new Set(runs.map(({ pid }) => pid));

describe('two workers', () => {
  it('share the chunks of one recording and decode no chunk twice', async () => {
    const [one, other] = await Promise.all([worker(), worker()]);
    const chunks = await chunksOf(await upload(1.5));
    expect(pidsOf(chunks)).toEqual(new Set([one.pid, other.pid]));
    const at = (pid: number) => chunks.filter((chunk) => chunk.pid === pid);
    const overlapping = at(one.pid).filter((chunk) =>
      at(other.pid).some(
        (each) => each.startedAt < chunk.endedAt && chunk.startedAt < each.endedAt,
      ),
    );
    expect(overlapping.length).toBeGreaterThan(0);
  });

  it('one of which is killed: the other takes over, and no chunk is decoded twice', async () => {
    const [killed, other] = await Promise.all([worker(), worker()]);
    const work = await upload(1.5);
    await decoded(work.taskId, 2);
    const killedAt = await killed.end('SIGKILL');
    const chunks = await chunksOf(work);
    const after = chunks.filter(({ startedAt }) => startedAt > killedAt);
    expect(after.length).toBeGreaterThan(2);
    expect(pidsOf(after)).toEqual(new Set([other.pid]));
    expect(textOf(await api.transcript(work.conversationId)).length).toBeGreaterThan(
      work.text.length / 2,
    );
  });

  it('with different roles together run a task that needs both', async () => {
    const [orchestrating, decoding] = await Promise.all([
      worker({ AFTERWORD_WORKER_ROLES: 'orchestration,language' }),
      worker({ AFTERWORD_WORKER_ROLES: 'speech' }),
    ]);
    const work = await upload(0.5);
    const chunks = await chunksOf(work);
    expect(pidsOf(chunks)).toEqual(new Set([decoding.pid]));
    expect((await api.settled(work.conversationId)).turnCount).toBe(1);
    const all = await activityRuns(stack.temporalAddress, work.workflowId);
    const written = all.filter(({ activity }) => activity === 'stitchTranscript');
    expect(pidsOf(written)).toEqual(new Set([orchestrating.pid]));
  });
});

describe('a worker that is asked to stop', () => {
  it('takes no new work and finishes what fits in the grace period; nothing waits for a timeout', async () => {
    const grace = { AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: '60000' };
    const [stopped, other] = await Promise.all([worker(grace), worker(grace)]);
    const work = await upload(1.5);
    await decoded(work.taskId, 2);
    await eventually(async () => {
      const pids = await decodingWorkers(work.workflowId);
      expect(pids.filter((pid) => pid === stopped.pid)).toHaveLength(ACTIVITIES);
    });
    const stopRequestedAt = Date.now();
    await stopped.end('SIGTERM');
    const chunks = await chunksOf(work);
    expect(chunks.map(({ lastFailure }) => lastFailure)).toEqual(chunks.map(() => null));
    const finished = chunks.filter(
      ({ pid, endedAt }) => pid === stopped.pid && endedAt > stopRequestedAt,
    );
    expect(finished.length).toBeLessThanOrEqual(ACTIVITIES);
    const later = chunks.filter(({ startedAt }) => startedAt > stopRequestedAt + DISPATCHED_MS);
    expect(later.length).toBeGreaterThan(2);
    expect(pidsOf(later)).toEqual(new Set([other.pid]));
  });

  it('hands back what does not fit, and another worker continues it', async () => {
    // Chunks that take longer than the grace period on any machine.
    const shortGrace = {
      AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: '1',
      AFTERWORD_SPEECH_CHUNK_SECONDS: '60',
    };
    const stopped = await worker(shortGrace);
    // So many that the first worker is not done with all before the other one has started.
    const work = await upload(6);
    await eventually(async () =>
      expect(await decodingWorkers(work.workflowId)).toEqual([stopped.pid, stopped.pid]),
    );
    const other = await worker({ ...shortGrace, AFTERWORD_SPEECH_SLOTS: '4' });
    await eventually(async () => {
      const pids = await decodingWorkers(work.workflowId);
      expect(new Set(pids)).toEqual(new Set([stopped.pid, other.pid]));
    });
    await stopped.end('SIGTERM');
    const chunks = await chunksOf(work);
    const failures = chunks.flatMap(({ lastFailure, timedOut }) =>
      timedOut ? 'timeout' : (lastFailure ?? []),
    );
    // One of its two chunks may have been finished before it was asked to stop.
    expect(new Set(failures)).toEqual(new Set(['worker_stopping']));
    const handedBack = chunks.filter(({ lastFailure }) => lastFailure !== null);
    for (const chunk of handedBack) {
      expect(chunk).toMatchObject({ pid: other.pid, attempt: 2 });
    }
  });
});

/** Process ids of the workers that are decoding a chunk. */
const decodingWorkers = (workflowId: string) =>
  pendingRuns(stack.temporalAddress, workflowId, 'transcribeChunk');
