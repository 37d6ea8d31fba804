import { describe, expect, it } from '@jest/globals';
import { cancelledTasksSchema, problemSchema, taskPageSchema, taskSchema } from '#contracts/api';
import {
  acceptClip,
  addExchange,
  createConversation,
  sendJson,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('cancelling many tasks', () => {
  const gateway = useGateway();

  const cancel = (body: unknown) => sendJson('POST', `${gateway.url}/tasks/cancel`, body);
  const answerOf = async (response: Response) => {
    expect(response.status).toBe(202);
    return cancelledTasksSchema.parse(await response.json());
  };
  const stop = (id: string) =>
    fetch(`${gateway.url}/conversations/${id}/cancel`, { method: 'POST' });

  it('cancels the given tasks, and skips those that have ended', async () => {
    const id = await createConversation(gateway.url);
    const [one, two] = [await acceptClip(gateway.url, id), await acceptClip(gateway.url, id)];
    const ids = [one.task.id, two.task.id];
    expect(await answerOf(await cancel({ ids }))).toEqual({ cancelling: [], cancelled: ids });
    expect(await answerOf(await cancel({ ids }))).toEqual({ cancelling: [], cancelled: [] });
    const task = await (await fetch(`${gateway.url}/tasks/${one.task.id}`)).json();
    expect(taskSchema.parse(task)).toMatchObject({ state: 'cancelled' });
  });

  it.each([
    ['is empty', {}],
    ['names no task', { ids: [] }],
    ['selects an end state', { state: 'completed' }],
    ['has an unknown field', { owner: 'ada' }],
  ])('rejects a body that %s', async (_name, body) => {
    const response = await cancel(body);
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'invalid_request' });
  });

  it('stops a conversation: its tasks, and its pending work without a task', async () => {
    const id = await createConversation(gateway.url);
    const { task } = await acceptClip(gateway.url, id);
    await addExchange(gateway.url, id, 'We launch in March, whatever comes.');
    const { cancelling, cancelled } = await answerOf(await stop(id));
    expect(cancelling).toEqual([]);
    expect(cancelled).toContain(task.id);
    const page = await fetch(`${gateway.url}/tasks?conversationId=${id}`);
    const { items } = taskPageSchema.parse(await page.json());
    expect(items.map(({ type, state }) => `${type} ${state}`).sort()).toEqual([
      'correction cancelled',
      'significance cancelled',
      'summary cancelled',
      'transcription cancelled',
    ]);
    expect(await answerOf(await stop(id))).toEqual({ cancelling: [], cancelled: [] });
    expect((await stop('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x')).status).toBe(404);
  });
});
