import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../../test/support/eventually.ts';
import { TASK_EXAMPLE } from '../tasks.examples.ts';
import { TaskSnapshot } from './task-snapshot.ts';
import { TaskChannel, type TaskWatcher } from './task-channel.ts';

const chunk = (index: number, version: number) => ({
  index,
  version,
  finished: true,
  segments: [],
});

/** Records the chunks that it receives. */
class RecordingWatcher implements TaskWatcher {
  readonly chunks: number[] = [];
  isGone = false;
  hasRoom = true;
  constructor(public knownVersion: number) {}

  see(snapshot: TaskSnapshot): void {
    const data = snapshot.chunksSince(this.knownVersion);
    this.chunks.push(
      ...data.map((text) => (JSON.parse(text) as { chunkIndex: number }).chunkIndex),
    );
    this.knownVersion = snapshot.version;
  }

  gone(): void {
    this.isGone = true;
  }
}

describe('a watched task', () => {
  let channel: TaskChannel;
  afterEach(() => channel.close());

  it('that no longer exists ends the watch', async () => {
    channel = new TaskChannel(() => Promise.resolve('gone'));
    const watcher = new RecordingWatcher(0);
    channel.add(watcher);
    await eventually(() => expect(watcher.isGone).toBe(true));
  });

  it('is read once for all watchers, and each receives only what is new to it', async () => {
    const reads: number[] = [];
    channel = new TaskChannel(async (since) => {
      reads.push(since);
      return new TaskSnapshot(TASK_EXAMPLE, 30, [chunk(0, 10), chunk(1, 20), chunk(2, 30)]);
    });
    const watchers = [0, 10, 20, 30].map((version) => new RecordingWatcher(version));
    for (const watcher of watchers) channel.add(watcher);
    for (let count = 0; count < 100; count += 1) channel.changed();
    await eventually(() => expect(watchers[0]?.knownVersion).toBe(30));
    expect(watchers.map(({ chunks }) => chunks)).toEqual([[0, 1, 2], [1, 2], [2], []]);
    expect(reads).toEqual([0]);
  });

  it('is read again for a watcher that joins during a read with fewer chunks', async () => {
    const gate = Promise.withResolvers<undefined>();
    const reads: number[] = [];
    channel = new TaskChannel(async (since) => {
      reads.push(since);
      if (reads.length === 1) await gate.promise;
      const all = [chunk(0, 10), chunk(1, 20), chunk(2, 30)];
      return new TaskSnapshot(
        TASK_EXAMPLE,
        30,
        all.filter(({ version }) => version > since),
      );
    });
    const early = new RecordingWatcher(20);
    channel.add(early);
    await eventually(() => expect(reads).toEqual([20]));
    const late = new RecordingWatcher(0);
    channel.add(late);
    gate.resolve(undefined);
    await eventually(() => expect(late.chunks).toEqual([0, 1, 2]));
    expect(early.chunks).toEqual([2]);
  });

  it('does not keep snapshots for a watcher without room', async () => {
    let version = 10;
    channel = new TaskChannel(
      async () => new TaskSnapshot(TASK_EXAMPLE, version, [chunk(0, version)]),
    );
    const [slow, quick] = [new RecordingWatcher(0), new RecordingWatcher(0)];
    slow.hasRoom = false;
    for (const watcher of [slow, quick]) channel.add(watcher);
    await eventually(() => expect(quick.knownVersion).toBe(10));
    version = 20;
    channel.changed();
    await eventually(() => expect(quick.knownVersion).toBe(20));
    expect(slow.chunks).toEqual([]);
    slow.hasRoom = true;
    channel.changed();
    await eventually(() => expect(slow.knownVersion).toBe(20));
    expect(slow.chunks).toEqual([0]);
  });

  it('is read again after a failed read', async () => {
    let reads = 0;
    channel = new TaskChannel(async () => {
      reads += 1;
      return reads === 1 ? null : new TaskSnapshot(TASK_EXAMPLE, 1, []);
    });
    const watcher = new RecordingWatcher(0);
    channel.add(watcher);
    await eventually(() => expect(reads).toBe(1));
    channel.changed();
    await eventually(() => expect(watcher.knownVersion).toBe(1));
  });
});
