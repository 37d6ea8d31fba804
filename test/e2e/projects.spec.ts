import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { AGENT_NAMES } from '#agents';
import type {
  AgentHistory,
  AgentJobStatus,
  AgentQuickStatus,
  StartedAgentJob,
  TaskPage,
} from '#contracts/api';
import { SEARCH_ATTRIBUTES } from '#contracts/workflows';
import { sampleBytes } from '../../libs/documents/src/files.fixture.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { amountsOf, ProjectClient } from '../support/project-client.ts';
import { query } from '../support/query.ts';
import { reconcileNow } from '../support/reconcile-now.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { whileWorkerStoppedAt } from '../support/stopped-worker.ts';

const VENUE = { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' };
const PROMISE = { speaker: 'Ben', text: 'I will send the contract by Friday.' };

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

describe('documents of a project', () => {
  it.each([
    ['notes.txt', 'text', '12000 EUR'],
    ['plan.md', 'markdown', '12000 EUR'],
    ['commas-utf8.csv', 'csv', '1200 EUR'],
    ['budget.xlsx', 'xlsx', '12000.5 EUR'],
    ['offer.pdf', 'pdf', '12000 EUR'],
  ])('%s becomes facts of a report, each with its place', async (fileName, format, amount) => {
    const project = await ProjectClient.create(api);
    const document = await project.read(await project.upload(fileName, sampleBytes(fileName)));
    expect(document).toMatchObject({ state: 'read', format, errorCode: null });
    const report = await project.report('financial');
    expect(report.counts).toMatchObject({ documents: 1, sourcesRead: 1, sourcesFailed: 0 });
    expect(amountsOf(report)).toContain(amount);
    const [citation] = await query<{ citation: { documentId: string } }>(
      stack.databaseUrl,
      'SELECT citation FROM facts WHERE project_id = $1',
      [project.id],
    );
    expect(citation).toMatchObject({ citation: { kind: 'written', documentId: document.id } });
  });

  it.each([
    [
      'decimal commas and a sum',
      'Posten;Betrag\nSeil;11,50\nKette;21,00\nSumme;32,50',
      ['expense Seil 11.5 EUR', 'expense Kette 21 EUR'],
    ],
    [
      'states of payment',
      'Date,Item,Amount,Status\n2026-11-03,Hall,500,paid\n2026-11-20,Band,300,open\n2026-11-05,Cake,40,cancelled',
      ['expense Hall 500 EUR', 'invoice Band 300 EUR due', 'invoice Cake 40 EUR cancelled'],
    ],
    [
      'a column of currencies',
      'Item,Amount,Currency\nHotel,120,GBP\nTaxi,30,EUR',
      ['expense Hotel 120 GBP', 'expense Taxi 30 EUR'],
    ],
    [
      'the signs and the balance of a bank',
      'Buchungstag;Verwendungszweck;Betrag;Saldo\n03.11.2026;Miete;-800,00;1200,00\n05.11.2026;Spende;500,00;1700,00',
      ['expense Miete 800 EUR', 'income Spende 500 EUR received'],
    ],
  ])('a table with %s becomes what it says', async (_what, csv, expected) => {
    const project = await ProjectClient.create(api);
    await project.read(await project.upload('table.csv', csv));
    const { content } = await project.report('financial');
    const told = content.entries.map(({ type, label, value, status }) =>
      value?.kind === 'money'
        ? [type, label, Number(value.amount), value.currency, status ?? ''].join(' ').trim()
        : '',
    );
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['offer-protected.pdf', sampleBytes('offer-protected.pdf'), 'document_encrypted'],
    ['broken.pdf', '%PDF-1.7\nnothing', 'document_unreadable'],
  ])('%s fails with its code, and can be removed', async (fileName, bytes, errorCode) => {
    const project = await ProjectClient.create(api);
    const uploaded = await project.upload(fileName, bytes);
    expect(await project.read(uploaded)).toMatchObject({ state: 'failed', errorCode });
    const failed = await api.until(uploaded.taskId, 'failed');
    expect(failed.error).toMatchObject({
      code: errorCode,
      nextAction: expect.stringMatching(/\w/),
    });
    const route = `/projects/${project.id}/documents/${uploaded.id}`;
    expect((await api.fetch(route, { method: 'DELETE' })).status).toBe(204);
    expect((await api.fetch(route)).status).toBe(404);
    expect((await project.report('financial')).counts).toMatchObject({ documents: 0, facts: 0 });
  });
});

describe('reports of a project', () => {
  it('are made by themselves once new material is a minute old, when the project says so', async () => {
    const project = await ProjectClient.create(api, { refresh: 'onChange' });
    const id = await project.converse([VENUE]);
    await api.settled(id);
    const changed = `UPDATE conversations SET updated_at = now() - interval '2 minutes' WHERE id = $1`;
    await query(stack.databaseUrl, changed, [id]);
    await reconcileNow(stack);
    for (const agent of AGENT_NAMES) {
      const report = await eventually(() => project.latest(agent));
      expect(report).toMatchObject({ cause: 'material', current: true });
    }
  });

  it('follow a segment that a person edits', async () => {
    const project = await ProjectClient.create(api);
    const id = await project.converse([VENUE]);
    await api.settled(id);
    expect(amountsOf(await project.report('financial'))).toEqual(['12000 EUR']);
    const segment = (await api.transcript(id)).turns[0]?.segments[0];
    const route = `/conversations/${id}/segments/${segment?.id}`;
    await api.send('PATCH', route, { text: 'We paid 13,400 euros for the venue.' });
    expect(await project.latest('financial')).toMatchObject({ current: false });
    const after = await project.report('financial');
    expect(amountsOf(after)).toEqual(['13400 EUR']);
    expect(after).toMatchObject({ current: true, counts: { sourcesRead: 1 } });
  });

  it('are made for who asks while an earlier one is being cancelled', async () => {
    const project = await ProjectClient.create(api);
    for (let talk = 0; talk < 30; talk += 1) await project.converse(Array(40).fill(VENUE));
    const start = () =>
      api.send<StartedAgentJob>('POST', `/financial_agent/status/${project.id}`, {});
    let stopping = '';
    const begin = async () => {
      stopping = (await start()).job_id;
    };
    const reached = async () => (await api.task(stopping)).state === 'running';
    let next = '';
    await whileWorkerStoppedAt(stack, { begin, reached }, async () => {
      expect((await api.cancel(stopping)).state).toBe('cancelling');
      const started = await start();
      expect(started).toMatchObject({ status: 'processing', joined: false });
      next = started.job_id;
    });
    await api.until(stopping, 'cancelled');
    expect(await api.until(next, 'completed')).toMatchObject({ attempt: 1, error: null });
  });

  it('can be cancelled before they begin, and retried', async () => {
    const project = await ProjectClient.create(api);
    await project.converse([VENUE]);
    await api.json('/queues/language/pause', { method: 'POST' });
    const { id } = await project.request('financial');
    await api.cancel(id);
    await api.json('/queues/language/resume', { method: 'POST' });
    await api.until(id, 'cancelled');
    expect((await api.fetch(`/projects/${project.id}/reports/latest?agent=financial`)).status).toBe(
      404,
    );
    await api.retry(id);
    expect(await api.until(id, 'completed')).toMatchObject({ attempt: 2, error: null });
    expect(amountsOf(await project.latest('financial'))).toEqual(['12000 EUR']);
  });
});

describe('the run of a report, as operators see it', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await Connection.connect({ address: stack.temporalAddress });
  });
  afterAll(() => connection.close());

  it('is named by agent and project, and found by the project', async () => {
    const project = await ProjectClient.create(api);
    await project.converse([VENUE]);
    const { id } = await project.request('financial');
    const task = await api.until(id, 'completed');
    expect(task.workflowId).toBe(`agent_report:financial:${project.id}`);
    const { workflow } = new Client({ connection });
    const { typedSearchAttributes } = await workflow.getHandle(task.workflowId).describe();
    expect(typedSearchAttributes.get(SEARCH_ATTRIBUTES.project)).toBe(project.id);
    const found = `AfterwordProject = '${project.id}' AND WorkflowType = 'agent_report'`;
    await eventually(async () => {
      const { count } = await workflow.count(found);
      expect(count).toBe(1);
    });
    const history = await workflow.getHandle(task.workflowId).fetchHistory();
    expect(JSON.stringify(history)).not.toContain('12,000');
  });
});

describe.each(AGENT_NAMES)('the earlier page, of the agent %s', (agent) => {
  const ask = <Body>(what: string, { id }: ProjectClient, method = 'GET') =>
    api.json<Body>(`/${agent}_agent/${what}/${id}`, { method });

  it.each(['GET', 'POST'])(
    'starts by %s, polls, and finds all again after a reload',
    async (method) => {
      const project = await ProjectClient.create(api);
      const subject = { agent, project_id: project.id };
      await project.converse([VENUE, PROMISE]);
      expect(await ask('processing_status', project)).toEqual({ status: 'not_found', ...subject });
      expect(await ask('quick_status', project)).toMatchObject({
        status: 'not_found',
        result: null,
      });

      const started = await ask<StartedAgentJob>('status', project, method);
      expect(started).toMatchObject({ ...subject, status: 'processing', joined: false });
      const done = await eventually(async () => {
        const now = await ask<AgentJobStatus>('processing_status', project);
        expect(now).toMatchObject({ ...subject, job_id: started.job_id, status: 'completed' });
        return now;
      });
      expect(done).toMatchObject({ progress: { percent: 100 }, error: null });
      expect(done).toHaveProperty('result.content.entries.0.saidOn');

      const reloaded = await ask<AgentQuickStatus>('quick_status', project);
      expect(reloaded.result).toEqual('result' in done && done.result);
      const { jobs } = await ask<AgentHistory>('history', project);
      expect(jobs).toMatchObject([{ job_id: started.job_id, status: 'completed' }]);
      const tasks = await api.json<TaskPage>(`/tasks?projectId=${project.id}`);
      expect(tasks.items).toHaveLength(1);
    },
  );
});
