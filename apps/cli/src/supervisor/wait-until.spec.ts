import { describe, expect, it } from '@jest/globals';
import { waitUntil } from './wait-until.ts';

const never = (): Promise<boolean> => new Promise(() => undefined);

describe('waiting for a condition', () => {
  it('ends as soon as it holds, whatever earlier checks did', async () => {
    const answers = [() => false, () => Promise.reject(new Error('refused')), () => true];
    expect(await waitUntil(() => answers.shift()?.() ?? never(), { timeoutMs: 20_000 })).toBe(true);
    expect(answers).toEqual([]);
  });

  it('ends in time though a check never answers', async () => {
    expect(await waitUntil(never, { timeoutMs: 100 })).toBe(false);
  });

  it('asks again after a check that never answered', async () => {
    const answers = [never, () => Promise.resolve(true)];
    const wait = { timeoutMs: 20_000, checkTimeoutMs: 50 };
    expect(await waitUntil(() => answers.shift()?.() ?? never(), wait)).toBe(true);
  });

  it('ends when it is aborted', async () => {
    expect(await waitUntil(never, { timeoutMs: 20_000, signal: AbortSignal.abort() })).toBe(false);
  });
});
