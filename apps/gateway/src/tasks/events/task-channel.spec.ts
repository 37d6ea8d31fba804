import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../../test/support/eventually.ts';
import { TASK_EXAMPLE } from '../../openapi/examples.ts';
import { TaskSnapshot } from './task-snapshot.ts';
import { TaskChannel, type TaskWatcher } from './task-channel.ts';

const chunk = (index: number, version: number) => ({
  index,
  version,
  finished: true,
  segments: [],
});

/** Remembers which chunks it was shown. */
class RememberingWatcher implements TaskWatcher {
  readonly chunks: number[] = [];
  constructor(public knownVersion: number) {}

  see(sight: TaskSnapshot): void {
    const data = sight.chunksSince(this.knownVersion);
    this.chunks.push(
      ...data.map((text) => (JSON.parse(text) as { chunkIndex: number }).chunkIndex),
    );
    this.knownVersion = sight.version;
  }
}

describe('a watched task', () => {
  let topic: TaskChannel;
  afterEach(() => topic.close());

  it('is looked at once however many watch, and each sees what it does not know', async () => {
    const looks: number[] = [];
    topic = new TaskChannel(async (since) => {
      looks.push(since);
      return new TaskSnapshot(TASK_EXAMPLE, 30, [chunk(0, 10), chunk(1, 20), chunk(2, 30)]);
    });
    const watchers = [0, 10, 20, 30].map((version) => new RememberingWatcher(version));
    for (const watcher of watchers) topic.add(watcher);
    for (let count = 0; count < 100; count += 1) topic.changed();
    await eventually(() => expect(watchers[0]?.knownVersion).toBe(30));
    expect(watchers.map(({ chunks }) => chunks)).toEqual([[0, 1, 2], [1, 2], [2], []]);
    expect(looks).toEqual([0]);
  });

  it('is looked at again for who joins during a look that reads less', async () => {
    const gate = Promise.withResolvers<undefined>();
    const looks: number[] = [];
    topic = new TaskChannel(async (since) => {
      looks.push(since);
      if (looks.length === 1) await gate.promise;
      const all = [chunk(0, 10), chunk(1, 20), chunk(2, 30)];
      return new TaskSnapshot(
        TASK_EXAMPLE,
        30,
        all.filter(({ version }) => version > since),
      );
    });
    const early = new RememberingWatcher(20);
    topic.add(early);
    await eventually(() => expect(looks).toEqual([20]));
    const late = new RememberingWatcher(0);
    topic.add(late);
    gate.resolve(undefined);
    await eventually(() => expect(late.chunks).toEqual([0, 1, 2]));
    expect(early.chunks).toEqual([2]);
  });

  it('is looked at again after a look that failed', async () => {
    let looks = 0;
    topic = new TaskChannel(async () => {
      looks += 1;
      return looks === 1 ? null : new TaskSnapshot(TASK_EXAMPLE, 1, []);
    });
    const watcher = new RememberingWatcher(0);
    topic.add(watcher);
    await eventually(() => expect(looks).toBe(1));
    topic.changed();
    await eventually(() => expect(watcher.knownVersion).toBe(1));
  });
});
