import { describe, expect, it } from '@jest/globals';
import {
  conversationPageSchema,
  factPageSchema,
  problemSchema,
  projectPageSchema,
  projectPlanSchema,
  projectSchema,
  startedAgentJobSchema,
} from '#contracts/api';
import { ApiClient } from '../../../../test/support/api-client.ts';
import { sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';
import { makeReport, newProject, spokenFact, talk } from './project.fixture.ts';

const NOWHERE = 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('projects', () => {
  const gateway = useGateway();

  const get = (path: string) => fetch(`${gateway.url}${path}`);
  const post = (body: unknown, headers = {}) =>
    sendJson('POST', `${gateway.url}/projects`, body, headers);
  const patch = (path: string, body: unknown) => sendJson('PATCH', `${gateway.url}${path}`, body);
  const find = async (id: string) =>
    projectSchema.parse(await (await get(`/projects/${id}`)).json());
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());

  it('are created from a name alone', async () => {
    const response = await post({ name: ' Summer festival ' });
    expect(response.status).toBe(201);
    const created = projectSchema.parse(await response.json());
    expect(created).toMatchObject({
      ...{ name: 'Summer festival', currency: 'EUR', timeZone: 'UTC', refresh: 'manual' },
      ...{ ownerId: 'local', conversationCount: 0, documentCount: 0 },
    });
    expect(response.headers.get('location')).toBe(`/projects/${created.id}`);
    expect(await find(created.id)).toEqual(created);
  });

  it('are created once per key, and the key is rejected for another project', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const body = { name: 'Once', ownerId: 'keyed' };
    const answers = await Promise.all([post(body, key), post(body, key)]);
    const [first, second] = await Promise.all(answers.map((each) => each.json()));
    expect(first).toEqual(second);
    const other = await post({ ...body, name: 'Another' }, key);
    expect((await problemOf(other)).code).toBe('idempotency_key_reused');
  });

  it.each([
    ['name', {}],
    ['name', { name: ' ' }],
    ['currency', { name: 'x', currency: 'EURO' }],
    ['currency', { name: 'x', currency: 'QQQ' }],
    ['timeZone', { name: 'x', timeZone: 'Berlin' }],
    ['refresh', { name: 'x', refresh: 'hourly' }],
  ])('with an invalid %s are rejected', async (path, body) => {
    const problem = await problemOf(await post(body));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe(path);
  });

  it('are listed page by page, the newest first, each once', async () => {
    const made: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      made.unshift((await newProject(gateway.url, { ownerId: 'lister' })).id);
    }
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const response = await get(`/projects?ownerId=lister&limit=2${after}`);
      const page = projectPageSchema.parse(await response.json());
      listed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(listed).toEqual(made);
  });

  it('change only in the fields that are given', async () => {
    const created = await newProject(gateway.url, { timeZone: 'Europe/Berlin' });
    const response = await patch(`/projects/${created.id}`, { currency: 'JPY' });
    expect(response.status).toBe(200);
    const changed = projectSchema.parse(await response.json());
    const { updatedAt: _before, ...same } = created;
    expect(changed).toMatchObject({ ...same, currency: 'JPY' });
    expect(await find(created.id)).toEqual(changed);
  });

  it('have a plan, which is empty at first and is replaced as a whole', async () => {
    const { id } = await newProject(gateway.url);
    const plan = async () =>
      projectPlanSchema.parse(await (await get(`/projects/${id}/plan`)).json());
    expect(await plan()).toEqual({ budget: [], goals: [], milestones: [] });
    const put = (body: unknown) => sendJson('PUT', `${gateway.url}/projects/${id}/plan`, body);
    const goals = [{ name: 'Tickets sold', target: '500', unit: 'ticket', by: '2027-06-01' }];
    expect((await put({ goals })).status).toBe(200);
    const budget = [{ category: 'Venue', amount: '12000.50' }];
    const stored = projectPlanSchema.parse(await (await put({ budget })).json());
    expect(stored).toEqual({
      budget: [{ category: 'Venue', month: null, amount: '12000.50' }],
      ...{ goals: [], milestones: [] },
    });
    expect(await plan()).toEqual(stored);
    const problem = await problemOf(await put({ budget: [{ category: 'V', amount: '1,200' }] }));
    expect(problem.errors?.[0]?.path).toBe('budget.0.amount');
  });

  it('keep the plan of somebody else from a client that has not seen it', async () => {
    const { id } = await newProject(gateway.url);
    const url = `${gateway.url}/projects/${id}/plan`;
    const budgetOf = (amount: string) => ({ budget: [{ category: 'Venue', amount }] });
    const put = (amount: string, tag: string) =>
      sendJson('PUT', url, budgetOf(amount), { 'if-match': tag });
    const seen = (await fetch(url)).headers.get('etag') ?? '';
    const stored = await put('100', seen);
    expect(stored.status).toBe(200);
    expect(await problemOf(await put('200', seen))).toMatchObject({
      ...{ status: 412, code: 'plan_changed' },
    });
    const now = await fetch(url);
    expect(projectPlanSchema.parse(await now.json())).toMatchObject(budgetOf('100'));
    expect(now.headers.get('etag')).toBe(stored.headers.get('etag'));
    expect((await put('300', now.headers.get('etag') ?? '')).status).toBe(200);
    expect((await put('400', '*')).status).toBe(200);
  });

  it.each([
    ['GET', ''],
    ['DELETE', ''],
    ['GET', '/plan'],
    ['GET', '/documents'],
    ['GET', '/facts'],
    ['GET', '/reports'],
    ['GET', '/reports/latest?agent=financial'],
  ])('that do not exist are not found: %s %s', async (method, path) => {
    const response = await fetch(`${gateway.url}/projects/${NOWHERE}${path}`, { method });
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not_found' });
  });

  describe('have conversations', () => {
    const conversationsOf = async (id: string) =>
      conversationPageSchema.parse(await (await get(`/conversations?projectId=${id}`)).json())
        .items;
    const move = (id: string, projectId: string | null) =>
      patch(`/conversations/${id}`, { projectId });

    it('that are created in them, join them and leave them', async () => {
      const { id } = await newProject(gateway.url);
      const first = await talk(gateway.url, id, 'Good morning.');
      const second = (await new ApiClient(gateway.url).createConversation()).id;
      expect((await move(second, id)).status).toBe(200);
      expect((await conversationsOf(id)).map((each) => each.id)).toEqual([second, first]);
      expect((await find(id)).conversationCount).toBe(2);
      const left = await (await move(first, null)).json();
      expect(left).toMatchObject({ id: first, projectId: null });
      expect((await conversationsOf(id)).map((each) => each.id)).toEqual([second]);
    });

    it('of the same owner only', async () => {
      const { id } = await newProject(gateway.url, { ownerId: 'ada' });
      const body = { projectId: id, ownerId: 'bob' };
      const created = await sendJson('POST', `${gateway.url}/conversations`, body);
      expect((await problemOf(created)).code).toBe('not_found');
      const foreign = (await new ApiClient(gateway.url).createConversation('Talk')).id;
      expect((await problemOf(await move(foreign, id))).code).toBe('not_found');
      expect(await conversationsOf(id)).toEqual([]);
    });

    it('whose facts go with them', async () => {
      const { id } = await newProject(gateway.url);
      const conversationId = await talk(gateway.url, id, 'We paid 1,200 euros for the venue.');
      const started = await fetch(`${gateway.url}/financial_agent/status/${id}`);
      const { job_id: taskId } = startedAgentJobSchema.parse(await started.json());
      const fact = await spokenFact(gateway.app, { conversationId, quote: 'We paid 1,200 euros' });
      await makeReport(gateway.app, taskId, { [conversationId]: [fact] });
      const facts = async () =>
        factPageSchema.parse(await (await get(`/projects/${id}/facts`)).json()).items;
      expect(await facts()).toHaveLength(1);
      await move(conversationId, null);
      expect(await facts()).toEqual([]);
    });
  });
});
