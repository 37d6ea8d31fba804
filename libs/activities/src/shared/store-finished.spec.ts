import { describe, expect, it } from '@jest/globals';
import { storeFinished } from './store-finished.ts';

const away = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const never = () => new AbortController().signal;

describe('what an engine has made', () => {
  it('is stored once the database is back, and told that it may be there already', async () => {
    const tries: boolean[] = [];
    await storeFinished((again) => {
      tries.push(again);
      return tries.length < 3 ? Promise.reject(away()) : Promise.resolve();
    }, never());
    expect(tries).toEqual([false, true, true]);
  });

  it('is not tried again when the database refuses it', async () => {
    let tries = 0;
    const refused = storeFinished(() => {
      tries += 1;
      return Promise.reject(new Error('it is not valid'));
    }, never());
    await expect(refused).rejects.toThrow('it is not valid');
    expect(tries).toBe(1);
  });

  it('keeps nobody waiting who is told to stop', async () => {
    const stop = new AbortController();
    const waiting = storeFinished(() => {
      stop.abort();
      return Promise.reject(away());
    }, stop.signal);
    await expect(waiting).rejects.toThrow();
  });
});
