import { describe, expect, it } from '@jest/globals';
import { storeFinished } from './store-finished.ts';

const unavailable = () =>
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const never = () => new AbortController().signal;

describe('the result of an engine', () => {
  it('is stored once the database is available, with a hint that it may be stored already', async () => {
    const tries: boolean[] = [];
    await storeFinished((again) => {
      tries.push(again);
      return tries.length < 3 ? Promise.reject(unavailable()) : Promise.resolve();
    }, never());
    expect(tries).toEqual([false, true, true]);
  });

  it('is not retried when the database rejects it', async () => {
    let tries = 0;
    const refused = storeFinished(() => {
      tries += 1;
      return Promise.reject(new Error('it is not valid'));
    }, never());
    await expect(refused).rejects.toThrow('it is not valid');
    expect(tries).toBe(1);
  });

  it('is not waited for after an abort', async () => {
    const stop = new AbortController();
    const waiting = storeFinished(() => {
      stop.abort();
      return Promise.reject(unavailable());
    }, stop.signal);
    await expect(waiting).rejects.toThrow();
  });
});
