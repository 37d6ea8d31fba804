import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ownerUsageSchema, problemSchema, type Problem } from '#contracts/api';
import {
  acceptClip,
  clipForm,
  createConversation,
  sendJson,
  upload,
} from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const sound = (bytes: number) => new Uint8Array(bytes).fill(7);

describe('owners and their limits', () => {
  const gateway = useGateway({
    owners: { bytesPerDay: 10_000, tasksInFlight: 3, audioMsPerDay: 90_000 },
  });

  const conversationOf = async (ownerId: string) => {
    const response = await sendJson('POST', `${gateway.url}/conversations`, {
      title: 'A talk',
      ownerId,
    });
    const { id } = (await response.json()) as { id: string };
    return id;
  };
  const usageOf = async (ownerId: string) =>
    ownerUsageSchema.parse(await (await fetch(`${gateway.url}/owners/${ownerId}/usage`)).json());
  const refusalOf = async (response: Response): Promise<Problem> => {
    expect(response.status).toBe(429);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ code: 'owner_limit_reached', retryable: true });
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBe(Math.ceil((problem.retryAfterMs ?? 0) / 1000));
    expect(seconds).toBeGreaterThan(0);
    return problem;
  };
  const staged = () => readdir(path.join(gateway.blobFolder, 'incoming')).catch(() => []);

  it('see their usage and their limits', async () => {
    const id = await conversationOf('ada');
    await acceptClip(gateway.url, id, sound(2_500));
    const usage = await usageOf('ada');
    expect(usage).toMatchObject({
      ownerId: 'ada',
      day: new Date().toISOString().slice(0, 10),
      tasksInFlight: { used: 1, limit: 3 },
      bytes: { used: 2_500, limit: 10_000 },
      audioMinutes: { used: 0, limit: 1.5 },
    });
    expect(new Date(usage.resetsAt).getTime()).toBeGreaterThan(Date.now());
    expect(await usageOf('nobody')).toMatchObject({
      tasksInFlight: { used: 0 },
      bytes: { used: 0 },
    });
  });

  it('get a retry time for an upload that exceeds the rest of the daily limit', async () => {
    const id = await conversationOf('bea');
    await acceptClip(gateway.url, id, sound(9_000));
    for (const headers of [{}, { 'idempotency-key': 'too-much' }]) {
      const response = await upload(gateway.url, id, clipForm(sound(1_001)), headers);
      const { limit, retryAfterMs, detail } = await refusalOf(response);
      const { resetsAt } = await usageOf('bea');
      expect(limit).toBe('bytesPerDay');
      const untilResetMs = new Date(resetsAt).getTime() - Date.now();
      expect(Math.abs((retryAfterMs ?? 0) - untilResetMs)).toBeLessThan(60_000);
      expect(detail).toContain('1000 more bytes');
    }
    expect(await usageOf('bea')).toMatchObject({ bytes: { used: 9_000 } });
    expect(await staged()).toEqual([]);
  });

  it('are rejected for every kind of work while too many of their tasks are in flight', async () => {
    const id = await conversationOf('cleo');
    for (let task = 0; task < 3; task += 1) await acceptClip(gateway.url, id, sound(10 + task));
    const turns = [{ speaker: 'Cleo', text: 'One two three four.' }];
    const memory = { narrative: 'Cleo: One two three four.', ownerId: 'cleo' };
    const refused = await Promise.all([
      upload(gateway.url, id, clipForm(sound(50))),
      sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, { turns }),
      sendJson('POST', `${gateway.url}/tasks`, { type: 'summary', conversationId: id }),
      sendJson('POST', `${gateway.url}/memories`, memory),
    ]);
    for (const response of refused) {
      expect(await refusalOf(response)).toMatchObject({
        limit: 'tasksInFlight',
        retryAfterMs: 30_000,
      });
    }
    expect((await usageOf('cleo')).tasksInFlight.used).toBe(3);
    await sendJson('POST', `${gateway.url}/tasks/cancel`, { ownerId: 'cleo' });
    expect((await upload(gateway.url, id, clipForm(sound(50)))).status).toBe(202);
  });

  it('are rejected for a test before its conversation is created', async () => {
    const id = await createConversation(gateway.url);
    for (let task = 0; task < 3; task += 1) await acceptClip(gateway.url, id, sound(10 + task));
    const conversations = async () =>
      (await (await fetch(`${gateway.url}/conversations?limit=200`)).text()).match(/cnv_/g)?.length;
    const before = await conversations();
    await refusalOf(await fetch(`${gateway.url}/tasks/test/summary`, { method: 'POST' }));
    expect(await conversations()).toBe(before);
  });
});
