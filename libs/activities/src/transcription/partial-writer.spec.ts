import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { HeardSegment } from '#contracts/model';
import { spoken } from '../scripted-engine.fixture.ts';
import { PartialWriter } from './partial-writer.ts';

/** A store of partial text: records the writes, and completes them when the test allows it. */
class PartialStore {
  readonly written: string[] = [];
  readonly errors: unknown[] = [];
  inProgress = 0;
  answer: Promise<void> = Promise.resolve();
  readonly writer = new PartialWriter(
    (segments) => this.write(segments),
    (error) => this.errors.push(error),
  );

  private async write(segments: readonly HeardSegment[]): Promise<void> {
    this.written.push(segments.map(({ text }) => text).join(' '));
    this.inProgress += 1;
    try {
      await this.answer;
    } finally {
      this.inProgress -= 1;
    }
  }
}

/** Lets the time between two writes pass. */
const pass = () => jest.advanceTimersByTimeAsync(1_000);

describe('the writer of partial text', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('writes all segments so far, not one write for each segment', async () => {
    const { writer, written } = new PartialStore();
    for (const word of ['so', 'far', 'so', 'good']) writer.push(spoken(word, 0));
    await pass();
    expect(written).toEqual(['so far so good']);
    writer.push(spoken('again', 0));
    await pass();
    expect(written).toEqual(['so far so good', 'so far so good again']);
    await writer.stop();
  });

  it('has at most one write in progress, and writes the latest segments after it', async () => {
    const store = new PartialStore();
    const slow = Promise.withResolvers<undefined>();
    store.answer = slow.promise;
    store.writer.push(spoken('one', 0));
    await pass();
    expect(store.written).toHaveLength(1);
    for (let intervals = 0; intervals < 3; intervals += 1) {
      store.writer.push(spoken('more', 0));
      await pass();
    }
    expect(store.inProgress).toBe(1);
    expect(store.written).toEqual(['one']);
    slow.resolve(undefined);
    await pass();
    expect(store.written).toHaveLength(2);
    await store.writer.stop();
  });

  it('waits for a write in progress when it stops, and starts none afterwards', async () => {
    const store = new PartialStore();
    const slow = Promise.withResolvers<undefined>();
    store.answer = slow.promise;
    store.writer.push(spoken('one', 0));
    await pass();
    expect(store.inProgress).toBe(1);
    store.writer.push(spoken('two', 0));
    const stopping = store.writer.stop().then(() => store.inProgress);
    slow.resolve(undefined);
    expect(await stopping).toBe(0);
    expect(store.written).toEqual(['one']);
  });

  it('reports a failed write and continues', async () => {
    const store = new PartialStore();
    store.answer = Promise.reject(new Error('the database is unavailable'));
    store.writer.push(spoken('one', 0));
    await pass();
    expect(store.errors).toHaveLength(1);
    store.answer = Promise.resolve();
    store.writer.push(spoken('two', 0));
    await pass();
    expect(store.written.at(-1)).toBe('one two');
    await store.writer.stop();
    expect(store.errors).toHaveLength(1);
  });

  it('discards the segments before a restart', async () => {
    const { writer, written } = new PartialStore();
    writer.push(spoken('in vain', 0));
    writer.restart();
    writer.push(spoken('for good', 0));
    await pass();
    expect(written).toEqual(['for good']);
    await writer.stop();
  });
});
