import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  problemSchema,
  reportChangesSchema,
  reportPageSchema,
  reportSchema,
  taskPageSchema,
  taskSchema,
} from '#contracts/api';
import { sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { makeReport, newProject, talk } from '../project.fixture.ts';

describe('reports', () => {
  const gateway = useGateway();
  let project: string;
  beforeAll(async () => {
    project = (await newProject(gateway.url)).id;
  });

  const get = (path: string) => fetch(`${gateway.url}/projects/${project}/reports${path}`);
  const post = (body: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/projects/${project}/reports`, body, headers);
  const request = async (agent = 'financial') =>
    taskSchema.parse(await (await post({ agent })).json());
  const latest = async (agent = 'financial') =>
    reportSchema.parse(await (await get(`/latest?agent=${agent}`)).json());
  const made = async (agent = 'financial') => {
    await makeReport(gateway.app, (await request(agent)).id);
    return latest(agent);
  };
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());

  it('are requested as tasks, which the list of tasks shows', async () => {
    const response = await post({ agent: 'financial', priority: 'batch' });
    expect(response.status).toBe(202);
    const task = taskSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/tasks/${task.id}`);
    expect(task).toMatchObject({
      ...{ type: 'agent_report', state: 'pending', priority: 'batch', conversationId: null },
      settings: { agent: 'financial', cause: 'request' },
      workflowId: `agent_report:financial:${project}`,
    });
    const ofProject = async (id: string, type = 'agent_report') => {
      const found = await fetch(`${gateway.url}/tasks?projectId=${id}&type=${type}`);
      return taskPageSchema.parse(await found.json()).items.map((each) => each.id);
    };
    expect(await ofProject(project)).toEqual([task.id]);
    expect(await ofProject(project, 'document_reading')).toEqual([]);
    expect(await ofProject((await newProject(gateway.url)).id)).toEqual([]);
    await makeReport(gateway.app, task.id);
  });

  it('in progress are joined, those of another agent are not', async () => {
    const first = await request();
    expect((await request()).id).toBe(first.id);
    const other = await request('performance');
    expect(other.id).not.toBe(first.id);
    await makeReport(gateway.app, first.id);
    await makeReport(gateway.app, other.id);
    const next = await request();
    expect(next.id).not.toBe(first.id);
    await makeReport(gateway.app, next.id);
  });

  it('in progress with another engine are not joined', async () => {
    const { id } = await request();
    const other = await post({ agent: 'financial', settings: { engine: 'builtin' } });
    expect(await problemOf(other)).toMatchObject({ status: 409, code: 'task_settings_differ' });
    await makeReport(gateway.app, id);
  });

  it('are requested once per key', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const first = taskSchema.parse(await (await post({ agent: 'financial' }, key)).json());
    await makeReport(gateway.app, first.id);
    const again = taskSchema.parse(await (await post({ agent: 'financial' }, key)).json());
    expect(again).toMatchObject({ id: first.id, state: 'completed' });
    const other = await post({ agent: 'performance' }, key);
    expect(await problemOf(other)).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it.each([
    [404, 'agent_unknown', { agent: 'astrology' }],
    [400, 'invalid_request', { agent: 'Not a name' }],
    [400, 'invalid_request', { agent: 'financial', settings: { language: 'de' } }],
    [422, 'engine_unknown', { agent: 'financial', settings: { engine: 'no-such-engine' } }],
  ])('are refused with %d %s for %j', async (status, code, body) => {
    expect(await problemOf(await post(body))).toMatchObject({ status, code });
  });

  it('are missing until there is one, and current until something changes', async () => {
    const mine = project;
    project = (await newProject(gateway.url)).id;
    const missing = await get('/latest?agent=financial');
    expect(await problemOf(missing)).toMatchObject({ status: 404, code: 'report_missing' });
    const report = await made();
    expect(report).toMatchObject({
      ...{ projectId: project, agent: 'financial', cause: 'request', engine: 'scripted' },
      ...{ complete: true, current: true },
    });
    expect(report.content.figures[0]?.label).toBe('Facts');
    await talk(gateway.url, project, 'We paid 1,200 euros.');
    expect(await latest()).toEqual({ ...report, current: false });
    project = mine;
  });

  it('are kept, the newest first, without their content in lists', async () => {
    const before = await made();
    const after = await made();
    const page = reportPageSchema.parse(await (await get('?agent=financial&limit=2')).json());
    const { content: _content, current: _current, ...head } = after;
    expect(page.items[0]).toEqual(head);
    expect(page.items[1]?.id).toBe(before.id);
    expect(page.nextCursor).toBe(before.id);
    const found = reportSchema.parse(await (await get(`/${before.id}`)).json());
    expect(found).toEqual({ ...before, current: false });
  });

  it('are compared with earlier ones of the same agent', async () => {
    const [before, after] = [await made(), await made()];
    const response = await get(`/${after.id}/changes?since=${before.id}`);
    const changes = reportChangesSchema.parse(await response.json());
    expect(changes).toMatchObject({ since: before.id, added: [], removed: [], changed: [] });
    const foreign = await made('performance');
    const problem = await problemOf(await get(`/${after.id}/changes?since=${foreign.id}`));
    expect(problem.errors?.[0]?.path).toBe('since');
    const nothing = await problemOf(await get(`/${after.id}/changes`));
    expect(nothing.errors?.[0]?.path).toBe('since');
  });

  it('of another project are not found', async () => {
    const { id } = await made();
    const mine = project;
    project = (await newProject(gateway.url)).id;
    const responses = [await get(`/${id}`), await get(`/${id}/changes?since=${id}`)];
    project = mine;
    for (const response of responses) expect((await problemOf(response)).code).toBe('not_found');
  });
});
