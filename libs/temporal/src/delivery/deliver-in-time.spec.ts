import { describe, expect, it } from '@jest/globals';
import type { ConnectionLike } from '@temporalio/client';
import { DELIVERY_LEASE_MS } from '#store';
import { deliverInTime } from './deliver-in-time.ts';

describe('a delivery', () => {
  it('has a deadline well before its row may be delivered by another process', async () => {
    let deadline = 0;
    const connection = {
      withDeadline: (at: number, call: () => Promise<unknown>) => {
        deadline = at;
        return call();
      },
    } as unknown as ConnectionLike;
    const lines: unknown[] = [];
    const logger = { warn: (...line: unknown[]) => lines.push(line) };
    const failed = { fields: { id: 'cnv_1' }, message: 'not sent' };
    const refused = () => Promise.reject(new Error('Temporal is away'));
    const started = Date.now();
    await expect(deliverInTime(connection, logger, failed, refused)).rejects.toThrow('away');
    expect(deadline - started).toBeLessThan(DELIVERY_LEASE_MS / 1.5);
    expect(lines).toEqual([[{ id: 'cnv_1', reason: 'Temporal is away' }, 'not sent']]);
  });
});
