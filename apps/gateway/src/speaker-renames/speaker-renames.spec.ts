import { describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  conversationSpeakersSchema,
  problemSchema,
  renamedConversationPageSchema,
  speakerRenameSchema,
} from '#contracts/api';
import { BulkChangeRunsRepository, BulkChangesRepository } from '#store';
import { sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

const NOBODY = 'srn_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('renamings in all conversations', () => {
  const gateway = useGateway();

  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    sendJson('POST', `${gateway.url}/speaker-renames${path}`, body, headers);
  const conversation = async (ownerId: string, ...speakers: readonly string[]) => {
    const given = { ownerId, title: 'A talk' };
    const made = await sendJson('POST', `${gateway.url}/conversations`, given);
    const { id } = conversationSchema.parse(await made.json());
    const turns = speakers.map((speaker) => ({ speaker, text: 'We meet at nine.' }));
    await sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, { turns });
    return id;
  };
  const renameOf = async (response: Response) => speakerRenameSchema.parse(await response.json());
  const codeOf = async (response: Response) => {
    const { status, code } = problemSchema.parse(await response.json());
    return [status, code];
  };
  const namesIn = async (id: string) => {
    const found = await fetch(`${gateway.url}/conversations/${id}/speakers`);
    const { speakers } = conversationSpeakersSchema.parse(await found.json());
    return speakers.map(({ name }) => name);
  };
  /** Does the work of a task, as a worker does. */
  const work = async (taskId = '') => {
    const runs = gateway.app.get(BulkChangeRunsRepository);
    const change = await gateway.app.get(BulkChangesRepository).findByTask(taskId);
    if (change === null) throw new Error('there is no such task');
    for (const id of await runs.next(change, null, 1_000)) await runs.apply(change, id);
    await runs.complete({ taskId, attempt: 1 });
  };

  it('are previewed, done and taken back', async () => {
    const ownerId = 'renaming';
    const [one, two] = [
      await conversation(ownerId, 'Ada', 'Tom'),
      await conversation(ownerId, 'Ada', 'Ada King'),
    ];
    await conversation('somebody-else', 'Ada');
    const body = { ownerId, from: 'Ada', to: 'Ada King' };
    const key = { 'idempotency-key': 'once' };
    const made = await post('', body, key);
    expect(made.status).toBe(201);
    const shown = await renameOf(made);
    expect(made.headers.get('location')).toBe(`/speaker-renames/${shown.id}`);
    expect(shown).toMatchObject({
      ...body,
      ...{ conversationCount: 2, counts: { pending: 1, taken: 1 }, applied: null },
    });
    expect((await renameOf(await post('', body, key))).id).toBe(shown.id);
    const page = await fetch(`${gateway.url}/speaker-renames/${shown.id}/conversations?limit=1`);
    expect(renamedConversationPageSchema.parse(await page.json())).toEqual({
      items: [{ conversationId: one, title: 'A talk', outcome: 'pending' }],
      nextCursor: one,
    });
    expect(await namesIn(one)).toEqual(['Ada', 'Tom']);
    expect(await codeOf(await post(`/${shown.id}/undo`))).toEqual([
      409,
      'speaker_rename_not_ready',
    ]);
    const applied = await post(`/${shown.id}/apply`);
    expect(applied.status).toBe(202);
    await work((await renameOf(applied)).applied?.taskId);
    expect(await namesIn(one)).toEqual(['Ada King', 'Tom']);
    expect(await namesIn(two)).toEqual(['Ada', 'Ada King']);
    await work((await renameOf(await post(`/${shown.id}/undo`))).undone?.taskId);
    const found = await renameOf(await fetch(`${gateway.url}/speaker-renames/${shown.id}`));
    expect(found.counts).toMatchObject({ undone: 1, taken: 1 });
    expect(await namesIn(one)).toEqual(['Ada', 'Tom']);
  });

  it.each([
    [{}],
    [{ ownerId: 'ada', from: 'Ada' }],
    [{ ownerId: 'ada', from: 'Ada', to: ' ' }],
    [{ ownerId: 'ada', from: 'Ada', to: 'Ada' }],
    [{ ownerId: 'a b', from: 'Ada', to: 'Eva' }],
    [{ ownerId: 'ada', from: 'Ada', to: 'Eva', merge: true }],
  ])('are refused when they are not valid: %j', async (body) => {
    expect(await codeOf(await post('', body))).toEqual([400, 'invalid_request']);
  });

  it('are not found where there is none', async () => {
    const url = `${gateway.url}/speaker-renames/${NOBODY}`;
    const answers = [
      await fetch(url),
      await fetch(`${url}/conversations`),
      await post(`/${NOBODY}/apply`),
      await post(`/${NOBODY}/undo`),
    ];
    for (const answer of answers) expect(await codeOf(answer)).toEqual([404, 'not_found']);
  });
});
