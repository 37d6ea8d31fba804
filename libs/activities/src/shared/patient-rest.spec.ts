import { describe, expect, it } from '@jest/globals';
import { patiently } from './patient-rest.ts';

const CANCELLED = new Error('cancelled');

describe('patient work', () => {
  it('returns what it has found', async () => {
    await expect(patiently(new AbortController().signal, async () => 'found')).resolves.toBe(
      'found',
    );
  });

  it('leaves at least three times as much time to others as it took', async () => {
    const started = performance.now();
    let workedMs = 0;
    await patiently(new AbortController().signal, async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      workedMs = performance.now() - started;
    });
    // A timer may fire a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(4 * workedMs - 2);
  });

  it('does not begin once it is cancelled', async () => {
    let began = false;
    const work = async () => {
      began = true;
    };
    await expect(patiently(AbortSignal.abort(CANCELLED), work)).rejects.toBe(CANCELLED);
    expect(began).toBe(false);
  });

  it('ends its rest when it is cancelled', async () => {
    const cancel = new AbortController();
    const resting = patiently(cancel.signal, async () => cancel.abort(CANCELLED));
    await expect(resting).rejects.toBe(CANCELLED);
  });

  it('does not rest after work that failed', async () => {
    const failed = new Error('failed');
    const work = () => Promise.reject(failed);
    await expect(patiently(new AbortController().signal, work)).rejects.toBe(failed);
  });
});
