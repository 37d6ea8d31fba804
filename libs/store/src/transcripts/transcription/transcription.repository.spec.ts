import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlannedChunk } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import { eventually } from '../../../../../test/support/eventually.ts';
import { NotificationFeed } from '../../feed/notification-feed.ts';
import { aPlan, aResult, aSegment, CHUNK_MS, chunkAt } from '../../heard.fixture.ts';
import { TestStore } from '../../store.fixture.ts';
import type { ChunkResult } from './transcription.records.ts';

const PROBE = {
  container: 'wav',
  codec: 'pcm_s16le',
  channels: 2,
  sampleRateHz: 48_000,
  durationMs: 61_000,
  hasVideo: false,
};

const TRUNCATED = { code: 'audio_truncated', message: 'It ends early.', atMs: 5 } as const;

describe('transcriptions', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  async function newRun() {
    const { id, attempt, clipId } = await store.runningTask();
    return { taskId: id, attempt, clipId: clipId ?? '' };
  }

  async function finish(run: TaskRun, index: number): Promise<void> {
    await finishAs(run, index, aResult(`${run.taskId}:${index}`));
  }

  async function finishAs(run: TaskRun, index: number, result: ChunkResult): Promise<void> {
    const chunk = { index, resultKey: result.key, audioMs: CHUNK_MS };
    await store.repositories.transcriptions.finishChunk(run, chunk, result);
  }

  /** The row of a chunk; `undefined` when it was not planned. */
  async function chunkRow(run: TaskRun, index: number) {
    const [row] = await store.rows(
      'SELECT * FROM task_chunks WHERE task_id = $1 AND chunk_index = $2',
      [run.taskId, index],
    );
    return row;
  }

  const eventsOf = (taskId: string, type: string) =>
    store.count('events', 'task_id = $1 AND type = $2', [taskId, type]);

  describe('when a run starts', () => {
    it('records once that the task is running', async () => {
      const { id } = await store.newTask();
      const run = { taskId: id, attempt: 1 };
      expect(await store.repositories.transcriptions.start(run, 'run-1')).toBe(true);
      const started = await store.task(id);
      expect(started).toMatchObject({ state: 'running', step: 'probe', runId: 'run-1' });
      expect(await store.repositories.transcriptions.start(run, 'run-1')).toBe(true);
      expect(await store.task(id)).toEqual(started);
      expect(await eventsOf(id, 'task_started')).toBe(1);
    });

    it('keeps a cancelling task cancelling', async () => {
      const run = await newRun();
      await store.repositories.tasks.requestCancel(run.taskId);
      expect(await store.repositories.transcriptions.start(run, 'run-1')).toBe(true);
      expect(await store.task(run.taskId)).toMatchObject({ state: 'cancelling' });
    });

    it('returns false for a run that has ended or was replaced', async () => {
      const run = await newRun();
      await store.repositories.tasks.end(run, { state: 'cancelled' });
      expect(await store.repositories.transcriptions.start(run, 'run-1')).toBe(false);
      await store.repositories.tasks.retry(run.taskId);
      expect(await store.repositories.transcriptions.start(run, 'run-1')).toBe(false);
      expect(await store.task(run.taskId)).toMatchObject({ state: 'pending', attempt: 2 });
    });
  });

  describe('when the clip has been probed', () => {
    it('stores the probe and the total of the task, once', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.recordProbe(run, run.clipId, PROBE);
      await store.repositories.transcriptions.recordProbe(run, run.clipId, PROBE);
      const { hasVideo: _, ...found } = PROBE;
      expect((await store.repositories.transcriptions.findClipWork(run))?.clip).toMatchObject(
        found,
      );
      expect(await store.task(run.taskId)).toMatchObject({ step: 'decode', total: 61_000 });
      expect(await eventsOf(run.taskId, 'clip_probed')).toBe(1);
    });
  });

  describe('when a stretch is planned', () => {
    it('stores its chunks and counts its silence as done, once', async () => {
      const run = await newRun();
      const plan = aPlan(2, { silentMs: 3000, readToMs: 23_000, warnings: [TRUNCATED] });
      await store.repositories.transcriptions.savePlan(run, plan);
      const planned = await store.task(run.taskId);
      expect(planned).toMatchObject({ done: 3000, total: 23_000, warnings: [TRUNCATED] });
      await store.repositories.transcriptions.savePlan(run, plan);
      expect(await store.task(run.taskId)).toEqual(planned);
      expect(await chunkRow(run, 1)).toMatchObject(rowOf(chunkAt(1)));
      expect(await chunkRow(run, 2)).toBeUndefined();
    });

    it('keeps the last stretch even when the one before was read to the same place', async () => {
      const run = await newRun();
      const readToMs = 3 * CHUNK_MS;
      const first = aPlan(2, { nextFromMs: 2 * CHUNK_MS, readToMs });
      await store.repositories.transcriptions.savePlan(run, first);
      const last = { fromMs: 2 * CHUNK_MS, firstIndex: 2, chunks: [chunkAt(2)], readToMs };
      await store.repositories.transcriptions.savePlan(run, aPlan(0, last));
      expect(await chunkRow(run, 2)).toMatchObject(rowOf(chunkAt(2)));
    });

    it('counts nothing twice when an earlier stretch is planned again', async () => {
      const run = await newRun();
      const first = aPlan(1, { nextFromMs: 15_000, readToMs: 20_000, silentMs: 5000 });
      await store.repositories.transcriptions.savePlan(run, first);
      const last = { fromMs: 15_000, readToMs: 25_000, firstIndex: 1, silentMs: 10_000 };
      await store.repositories.transcriptions.savePlan(run, aPlan(0, last));
      await store.repositories.transcriptions.savePlan(run, first);
      await store.repositories.transcriptions.savePlan(run, aPlan(0, last));
      expect(await store.task(run.taskId)).toMatchObject({ done: 15_000, total: 25_000 });
    });

    it('adds the warnings of an empty last stretch once', async () => {
      const run = await newRun();
      const rest = aPlan(0, { readToMs: 0, warnings: [TRUNCATED] });
      await store.repositories.transcriptions.savePlan(run, rest);
      await store.repositories.transcriptions.savePlan(run, rest);
      expect(await store.task(run.taskId)).toMatchObject({ warnings: [TRUNCATED] });
    });

    it('corrects the stated length once the clip has been read to its end', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.recordProbe(run, run.clipId, PROBE);
      await store.repositories.transcriptions.savePlan(
        run,
        aPlan(1, { nextFromMs: 10_000, readToMs: 12_000 }),
      );
      expect(await store.task(run.taskId)).toMatchObject({ total: 61_000 });
      await store.repositories.transcriptions.savePlan(
        run,
        aPlan(0, { fromMs: 10_000, readToMs: 40_000 }),
      );
      expect(await store.task(run.taskId)).toMatchObject({ total: 40_000 });
    });
  });

  describe('while a chunk is decoded', () => {
    it('shows the segments so far, until the chunk is finished', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(1));
      const { version } = await store.task(run.taskId);
      await store.repositories.transcriptions.savePartial(run, 0, [aSegment('so')]);
      await store.repositories.transcriptions.savePartial(run, 0, [
        aSegment('so'),
        aSegment('far', 500),
      ]);
      const growing = await store.repositories.transcriptions.chunksSince(run.taskId, version);
      expect(growing).toMatchObject([{ index: 0, finished: false }]);
      expect(growing[0]?.segments).toEqual([aSegment('so'), aSegment('far', 500)]);
      await finish(run, 0);
      const [finished] = await store.repositories.transcriptions.chunksSince(run.taskId, version);
      expect(finished).toMatchObject({ finished: true, segments: [{ text: `${run.taskId}:0` }] });
    });

    it('does not replace a finished chunk with a late partial one', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(1));
      await finish(run, 0);
      await store.repositories.transcriptions.savePartial(run, 0, [aSegment('late')]);
      expect(await chunkRow(run, 0)).toMatchObject({ partial: null });
    });
  });

  describe('when a chunk is finished', () => {
    it('counts its audio once, also when it is finished again', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(2));
      await finish(run, 0);
      const afterFirst = await store.task(run.taskId);
      expect(afterFirst).toMatchObject({ done: CHUNK_MS });
      const again = { index: 0, resultKey: 'another', audioMs: CHUNK_MS };
      await store.repositories.transcriptions.finishChunk(run, again);
      expect(await store.task(run.taskId)).toEqual(afterFirst);
      expect(await chunkRow(run, 0)).toMatchObject({ result_key: `${run.taskId}:0` });
    });

    it('keeps the first result of a key and counts repeated work', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(2));
      const key = 'the same chunk';
      await finishAs(run, 0, aResult(key, ['first']));
      await finishAs(run, 1, aResult(key, ['second']));
      expect(await store.repositories.transcriptions.findResult(key)).toMatchObject({
        segments: [{ text: 'first' }],
        timesDecoded: 2,
      });
      expect(await store.repositories.transcriptions.findResult('another')).toBeNull();
    });

    it('adds up chunks that are finished at the same time', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(20));
      await Promise.all(Array.from({ length: 20 }, (_, index) => finish(run, index)));
      expect(await store.task(run.taskId)).toMatchObject({ done: 20 * CHUNK_MS });
    });
  });

  describe('for live readers', () => {
    it('misses no change, with many concurrent chunks', async () => {
      const chunkCount = 30;
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(chunkCount));
      const reader = new Reader(store, run.taskId);
      await reader.open();
      await Promise.all(
        Array.from({ length: chunkCount }, async (_, index) => {
          await store.repositories.transcriptions.savePartial(run, index, [aSegment('partial')]);
          await finish(run, index);
        }),
      );
      await eventually(() => expect(reader.finished.size).toBe(chunkCount));
      await reader.close();
      expect(reader.versions).toEqual([...reader.versions].sort((a, b) => a - b));
    });

    it('shows only changes after the version that the reader knows', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(3));
      await finish(run, 1);
      const { version } = await store.task(run.taskId);
      expect(await store.repositories.transcriptions.chunksSince(run.taskId, version)).toEqual([]);
      await finish(run, 2);
      const changed = await store.repositories.transcriptions.chunksSince(run.taskId, version);
      expect(changed.map(({ index }) => index)).toEqual([2]);
    });
  });

  describe('when a run ends', () => {
    it('stores the outcome once and permanently', async () => {
      const run = await newRun();
      await store.repositories.tasks.end(run, { state: 'cancelled' });
      const ended = await store.task(run.taskId);
      expect(ended).toMatchObject({ state: 'cancelled' });
      await store.repositories.tasks.end(run, { state: 'failed', error: FAILURE });
      expect(await store.task(run.taskId)).toEqual(ended);
    });

    it('stores the error and its step', async () => {
      const run = await newRun();
      await store.repositories.tasks.end(run, { state: 'failed', error: FAILURE });
      expect(await store.task(run.taskId)).toMatchObject({
        state: 'failed',
        step: 'decode',
        error: FAILURE,
      });
    });

    it('keeps the finished chunks readable and discards partial ones', async () => {
      const run = await newRun();
      await store.repositories.transcriptions.savePlan(run, aPlan(2));
      await finish(run, 0);
      await store.repositories.transcriptions.savePartial(run, 1, [aSegment('half')]);
      await store.repositories.tasks.end(run, { state: 'cancelled' });
      expect(await store.repositories.transcriptions.chunksSince(run.taskId, 0)).toMatchObject([
        { index: 0, finished: true, segments: [{ text: `${run.taskId}:0` }] },
        { index: 1, finished: false, segments: [] },
      ]);
    });
  });

  it('writes nothing for a replaced run', async () => {
    const run = await newRun();
    await store.repositories.transcriptions.savePlan(run, aPlan(1));
    await store.repositories.tasks.end(run, { state: 'cancelled' });
    await store.repositories.tasks.retry(run.taskId);
    await store.repositories.transcriptions.start({ ...run, attempt: 2 }, 'run-2');
    await store.repositories.transcriptions.savePlan({ ...run, attempt: 2 }, aPlan(1));
    const before = await store.task(run.taskId);
    await store.repositories.transcriptions.recordProbe(run, run.clipId, PROBE);
    await store.repositories.transcriptions.savePlan(
      run,
      aPlan(0, { fromMs: CHUNK_MS, readToMs: 99_000 }),
    );
    await store.repositories.transcriptions.savePartial(run, 0, [aSegment('stale')]);
    await finish(run, 0);
    await store.repositories.tasks.end(run, { state: 'failed', error: FAILURE });
    expect(await store.task(run.taskId)).toEqual(before);
    expect(await chunkRow(run, 0)).toMatchObject({ result_key: null, partial: null });
  });

  it('lets a retry plan again and reuse the finished engine work', async () => {
    const run = await newRun();
    await store.repositories.transcriptions.savePlan(run, aPlan(2));
    await finish(run, 0);
    await store.repositories.tasks.end(run, { state: 'failed', error: FAILURE });
    await store.repositories.tasks.retry(run.taskId);
    expect(await chunkRow(run, 0)).toBeUndefined();
    expect(await store.repositories.transcriptions.findResult(`${run.taskId}:0`)).toMatchObject({
      segments: [{ text: `${run.taskId}:0` }],
    });
  });
});

/** A planned chunk with the column names of the table. */
function rowOf({ startMs, endMs, overlapsPrevious }: PlannedChunk) {
  return { start_ms: startMs, end_ms: endMs, overlaps_previous: overlapsPrevious };
}

const FAILURE = {
  code: 'speech_engine_crashed',
  stage: 'decode',
  message: 'The speech process ended.',
  retryable: true,
  nextAction: 'Retry the task.',
} as const;

/** Follows a task as a gateway does: on a notification it reads the task, then changed chunks. */
class Reader {
  readonly finished = new Set<number>();
  readonly versions: number[] = [];
  private readonly feed: NotificationFeed;
  private knownVersion = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: TestStore,
    private readonly taskId: string,
  ) {
    this.feed = new NotificationFeed(store.url, () => undefined);
  }

  /** Returns once notifications arrive. */
  async open(): Promise<void> {
    const connected = new Promise<void>((resolve) => {
      this.feed.subscribe('tasks', () => {
        this.reading = this.reading.then(() => this.read());
        resolve();
      });
    });
    this.feed.open();
    await connected;
  }

  async close(): Promise<void> {
    await this.feed.close();
    await this.reading;
  }

  private async read(): Promise<void> {
    const { version } = await this.store.task(this.taskId);
    const chunks = await this.store.repositories.transcriptions.chunksSince(
      this.taskId,
      this.knownVersion,
    );
    for (const { index, finished } of chunks) if (finished) this.finished.add(index);
    this.knownVersion = version;
    this.versions.push(version);
  }
}
