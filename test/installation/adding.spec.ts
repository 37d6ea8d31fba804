import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agentHistorySchema,
  agentJobStatusSchema,
  agentPageSchema,
  agentQuickStatusSchema,
  factEvidenceSchema,
  reportSchema,
  startedAgentJobSchema,
  taskPageSchema,
  taskTypePageSchema,
  type Project,
} from '#contracts/api';
import { AGENT, ENTITY, TASK_TYPE } from '../adding/registrations.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { extendedProject, type ExtendedProject } from '../support/extended-project.ts';
import { query } from '../support/query.ts';
import { reconcileNow } from '../support/reconcile-now.ts';
import { runBroken } from '../adding/run-broken.ts';
import { startStack, type Stack } from '../support/stack.ts';

/** For a build of everything, beside other tests. */
const BUILD_TIMEOUT_MS = 5 * 60_000;

/** The product with what is added to it by the steps in docs/architecture.md. */
let project: ExtendedProject;
let stack: Stack;
beforeAll(async () => {
  project = await extendedProject(path.resolve('test/adding/files'));
  await project.register([...TASK_TYPE, ...ENTITY, ...AGENT]);
  await project.build();
  stack = await startStack({}, [], project.folder);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await stack.stop();
  await project.remove();
});

const get = async (route: string): Promise<unknown> =>
  (await fetch(`${stack.baseUrl}${route}`)).json();

describe('an added task type and an added entity', () => {
  const waterings = async (ownerId: string) => {
    const page = await get(`/tasks?type=watering&ownerId=${ownerId}`);
    return (page as { items: Record<string, unknown>[] }).items;
  };
  const litresOf = async (id: string) => {
    const [row] = await query(stack.databaseUrl, `SELECT litres FROM gardens WHERE id = '${id}'`);
    return row?.['litres'];
  };
  const plant = (id: string, ownerId: string) =>
    query(stack.databaseUrl, `INSERT INTO gardens VALUES ('${id}', '${ownerId}', true, 0)`);

  it('are known to the API', async () => {
    const { items } = (await get('/task-types')) as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({
      type: 'watering',
      name: 'Watering',
      unit: 'litres',
      steps: [{ name: 'pour', label: 'Pouring water' }],
    });
    // The built-in types are unchanged.
    const known = taskTypePageSchema.shape.items.safeParse(items.slice(1));
    expect(known.error).toBeUndefined();
  });

  it('run once when their entity is signalled', async () => {
    await plant('gdn_1', 'ada');
    await query(
      stack.databaseUrl,
      `INSERT INTO work_signals (entity_kind, entity_id, owner_id) VALUES ('garden', 'gdn_1', 'ada')`,
    );
    await eventually(async () =>
      expect(await waterings('ada')).toMatchObject([
        {
          state: 'completed',
          conversationId: null,
          progress: { stage: 'pour', unit: 'litres', done: 1, total: 1, percent: 100 },
        },
      ]),
    );
    expect(await litresOf('gdn_1')).toBe(3);
  });

  it('run without a work signal after one run of reconcile', async () => {
    await plant('gdn_2', 'bob');
    await reconcileNow(stack);
    await eventually(async () => expect(await waterings('bob')).toHaveLength(1));
    await eventually(async () => expect(await litresOf('gdn_2')).toBe(3));
  });

  it('do not change the built-in task types', async () => {
    const task = await fetch(`${stack.baseUrl}/tasks/test/summary`, { method: 'POST' });
    expect(task.status).toBe(202);
    await eventually(async () => {
      const { items } = taskPageSchema.parse(await get('/tasks?type=summary'));
      expect(items[0]).toMatchObject({ state: 'completed' });
    });
  });
});

describe('an added agent', () => {
  const status = async (projectId: string) =>
    agentJobStatusSchema.parse(await get(`/safety_agent/processing_status/${projectId}`));

  it('is known to the API, with what it reads', async () => {
    const { items } = agentPageSchema.parse(await get('/agents'));
    expect(items.map(({ name }) => name)).toEqual(['financial', 'performance', 'safety']);
    expect(items[2]).toMatchObject({
      label: 'Safety',
      factTypes: [{ name: 'hazard', statuses: ['open', 'removed'] }, { name: 'incident' }],
    });
  });

  it('has its routes in the API document', async () => {
    const { paths } = (await get('/openapi.json')) as { paths: Record<string, object> };
    const methods = Object.entries(paths)
      .filter(([route]) => route.startsWith('/safety_agent/'))
      .map(([route, operations]) => [route.split('/')[2], Object.keys(operations).sort()]);
    expect(Object.fromEntries(methods)).toEqual({
      status: ['get', 'post'],
      processing_status: ['get'],
      quick_status: ['get'],
      history: ['get'],
    });
  });

  it('makes a report whose figures lead to what was said', async () => {
    const api = new ApiClient(stack.baseUrl);
    const { id } = await api.send<Project>('POST', '/projects', { name: 'Spring fair' });
    const conversation = await api.createConversation('Site visit', { projectId: id });
    await api.say(
      conversation.id,
      { speaker: 'Ada', text: 'The stairs are slippery. Was anybody hurt last year?' },
      { speaker: 'Tom', text: 'We paid 300 euros for lamps. A visitor tripped in the hall.' },
      { speaker: 'Ada', text: 'The loose cable in the lobby was fixed this morning.' },
    );
    expect(await status(id)).toMatchObject({ status: 'not_found', agent: 'safety' });

    const started = startedAgentJobSchema.parse(await get(`/safety_agent/status/${id}`));
    expect(started).toMatchObject({ status: 'processing', agent: 'safety', joined: false });
    const done = await eventually(async () => {
      const job = await status(id);
      expect(job).toMatchObject({ status: 'completed', progress: { percent: 100 } });
      return job;
    });
    expect(done).toMatchObject({ job_id: started.job_id, result: { agent: 'safety' } });

    const quick = agentQuickStatusSchema.parse(await get(`/safety_agent/quick_status/${id}`));
    const { content } = reportSchema.parse(quick.result);
    // The question counts as nothing; the money is not for this agent.
    expect(content.figures).toMatchObject([
      { label: 'Open hazards', value: { quantity: '1' } },
      { label: 'Incidents', value: { quantity: '1' } },
    ]);
    const cited = await Promise.all(
      content.figures.map(async ({ entries: [entry] }) => {
        const { factIds } = content.entries.find((each) => each.id === entry)!;
        return factEvidenceSchema.parse(await get(`/projects/${id}/facts/${factIds[0]}`));
      }),
    );
    expect(cited).toMatchObject([
      { fact: { quote: 'The stairs are slippery.', speaker: 'Ada' } },
      { fact: { quote: 'A visitor tripped in the hall.', speaker: 'Tom' } },
    ]);
    expect(cited.map(({ source }) => source.conversationId)).toEqual(
      Array(2).fill(conversation.id),
    );

    const history = agentHistorySchema.parse(await get(`/safety_agent/history/${id}`));
    expect(history.jobs).toMatchObject([{ job_id: started.job_id, status: 'completed' }]);
    expect(await get(`/financial_agent/history/${id}`)).toMatchObject({ jobs: [] });
  });

  it('has a dashboard of the kinds of blocks that the page draws', async () => {
    const { items } = (await get('/projects')) as { items: Project[] };
    const latest = await get(`/projects/${items[0]!.id}/reports/latest?agent=safety`);
    const { content } = reportSchema.parse(latest);
    expect(content.blocks.map(({ kind, title }) => [kind, title])).toEqual([
      ['bars', 'Hazards by status'],
      ['table', 'Hazards'],
      ['table', 'Incidents'],
    ]);
  });

  it.each(['gateway', 'temporal-worker'])(
    'keeps the %s from starting when its definition is wrong, and is named',
    async (app) => {
      const ended = await runBroken(project.folder, app, stack.settings);
      expect(ended.code).toBe(1);
      expect(ended.output).toContain('The agent “safety” has no version.');
    },
  );
});
