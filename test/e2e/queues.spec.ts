import { beforeAll, expect, it } from '@jest/globals';
import type { Queue, QueuePage } from '#contracts/api';
import { ApiClient, textOf } from '../support/api-client.ts';
import { formatFile } from '../support/audio-files.ts';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { pidOf, type StackPlace } from '../support/stack.ts';

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

const speech = async () => {
  const { items } = await api.json<QueuePage>('/queues');
  return items.find(({ name }) => name === 'speech');
};

it('a paused queue holds its tasks until it is resumed, even if Temporal is killed', async () => {
  const paused = await api.send<Queue>('POST', '/queues/speech/pause', { reason: 'A new card.' });
  expect(paused).toMatchObject({ paused: true, reason: 'A new card.' });
  const { id: conversationId } = await api.createConversation('While paused');
  const { task: first } = await api.upload(conversationId, formatFile('sentence.mp3'));
  const { task: second } = await api.upload(conversationId, formatFile('sentence.wav'));
  await eventually(async () => {
    expect((await speech())?.waiting).toBeGreaterThanOrEqual(2);
  });
  await stillPending();

  process.kill(pidOf('temporal', stack), 'SIGKILL');
  await eventually(async () => {
    expect((await speech())?.waiting).toBeNull();
  });
  await eventually(async () => {
    expect(await speech()).toMatchObject({ paused: true, reason: 'A new card.' });
    expect((await speech())?.workers).not.toEqual([]);
  }, 60_000);
  const { task: third } = await api.upload(conversationId, formatFile('sentence.webm'));
  await eventually(async () => {
    expect((await speech())?.waiting).toBeGreaterThanOrEqual(3);
  }, 60_000);
  await stillPending();

  await api.json('/queues/speech/resume', { method: 'POST' });
  for (const { id } of [first, second, third]) await api.until(id, 'completed');
  expect(textOf(await api.transcript(conversationId))).toContain('water the plants');
  expect((await api.task(first.id)).queue).toBeNull();

  async function stillPending(): Promise<void> {
    await eventually(async () => {
      for (const [index, { id }] of [first, second].entries()) {
        const { state, queue } = await api.task(id);
        expect(state).toBe('pending');
        const position = index + 1;
        expect(queue).toEqual({ name: 'speech', position, expectedWaitMs: null, paused: true });
      }
    });
  }
});

it('tasks of other queues run while a queue is paused', async () => {
  await api.send('POST', '/queues/speech/pause', {});
  const { id } = await api.createConversation('Typed while paused');
  await api.say(id, { speaker: 'Ada', text: 'We launch on Monday, whatever comes.' });
  expect((await api.settled(id)).turnCount).toBe(1);
  await api.json('/queues/speech/resume', { method: 'POST' });
});
