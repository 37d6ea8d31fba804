import { describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  exchangeSchema,
  memoryPageSchema,
  problemSchema,
  transcriptSchema,
} from '#contracts/api';
import { acceptClip, createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const NOWHERE = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x';
const QUESTION = { speaker: 'Ada', text: 'Shall we launch on Monday then?' };
const ANSWER = { speaker: 'Kaito', text: 'Yes, the printer has everything.' };

describe('exchanges', () => {
  const gateway = useGateway();

  const add = (id: string, turns: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, { turns }, headers);
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${gateway.url}${path}`)).json();
  const transcriptOf = async (id: string) =>
    transcriptSchema.parse(await read(`/conversations/${id}/transcript`));

  it('are accepted at once, without a worker or Temporal, as the next revision', async () => {
    const id = await createConversation(gateway.url);
    const response = await add(id, [QUESTION, ANSWER]);
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      `/conversations/${id}`,
    ]);
    const exchange = exchangeSchema.parse(await response.json());
    expect(exchange).toMatchObject({ conversationId: id, revision: 1 });
    const transcript = await transcriptOf(id);
    expect(transcript).toMatchObject({ revision: 1, complete: true });
    expect(
      transcript.turns.map(({ turnId, exchangeId, clipId, speaker, taskState, segments }) => ({
        ids: [exchangeId, turnId, clipId],
        said: [speaker, taskState, ...segments.map(({ text, layer }) => [text, layer])],
      })),
    ).toEqual([
      {
        ids: [exchange.id, exchange.turnIds[0], null],
        said: ['Ada', null, [QUESTION.text, 'raw']],
      },
      {
        ids: [exchange.id, exchange.turnIds[1], null],
        said: ['Kaito', null, [ANSWER.text, 'raw']],
      },
    ]);
  });

  it('become a memory at once when they are long enough', async () => {
    const id = await createConversation(gateway.url);
    const short = exchangeSchema.parse(await (await add(id, [{ ...ANSWER, text: 'Yes.' }])).json());
    expect(short.memoryIds).toEqual([]);
    const long = exchangeSchema.parse(await (await add(id, [QUESTION, ANSWER])).json());
    const { items } = memoryPageSchema.parse(await read(`/memories?conversationId=${id}`));
    expect(items).toMatchObject([
      {
        id: long.memoryIds[0],
        exchangeId: long.id,
        narrative: `Ada: ${QUESTION.text}\nKaito: ${ANSWER.text}`,
        significance: null,
        pin: null,
      },
    ]);
  });

  it('are ordered among clips by arrival', async () => {
    const id = await createConversation(gateway.url);
    await add(id, [QUESTION]);
    const { clip } = await acceptClip(gateway.url, id);
    await add(id, [ANSWER]);
    const { turns, complete } = await transcriptOf(id);
    expect(turns.map(({ clipId }) => clipId)).toEqual([null, clip.id, null]);
    expect(complete).toBe(false);
    const conversation = conversationSchema.parse(await read(`/conversations/${id}`));
    expect(conversation).toMatchObject({ exchangeCount: 3, clipCount: 1, revision: 2 });
  });

  it('that arrive concurrently are all stored, each with its own revision', async () => {
    const ids = [await createConversation(gateway.url), await createConversation(gateway.url)];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => add(ids[n % 2]!, [{ ...QUESTION, text: `No ${n}` }])),
    );
    const added = await Promise.all(
      answers.map(async (each) => exchangeSchema.parse(await each.json())),
    );
    for (const id of ids) {
      const revisions = added
        .filter((each) => each.conversationId === id)
        .map(({ revision }) => revision);
      expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
      expect((await transcriptOf(id)).turns).toHaveLength(30);
    }
  });

  it('are added once per key, and the key is rejected for other turns', async () => {
    const id = await createConversation(gateway.url);
    const key = { 'Idempotency-Key': 'once' };
    const answers = await Promise.all([add(id, [QUESTION], key), add(id, [QUESTION], key)]);
    const [first, second] = await Promise.all(answers.map((each) => each.json()));
    expect(first).toEqual(second);
    expect((await transcriptOf(id)).turns).toHaveLength(1);
    await add(id, [ANSWER]);
    expect(await (await add(id, [QUESTION], key)).json()).toEqual(first);
    const other = await add(id, [ANSWER], key);
    expect(problemSchema.parse(await other.json())).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    const elsewhere = await add(await createConversation(gateway.url), [ANSWER], key);
    expect(elsewhere.status).toBe(202);
  });

  it.each([
    ['no turns', []],
    ['too many turns', Array.from({ length: 101 }, () => QUESTION)],
    ['a turn without words', [{ speaker: 'Ada', text: '  ' }]],
    ['a turn without a speaker', [{ text: 'Hello' }]],
    ['text that PostgreSQL cannot store', [{ speaker: 'Ada', text: 'a\0b' }]],
    ['an unknown field', [{ ...QUESTION, mood: 'good' }]],
  ])('with %s are rejected', async (_what, turns) => {
    const id = await createConversation(gateway.url);
    const response = await add(id, turns);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toMatch(/^turns/);
    expect(await transcriptOf(id)).toMatchObject({ revision: 0, turns: [] });
  });

  it('may be as long as is documented, and no longer', async () => {
    const id = await createConversation(gateway.url);
    const longest = { speaker: 'Ada', text: 'x'.repeat(20_000) };
    expect((await add(id, [longest])).status).toBe(202);
    const response = await add(id, [QUESTION, { ...longest, text: `${longest.text}x` }]);
    expect(problemSchema.parse(await response.json())).toMatchObject({
      ...{ status: 422, code: 'turn_too_long' },
      detail: 'The text in `turns.1.text` has 20001 characters; the limit is 20000.',
    });
    expect(await transcriptOf(id)).toMatchObject({ revision: 1 });
  });

  it('of conversations that do not exist are not found', async () => {
    const missing = problemSchema.parse(await (await add(NOWHERE, [QUESTION])).json());
    expect(missing).toMatchObject({ status: 404, code: 'not_found' });
    const wrong = problemSchema.parse(await (await add('tsk_1', [QUESTION])).json());
    expect(wrong.errors?.[0]?.path).toBe('id');
  });
});
