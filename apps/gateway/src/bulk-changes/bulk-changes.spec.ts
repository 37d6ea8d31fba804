import { describe, expect, it } from '@jest/globals';
import {
  bulkChangePageSchema,
  bulkChangeSchema,
  problemSchema,
  taskSchema,
  type BulkChange,
} from '#contracts/api';
import { useGateway } from '../../../../test/support/gateway.ts';

const CONVERSATION = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x';
const MEMORY = 'mem_01jd3k4m5n6p7q8r9s0t1v2w3x';
const TASK = 'tsk_01jd3k4m5n6p7q8r9s0t1v2w3x';
const PROJECT = 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('bulk changes', () => {
  const gateway = useGateway();

  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${gateway.url}/bulk-changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const accepted = async (...given: Parameters<typeof post>): Promise<BulkChange> =>
    bulkChangeSchema.parse(await (await post(...given)).json());
  const list = async (query: string) =>
    bulkChangePageSchema.parse(await (await fetch(`${gateway.url}/bulk-changes${query}`)).json());

  it('are accepted with a task of their owner', async () => {
    const response = await post({ action: 'delete', ownerId: 'ada', ids: [CONVERSATION, MEMORY] });
    const change = bulkChangeSchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      `/bulk-changes/${change.id}`,
    ]);
    expect(change).toMatchObject({
      ...{ ownerId: 'ada', action: 'delete', permanently: false, state: 'pending' },
      ...{ changed: 0, unchanged: 0, error: null },
      progress: { done: 0, total: 2 },
    });
    const task: unknown = await (await fetch(`${gateway.url}/tasks/${change.taskId}`)).json();
    expect(taskSchema.parse(task)).toMatchObject({ type: 'bulk_change', ownerId: 'ada' });
    const found: unknown = await (await fetch(`${gateway.url}/bulk-changes/${change.id}`)).json();
    expect(bulkChangeSchema.parse(found)).toMatchObject({ id: change.id });
  });

  it.each([
    { action: 'delete', conversations: { search: 'standup', projectId: PROJECT } },
    { action: 'delete', conversations: { archived: true }, permanently: true },
    { action: 'delete', bin: {}, permanently: true },
    { action: 'restore', bin: { deletedBy: TASK } },
    { action: 'restore', ids: [MEMORY] },
    { action: 'archive', conversations: {} },
    { action: 'unarchive', ids: [CONVERSATION] },
  ])('are accepted: %j', async (body) => {
    expect((await post(body)).status).toBe(202);
  });

  it.each([
    [{}, 'action'],
    [{ action: 'rename', ids: [CONVERSATION] }, 'action'],
    [{ action: 'delete' }, 'ids'],
    [{ action: 'delete', ids: [] }, 'ids'],
    [{ action: 'delete', ids: [CONVERSATION, CONVERSATION] }, 'ids'],
    [{ action: 'delete', ids: ['cnv_1'] }, 'ids.0'],
    [{ action: 'delete', ids: [TASK] }, 'ids.0'],
    [{ action: 'delete', ids: Array.from({ length: 1_001 }, () => CONVERSATION) }, 'ids'],
    [{ action: 'delete', ids: [CONVERSATION], conversations: {} }, 'ids'],
    [{ action: 'delete', bin: {} }, 'permanently'],
    [{ action: 'delete', conversations: { title: 'x' } }, 'conversations'],
    [{ action: 'restore', conversations: {} }, 'body'],
    [{ action: 'restore', ids: [MEMORY], permanently: true }, 'body'],
    [{ action: 'archive', ids: [MEMORY] }, 'ids.0'],
    [{ action: 'archive', bin: {} }, 'body'],
    [{ action: 'delete', ids: [CONVERSATION], ownerId: 'a b' }, 'ownerId'],
  ])('are refused with the field that is wrong: %j', async (body, path) => {
    const response = await post(body);
    const { code, errors } = problemSchema.parse(await response.json());
    expect([response.status, code]).toEqual([400, 'invalid_request']);
    expect(errors?.map((each) => each.path)).toContain(path);
  });

  it('with the same key are one, and with another body a mistake', async () => {
    const headers = { 'idempotency-key': 'bulk-1' };
    const body = { action: 'archive', ids: [CONVERSATION] };
    const first = await accepted(body, headers);
    expect((await accepted(body, headers)).id).toBe(first.id);
    const other = await post({ ...body, action: 'unarchive' }, headers);
    expect(other.status).toBe(422);
    expect(problemSchema.parse(await other.json()).code).toBe('idempotency_key_reused');
  });

  it('are listed by owner, newest first', async () => {
    const made: string[] = [];
    for (const action of ['archive', 'unarchive', 'archive'] as const) {
      made.unshift((await accepted({ action, ownerId: 'lister', ids: [CONVERSATION] })).id);
    }
    await accepted({ action: 'archive', ownerId: 'other', ids: [CONVERSATION] });
    const first = await list('?ownerId=lister&limit=2');
    const rest = await list(`?ownerId=lister&limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
  });
});
