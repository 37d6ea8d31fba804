import { describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  problemSchema,
  replacementPassagePageSchema,
  replacementSchema,
  taskSchema,
  type Replacement,
} from '#contracts/api';
import { addExchange, sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';
import { BulkChangeRunsRepository, BulkChangesRepository } from '#store';

const NOBODY = 'rpl_01jd3k4m5n6p7q8r9s0t1v2w3x';
const SEGMENT = 'seg_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('replacements', () => {
  const gateway = useGateway();
  let owners = 0;
  const newOwner = () => `replacing-${(owners += 1)}`;

  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    sendJson('POST', `${gateway.url}/replacements${path}`, body, headers);
  const wanted = (id: string, more: object = {}) => ({
    ...{ level: 'owner', id, term: 'Kaito', forms: ['Kyto'] },
    ...more,
  });
  const preview = async (body: object, headers: Record<string, string> = {}) => {
    const response = await post('', body, headers);
    expect(response.status).toBe(201);
    return replacementSchema.parse(await response.json());
  };
  const find = async (id: string): Promise<Replacement> =>
    replacementSchema.parse(await (await fetch(`${gateway.url}/replacements/${id}`)).json());
  const passages = async (id: string, query = '') => {
    const response = await fetch(`${gateway.url}/replacements/${id}/passages${query}`);
    return replacementPassagePageSchema.parse(await response.json());
  };
  const codeOf = async (response: Response) => {
    const { status, code } = problemSchema.parse(await response.json());
    return [status, code];
  };
  const conversation = async (ownerId: string, ...texts: readonly string[]) => {
    const response = await sendJson('POST', `${gateway.url}/conversations`, {
      ...{ ownerId, title: 'A talk' },
    });
    const { id } = conversationSchema.parse(await response.json());
    await addExchange(gateway.url, id, ...texts);
    return id;
  };
  /** Does the work of a task, as a worker does. */
  const work = async (taskId = '') => {
    const runs = gateway.app.get(BulkChangeRunsRepository);
    const change = await gateway.app.get(BulkChangesRepository).findByTask(taskId);
    if (change === null) throw new Error('there is no such task');
    for (const id of await runs.next(change, null, 1_000)) await runs.apply(change, id);
    await runs.complete({ taskId, attempt: 1 });
  };

  it('are shown as a preview before anything is replaced', async () => {
    const ownerId = newOwner();
    const one = await conversation(ownerId, 'We asked Kyto.', 'Good.', "KYTO's plan and kytoto");
    await conversation(ownerId, 'We asked Kaito.');
    await conversation(newOwner(), 'We asked Kyto.');
    const shown = await preview(wanted(ownerId));
    expect(shown).toMatchObject({
      ...{ ownerId, level: 'owner', scopeId: ownerId, conversationCount: 1, passageCount: 2 },
      counts: { pending: 2, replaced: 0 },
      ...{ applied: null, undone: null },
    });
    const { items } = await passages(shown.id);
    expect(
      items.map(({ conversationId, title, before, after, outcome }) => [
        ...[conversationId, title, before, after, outcome],
      ]),
    ).toEqual([
      [one, 'A talk', 'We asked Kyto.', 'We asked Kaito.', 'pending'],
      [one, 'A talk', "KYTO's plan and kytoto", "Kaito's plan and kytoto", 'pending'],
    ]);
    expect(await find(shown.id)).toEqual(shown);
  });

  it('are about one conversation, a project, or other capitals, when that is asked for', async () => {
    const ownerId = newOwner();
    const one = await conversation(ownerId, 'We asked kaito, not Kyto.');
    await conversation(ownerId, 'We asked Kyto.');
    const ofOne = await preview(wanted(one, { level: 'conversation' }));
    expect(ofOne).toMatchObject({ ownerId, passageCount: 1 });
    const capitals = await preview(wanted(ownerId, { forms: [], capitals: true }));
    const { items } = await passages(capitals.id);
    expect(items.map(({ after }) => after)).toEqual(['We asked Kaito, not Kyto.']);
  });

  it('have their passages in pages', async () => {
    const ownerId = newOwner();
    await conversation(ownerId, ...Array.from({ length: 5 }, (_, n) => `Kyto said ${n}.`));
    const { id } = await preview(wanted(ownerId));
    const found: string[] = [];
    for (let query = '?limit=2'; ;) {
      const { items, nextCursor } = await passages(id, query);
      found.push(...items.map(({ before }) => before));
      if (nextCursor === null) break;
      query = `?limit=2&cursor=${nextCursor}`;
    }
    expect(found).toEqual(Array.from({ length: 5 }, (_, n) => `Kyto said ${n}.`));
  });

  it('are made by one task, taken back by one, and passage by passage', async () => {
    const ownerId = newOwner();
    await conversation(ownerId, 'We asked Kyto.', 'Kyto said yes.');
    const { id } = await preview(wanted(ownerId));
    expect(await codeOf(await post(`/${id}/undo`))).toEqual([409, 'replacement_not_ready']);
    const asked = await post(`/${id}/apply`);
    expect(asked.status).toBe(202);
    const { applied } = replacementSchema.parse(await asked.json());
    const again = replacementSchema.parse(await (await post(`/${id}/apply`)).json());
    expect(again.applied?.taskId).toBe(applied?.taskId);
    expect(await codeOf(await post(`/${id}/undo`))).toEqual([409, 'replacement_not_ready']);
    const task = await fetch(`${gateway.url}/tasks/${applied?.taskId}`);
    expect(taskSchema.parse(await task.json())).toMatchObject({ type: 'bulk_change', ownerId });
    await work(applied?.taskId);
    expect((await find(id)).counts).toMatchObject({ pending: 0, replaced: 2 });
    const [first] = (await passages(id)).items;
    const one = await post(`/${id}/passages/${first?.segmentId}/undo`);
    expect(replacementSchema.parse(await one.json()).counts).toMatchObject({
      ...{ replaced: 1, undone: 1 },
    });
    const undoing = await post(`/${id}/undo`);
    expect(undoing.status).toBe(202);
    await work(replacementSchema.parse(await undoing.json()).undone?.taskId);
    expect((await find(id)).counts).toMatchObject({ replaced: 0, undone: 2 });
  });

  it('are previewed once for each idempotency key', async () => {
    const ownerId = newOwner();
    const headers = { 'idempotency-key': 'once' };
    const first = await preview(wanted(ownerId), headers);
    expect((await preview(wanted(ownerId), headers)).id).toBe(first.id);
    const other = await post('', wanted(ownerId, { term: 'Kato' }), headers);
    expect(await codeOf(other)).toEqual([422, 'idempotency_key_reused']);
  });

  it.each([
    ['nothing to replace', { forms: [] }],
    ['an empty form', { forms: [' '] }],
    ['no term', { term: '' }],
    ['an unknown level', { level: 'galaxy' }],
    ['an unknown field', { confirmed: true }],
  ])('are refused with %s', async (_case, more) => {
    const response = await post('', wanted(newOwner(), more));
    expect(await codeOf(response)).toEqual([400, 'invalid_request']);
  });

  it('are of what exists', async () => {
    const none = wanted('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', { level: 'conversation' });
    expect(await codeOf(await post('', none))).toEqual([404, 'not_found']);
    for (const path of ['', '/passages']) {
      const response = await fetch(`${gateway.url}/replacements/${NOBODY}${path}`);
      expect(await codeOf(response)).toEqual([404, 'not_found']);
    }
    for (const path of ['apply', 'undo', `passages/${SEGMENT}/undo`]) {
      expect(await codeOf(await post(`/${NOBODY}/${path}`))).toEqual([404, 'not_found']);
    }
  });
});
