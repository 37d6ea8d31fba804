import { beforeEach, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AGENT_NAMES } from '#agents';
import {
  agentHistorySchema,
  agentJobStatusSchema,
  agentPageSchema,
  agentQuickStatusSchema,
  problemSchema,
  startedAgentJobSchema,
  taskPageSchema,
} from '#contracts/api';
import type { Config } from '#platform';
import { ReportRunsRepository, TasksRepository } from '#store';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { makeReport, newProject, talk } from '../../projects/project.fixture.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { agentController } from './agent.controller.ts';
import { AgentJobsService } from './agent-jobs.service.ts';

const NOWHERE = 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x';
const PENDING = { percent: 0, step: null, message: 'Waiting for a worker' };

describe('the routes of agents for earlier pages', () => {
  const gateway = useGateway();
  let project: string;
  beforeEach(async () => {
    project = (await newProject(gateway.url)).id;
  });

  const call = (route: string, init?: RequestInit, agent = 'financial') =>
    fetch(`${gateway.url}/${agent}_agent/${route}/${project}`, init);
  const start = async (agent = 'financial') =>
    startedAgentJobSchema.parse(await (await call('status', {}, agent)).json());
  const poll = async (agent = 'financial') =>
    agentJobStatusSchema.parse(await (await call('processing_status', {}, agent)).json());
  const quick = async () => agentQuickStatusSchema.parse(await (await call('quick_status')).json());
  const history = async () => agentHistorySchema.parse(await (await call('history')).json()).jobs;
  const tasks = async () => {
    const response = await fetch(`${gateway.url}/tasks?projectId=${project}`);
    return taskPageSchema.parse(await response.json()).items;
  };
  const fail = async (code: 'timed_out' | 'engine_unknown') => {
    const { job_id: taskId } = await start();
    const error = { code, stage: 'read', message: 'It ended.', retryable: true } as const;
    const run = { taskId, attempt: 1 };
    await gateway.app.get(ReportRunsRepository).start(run, 'run-1');
    const ending = { state: 'failed', error: { ...error, nextAction: 'Retry it.' } } as const;
    await gateway.app.get(TasksRepository).end(run, ending);
  };

  it('serve a page that starts, polls and reloads', async () => {
    expect(await quick()).toEqual({
      ...{ status: 'not_found', agent: 'financial', project_id: project },
      ...{ updated_at: null, result: null },
    });
    const response = await call('status');
    expect(response.status).toBe(202);
    const started = startedAgentJobSchema.parse(await response.json());
    expect(started).toMatchObject({ status: 'processing', agent: 'financial', joined: false });
    const waiting = { ...started, completed_at: null, failed_at: null, error: null };
    const { joined: _joined, ...job } = waiting;
    expect(await poll()).toMatchObject({ ...job, progress: PENDING, result: null });
    const runs = gateway.app.get(ReportRunsRepository);
    const run = { taskId: started.job_id, attempt: 1 };
    await runs.start(run, `run of ${run.taskId}`);
    await runs.advance(run, { step: 'read', done: 2, total: 5 });
    const reading = { percent: 40, step: 'read', message: 'Reading what was said (2 of 5)' };
    expect(await poll()).toMatchObject({ status: 'processing', progress: reading });
    expect(await start()).toMatchObject({ job_id: started.job_id, joined: true });
    await makeReport(gateway.app, started.job_id);
    const done = await poll();
    expect(done).toMatchObject({
      ...{ status: 'completed', job_id: started.job_id, failed_at: null, error: null },
      ...{ progress: { percent: 100, step: 'write', message: 'Finished' } },
      result: { taskId: started.job_id, current: true },
    });
    const reloaded = await quick();
    expect(reloaded.status).toBe('completed');
    expect('result' in done && done.result).toEqual(reloaded.result);
    expect(reloaded.updated_at).toBe(reloaded.result?.createdAt);
  });

  it('count the time from the request to the end', async () => {
    const { job_id: id } = await start();
    await makeReport(gateway.app, id);
    const [task] = await tasks();
    const [job] = await history();
    const waitedMs = Date.parse(task?.endedAt ?? '') - Date.parse(task?.createdAt ?? '');
    expect(job).toMatchObject({
      elapsed_seconds: waitedMs / 1000,
      started_at: task?.startedAt,
      completed_at: task?.endedAt,
    });
  });

  it('show the last report while the next one is made', async () => {
    await makeReport(gateway.app, (await start()).job_id);
    const { result } = await quick();
    const next = await start();
    expect(next.joined).toBe(false);
    expect(await quick()).toMatchObject({ status: 'processing', result: { id: result?.id } });
    expect(await poll()).toMatchObject({ job_id: next.job_id, result: null });
    expect((await history()).map(({ status }) => status)).toEqual(['processing', 'completed']);
  });

  it('do not send a stored report again to a client that has it', async () => {
    const ask = async (tag: string) =>
      call('quick_status', tag === '' ? {} : { headers: { 'if-none-match': tag } });
    const changed = async (tag: string) => {
      const response = await ask(tag);
      expect(response.status).toBe(200);
      expect(agentQuickStatusSchema.parse(await response.json())).toEqual(await quick());
      return response.headers.get('etag') ?? '';
    };
    const unchanged = async (tag: string) => {
      const response = await ask(tag);
      expect([response.status, await response.text()]).toEqual([304, '']);
      expect(response.headers.get('etag')).toBe(tag);
    };
    const none = await changed('');
    await unchanged(none);
    const { job_id: id } = await start();
    const waiting = await changed(none);
    await makeReport(gateway.app, id);
    const made = await changed(waiting);
    await unchanged(made);
    await talk(gateway.url, project, 'We paid 40 euros for paper.');
    await changed(made);
  });

  it('make one task of a hundred starts at once, by GET and by POST', async () => {
    const starts = Array.from({ length: 100 }, async (_, index) => {
      const response = await call('status', { method: index % 2 === 0 ? 'GET' : 'POST' });
      return startedAgentJobSchema.parse(await response.json());
    });
    const jobs = await Promise.all(starts);
    expect(new Set(jobs.map((job) => job.job_id)).size).toBe(1);
    expect(jobs.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(await tasks()).toHaveLength(1);
  });

  it('keep the agents apart', async () => {
    const money = await start();
    expect(await poll('performance')).toEqual({
      ...{ status: 'not_found', agent: 'performance', project_id: project },
    });
    const progress = await start('performance');
    expect(progress).toMatchObject({ agent: 'performance', joined: false });
    await makeReport(gateway.app, money.job_id);
    expect(await poll('performance')).toMatchObject({
      ...{ status: 'processing', job_id: progress.job_id },
    });
    expect((await history()).map((job) => job.job_id)).toEqual([money.job_id]);
  });

  it('only read, except for those that start', async () => {
    for (const route of ['quick_status', 'processing_status', 'history']) {
      expect((await call(route)).status).toBe(200);
    }
    expect(await tasks()).toEqual([]);
  });

  it.each(['engine_unknown', 'timed_out'] as const)(
    'say how a refresh failed: %s',
    async (code) => {
      await fail(code);
      expect(await poll()).toMatchObject({
        ...{ status: 'failed', completed_at: null, result: null },
        failed_at: expect.any(String) as unknown,
        error: { code, message: 'It ended.', next_action: 'Retry it.' },
      });
      expect((await quick()).status).toBe('failed');
    },
  );

  it('say that a refresh was cancelled', async () => {
    const { job_id: id } = await start();
    await fetch(`${gateway.url}/tasks/${id}/cancel`, { method: 'POST' });
    expect(await poll()).toMatchObject({ status: 'failed', error: { code: 'task_cancelled' } });
  });

  describe('start nothing for a page of another site', () => {
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'no address' },
    ];
    it.each(foreign)('that sends a GET or a POST with %j', async (headers) => {
      for (const method of ['GET', 'POST']) {
        const response = await call('status', { method, headers });
        const problem = problemSchema.parse(await response.json());
        expect(problem).toMatchObject({ status: 403, code: 'cross_site_refused' });
      }
      expect(await tasks()).toEqual([]);
    });

    it('but for the page of the gateway, and for programs', async () => {
      const own = { 'sec-fetch-site': 'same-origin', origin: gateway.url };
      expect((await call('status', { headers: own })).status).toBe(202);
      expect((await call('status')).status).toBe(202);
    });
  });

  it.each(['status', 'processing_status', 'quick_status', 'history'])(
    'do not know a project that does not exist: %s',
    async (route) => {
      project = NOWHERE;
      const problem = problemSchema.parse(await (await call(route)).json());
      expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    },
  );

  it('exist for each agent that is listed', async () => {
    const response = await fetch(`${gateway.url}/agents`);
    const { items } = agentPageSchema.parse(await response.json());
    expect(items.map(({ name }) => name)).toEqual(AGENT_NAMES);
    for (const { name } of items) expect(await start(name)).toMatchObject({ agent: name });
  });

  it('come with an agent that is added', async () => {
    const jobs = { provide: AgentJobsService, useValue: gateway.app.get(AgentJobsService) };
    const legal = agentController({ name: 'legal', label: 'Legal' });
    const module = await Test.createTestingModule({
      controllers: [legal],
      providers: [jobs, { provide: CONFIG, useValue: gateway.app.get<Config>(CONFIG) }],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.listen(0, '127.0.0.1');
    const response = await fetch(`${await app.getUrl()}/legal_agent/status/${project}`);
    expect(await response.json()).toMatchObject({ agent: 'legal', status: 'processing' });
    await app.close();
  });
});
