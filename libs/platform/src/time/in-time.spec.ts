import { describe, expect, it } from '@jest/globals';
import { inTime, orTooLate, TOO_LATE } from './in-time.ts';

const NEVER = new Promise<never>(() => undefined);
const LONG_MS = 60_000;

describe('waiting with a limit', () => {
  it('has the result of an operation that ends first, or its error', async () => {
    expect(await orTooLate(LONG_MS, Promise.resolve(7))).toBe(7);
    expect(await inTime(LONG_MS, Promise.resolve(null))).toBeNull();
    const broken = () => Promise.reject(new Error('it broke'));
    await expect(orTooLate(LONG_MS, broken())).rejects.toThrow('it broke');
    await expect(inTime(LONG_MS, broken())).rejects.toThrow('it broke');
  });

  it('says that an operation is too late', async () => {
    expect(await orTooLate(1, NEVER)).toBe(TOO_LATE);
    await expect(inTime(1, NEVER)).rejects.toMatchObject({ name: 'TooLateError' });
  });
});
