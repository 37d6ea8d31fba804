import { describe, expect, it } from '@jest/globals';
import { modelUsageSchema, problemSchema, taskUsageSchema, type Task } from '#contracts/api';
import { openDatabase, TokenUseRepository } from '#store';
import { createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

describe('what language models have used', () => {
  const gateway = useGateway({
    settings: {
      AFTERWORD_LANGUAGE_CURRENCY: 'EUR',
      AFTERWORD_LANGUAGE_TOKENS_PER_DAY: '5000',
      AFTERWORD_LANGUAGE_COST_PER_DAY: '1.50',
    },
  });

  const get = (path: string) => fetch(`${gateway.url}${path}`);
  const newTask = async (): Promise<Task> => {
    const conversationId = await createConversation(gateway.url);
    const body = { type: 'correction', conversationId };
    return (await (await sendJson('POST', `${gateway.url}/tasks`, body)).json()) as Task;
  };
  async function use(taskId: string, cost: string | null, now?: Date): Promise<void> {
    const { db, close } = openDatabase(gateway.databaseUrl, 1, () => undefined);
    const tokens = { input: 1_000, output: 20 };
    await new TokenUseRepository(db).add(taskId, [{ model: 'openai:small', tokens, cost }], now);
    await close();
  }

  it('is shown by task, over all its requests', async () => {
    const { id } = await newTask();
    const before = taskUsageSchema.parse(await (await get(`/tasks/${id}/usage`)).json());
    expect(before).toEqual({ currency: 'EUR', items: [] });
    await use(id, '0.10');
    await use(id, null);
    const { items } = taskUsageSchema.parse(await (await get(`/tasks/${id}/usage`)).json());
    expect(items).toEqual([
      {
        ...{ model: 'openai:small', requests: 2, unreported: 0, unpriced: 1 },
        ...{ inputTokens: 2_000, outputTokens: 40, audioMs: 0, cost: '0.1' },
      },
    ]);
  });

  it('is shown by day, the latest first, with the limits', async () => {
    const { id } = await newTask();
    await use(id, '0.25', new Date('2026-11-20T23:59:59Z'));
    const usage = modelUsageSchema.parse(await (await get('/model-usage?days=366')).json());
    expect(usage).toMatchObject({
      currency: 'EUR',
      limits: { tokensPerDay: 5_000, costPerDay: '1.50', ownerTokensPerDay: null },
    });
    expect(Date.parse(usage.resetsAt)).toBeGreaterThan(Date.now());
    const days = usage.items.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    expect(usage.items.find(({ day }) => day === '2026-11-20')).toMatchObject({ cost: '0.25' });
    const today = modelUsageSchema.parse(await (await get('/model-usage?days=1')).json());
    expect(today.items.every(({ day }) => day > '2026-11-20')).toBe(true);
  });

  it.each(['0', '367', 'x'])('is not shown for %j days', async (days) => {
    const problem = problemSchema.parse(await (await get(`/model-usage?days=${days}`)).json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('of an unknown task is not found', async () => {
    const problem = await (await get('/tasks/tsk_01jd3k4m5n6p7q8r9s0t1v2w3x/usage')).json();
    expect(problemSchema.parse(problem)).toMatchObject({ status: 404, code: 'not_found' });
  });
});
