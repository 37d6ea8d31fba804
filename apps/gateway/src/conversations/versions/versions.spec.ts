import { describe, expect, it } from '@jest/globals';
import {
  problemSchema,
  taskSchema,
  textVersionPageSchema,
  transcriptSchema,
  type Task,
} from '#contracts/api';
import { CorrectionsRepository } from '#store';
import { addExchange, createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { correctedTo } from '../../../../../libs/store/src/corrected.fixture.ts';

describe('earlier versions of a turn', () => {
  const gateway = useGateway();

  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${gateway.url}/conversations/${path}`)).json();
  const turnOf = async (id: string) => {
    const transcript = transcriptSchema.parse(await get(`${id}/transcript`));
    return transcript.turns[0]!;
  };
  const correct = async (conversationId: string, corrected: string): Promise<Task> => {
    const wanted = { type: 'correction', conversationId };
    const asked = await sendJson('POST', `${gateway.url}/tasks`, wanted);
    const task = taskSchema.parse(await asked.json());
    const corrections = gateway.app.get(CorrectionsRepository);
    const run = { taskId: task.id, attempt: 1 };
    const work = await corrections.start(run, 'run-1');
    await corrections.complete(run, {
      engine: 'e',
      corrections: (work?.segments ?? []).map((each) => correctedTo(each, corrected)),
      warnings: [],
    });
    return task;
  };
  const versions = async (id: string, turnId: string, query = '') =>
    textVersionPageSchema.parse(await get(`${id}/turns/${turnId}/versions${query}`));

  it('do not exist until a text is replaced, and then name the text and the replacing task', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'teh lunch');
    await correct(id, 'the lunch');
    const { turnId, earlierVersions } = await turnOf(id);
    expect(earlierVersions).toBe(0);
    expect(await versions(id, turnId)).toEqual({ items: [], nextCursor: null });
    const { id: taskId } = await correct(id, 'the launch');
    expect((await turnOf(id)).earlierVersions).toBe(1);
    const { items } = await versions(id, turnId);
    expect(items).toMatchObject([
      {
        conversationId: id,
        turnId,
        clipId: null,
        revision: 2,
        replacedByTaskId: taskId,
        segments: [
          {
            text: 'the lunch',
            layer: 'corrected',
            layers: { raw: 'teh lunch', corrected: 'the lunch', edited: null },
          },
        ],
      },
    ]);
  });

  it('come page by page, the newest first', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'teh lunch');
    for (const text of ['one', 'two', 'three']) await correct(id, text);
    const { turnId } = await turnOf(id);
    const first = await versions(id, turnId, '?limit=1');
    const second = await versions(id, turnId, `?limit=1&cursor=${first.nextCursor}`);
    const texts = [first, second].map(({ items }) => items[0]?.segments[0]?.text);
    expect(texts).toEqual(['two', 'one']);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['trn_01jd3k4m5n6p7q8r9s0t1v2w3x', 404, 'not_found'],
    ['clp_01jd3k4m5n6p7q8r9s0t1v2w3x', 400, 'invalid_request'],
  ])('of an unknown turn are rejected: %s', async (turnId, status, code) => {
    const id = await createConversation(gateway.url);
    const problem = problemSchema.parse(await get(`${id}/turns/${turnId}/versions`));
    expect(problem).toMatchObject({ status, code });
  });
});
