import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PlacedReadable } from './placed-readable.ts';

const STALL_MS = 1_000;

describe('the bytes of a file in a place', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const reading = (source: Readable, sizeBytes: number | null) =>
    new PlacedReadable(source, {
      ...{ sizeBytes, stallMs: STALL_MS },
      toError: (cause) => new Error('of the place', { cause }),
    });

  it.each([null, 6])('come as they are (stated size: %p)', async (sizeBytes) => {
    const source = Readable.from([Buffer.from('abc'), Buffer.from('def')]);
    expect((await buffer(reading(source, sizeBytes))).toString()).toBe('abcdef');
  });

  it.each([5, 7])('are refused when they are 6, and not %d as stated', async (sizeBytes) => {
    const source = Readable.from([Buffer.from('abcdef')]);
    await expect(buffer(reading(source, sizeBytes))).rejects.toThrow('of the place');
  });

  it('are refused when the source closes early', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(Buffer.from('abc'));
    const whole = expect(buffer(reading(source, null))).rejects.toThrow('of the place');
    setImmediate(() => source.destroy());
    await whole;
  });

  it('may not stall', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(Buffer.from('abc'));
    const whole = expect(buffer(reading(source, null))).rejects.toThrow('of the place');
    await new Promise(setImmediate);
    jest.advanceTimersByTime(STALL_MS);
    await whole;
    expect(source.destroyed).toBe(true);
  });

  it('wait for a reader that takes its time', async () => {
    const chunk = Buffer.alloc(100_000);
    const chunks: AsyncIterable<Buffer> = reading(
      Readable.from(Array.from({ length: 10 }, () => chunk)),
      1_000_000,
    );
    let sizeBytes = 0;
    for await (const read of chunks) {
      sizeBytes += read.length;
      await new Promise(setImmediate);
      jest.advanceTimersByTime(10 * STALL_MS);
    }
    expect(sizeBytes).toBe(1_000_000);
  });
});
