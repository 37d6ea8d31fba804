import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  problemSchema,
  retentionDueSchema,
  retentionRuleSchema,
  retentionRulesSchema,
  taskSchema,
} from '#contracts/api';
import { query } from '../../../../test/support/query.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

const PROJECT = 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('the rules of retention', () => {
  const gateway = useGateway();

  const send = (path: string, body?: unknown, method = 'POST') =>
    fetch(`${gateway.url}/retention-rules${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const set = async (body: unknown) =>
    retentionRuleSchema.parse(await (await send('', body)).json());
  const list = async () =>
    retentionRulesSchema.parse(await (await fetch(`${gateway.url}/retention-rules`)).json()).items;
  const json = async (path: string, body: unknown) =>
    (await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((response) => response.json())) as { readonly id: string };
  beforeEach(async () => {
    for (const { id } of await list()) await send(`/${id}`, undefined, 'DELETE');
  });

  it('are set, listed, replaced for the same things, and removed', async () => {
    const first = await set({ subject: 'audio', keptDays: 90 });
    expect(first).toMatchObject({ ownerId: null, projectId: null, keptDays: 90 });
    const other = await set({ subject: 'audio', ownerId: 'ada', keptDays: null });
    const replaced = await set({ subject: 'audio', keptDays: 30 });
    expect(replaced.id).toBe(first.id);
    expect(await list()).toEqual([replaced, other]);
    expect((await send(`/${first.id}`, undefined, 'DELETE')).status).toBe(204);
    expect((await send(`/${first.id}`, undefined, 'DELETE')).status).toBe(404);
    expect(await list()).toEqual([other]);
  });

  it('name projects of their owner only', async () => {
    const { id: projectId } = await json('/projects', { name: 'Heron', ownerId: 'ada' });
    const rule = { subject: 'everything', keptDays: 365, projectId };
    expect((await send('', { ...rule, ownerId: 'bob' })).status).toBe(404);
    expect((await send('', { ...rule, projectId: PROJECT })).status).toBe(404);
    expect(await set({ ...rule, ownerId: 'ada' })).toMatchObject({ projectId });
  });

  it.each([
    [{ keptDays: 3 }, 'subject'],
    [{ subject: 'summaries', keptDays: 3 }, 'subject'],
    [{ subject: 'audio' }, 'keptDays'],
    [{ subject: 'audio', keptDays: 0 }, 'keptDays'],
    [{ subject: 'audio', keptDays: 1.5 }, 'keptDays'],
    [{ subject: 'audio', keptDays: 40_000 }, 'keptDays'],
    [{ subject: 'audio', keptDays: 3, ownerId: 'a b' }, 'ownerId'],
    [{ subject: 'audio', keptDays: 3, days: 2 }, 'body'],
  ])('are refused with the field that is wrong: %j', async (body, path) => {
    const response = await send('', body);
    const { code, errors } = problemSchema.parse(await response.json());
    expect([response.status, code]).toEqual([400, 'invalid_request']);
    expect(errors?.map((each) => each.path)).toContain(path);
  });

  it('say what they would remove, also before they are set, and change nothing', async () => {
    await json('/conversations', { title: 'New', ownerId: 'dry' });
    await query(
      gateway.databaseUrl,
      `UPDATE conversations SET created_at = now() - interval '9 days' WHERE owner_id = 'dry'`,
    );
    const rules = [{ subject: 'everything', ownerId: 'dry', keptDays: 8 }];
    const due = async (body: unknown) =>
      retentionDueSchema.parse(await (await send('/dry-run', body)).json());
    expect((await due({})).everything.conversations).toBe(0);
    expect((await due({ rules })).everything).toEqual({ conversations: 1, clips: 0, bytes: 0 });
    expect(await list()).toEqual([]);
    expect((await due({ rules })).everything.conversations).toBe(1);
    const keep = { subject: 'everything', ownerId: 'dry', keptDays: 10 };
    expect((await due({ rules: [keep] })).everything.conversations).toBe(0);
  });

  it('are applied by one task at a time', async () => {
    const first = await send('/run');
    const task = taskSchema.parse(await first.json());
    expect([first.status, first.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(task).toMatchObject({ type: 'retention', ownerId: 'installation' });
    expect(taskSchema.parse(await (await send('/run')).json()).id).toBe(task.id);
  });
});
