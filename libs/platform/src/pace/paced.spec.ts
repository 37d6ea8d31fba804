import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { Paced } from './paced.ts';

describe('Paced', () => {
  it('runs once for many requests, and once more for requests during that run', async () => {
    let runs = 0;
    const gate = Promise.withResolvers<undefined>();
    const paced = new Paced(async () => {
      runs += 1;
      if (runs === 1) await gate.promise;
    }, 1);
    for (let count = 0; count < 50; count += 1) paced.request();
    await eventually(() => expect(runs).toBe(1));
    for (let count = 0; count < 50; count += 1) paced.request();
    gate.resolve(undefined);
    await eventually(() => expect(runs).toBe(2));
    await sleep(20);
    expect(runs).toBe(2);
  });

  it('pauses between runs', async () => {
    const startedAt: number[] = [];
    const paced = new Paced(async () => void startedAt.push(performance.now()), 60);
    paced.request();
    await eventually(() => expect(startedAt).toHaveLength(1));
    paced.request();
    await eventually(() => expect(startedAt).toHaveLength(2));
    expect(startedAt[1]! - startedAt[0]!).toBeGreaterThanOrEqual(59);
  });

  it('drops a pending request when it is stopped', async () => {
    let runs = 0;
    const paced = new Paced(async () => void (runs += 1), 1);
    paced.request();
    paced.stop();
    await sleep(20);
    expect(runs).toBe(0);
  });
});
