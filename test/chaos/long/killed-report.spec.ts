import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Task } from '#contracts/api';
import type { ReportContent } from '#contracts/model';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ProjectClient } from '../../support/project-client.ts';
import { projectTalks } from '../../support/project-talks.ts';
import { query as ask } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';

const CONVERSATIONS = 120;
const TURNS = 20;
const AGENTS = ['financial', 'performance'] as const;
/** Sources that both agents read in all. */
const READINGS = CONVERSATIONS * AGENTS.length;
const AT_ONCE = 12;

let stack: Stack;
let api: ApiClient;
let project: ProjectClient;
let conversations: readonly string[];

beforeAll(async () => {
  stack = await startStack({
    // Only corrections are to run before the reports, because they change the text.
    AFTERWORD_SIGNIFICANCE_ENABLED: 'false',
    AFTERWORD_SUMMARY_QUIET_MILLISECONDS: '600000',
    AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000',
  });
  api = new ApiClient(stack.baseUrl);
  project = await ProjectClient.create(api);
  conversations = await converse();
  await eventually(async () =>
    expect(await count('segments', 'correction_task_id IS NULL')).toBe(0),
  );
});

afterAll(() => stack.stop());

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  ask<Row>(stack.databaseUrl, sql, values);

async function count(table: string, where: string, values: unknown[] = []): Promise<number> {
  const [row] = await query<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM ${table} WHERE ${where}`,
    values,
  );
  return row?.rows ?? 0;
}

async function converse(): Promise<readonly string[]> {
  const talks = projectTalks({ conversations: CONVERSATIONS, turns: TURNS, seed: 13 });
  return inGroups(talks, (turns) => project.converse(turns));
}

/** Does work for all items, some at the same time. */
async function inGroups<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}

/** Number of sources that the agents have read of a project. */
const readingsOf = ({ id }: ProjectClient) => count('read_sources', 'project_id = $1', [id]);

/** Requests the reports of both agents, and waits until they have begun to read. */
async function reading(): Promise<readonly Task[]> {
  const tasks = await Promise.all(AGENTS.map((agent) => project.request(agent)));
  await eventually(async () => expect(await readingsOf(project)).toBeGreaterThan(20));
  return tasks;
}

/** A report whose ids are positions, so that it can be compared with that of another project. */
async function shownBy(of: ProjectClient, agent: string): Promise<ReportContent> {
  const { content } = await of.latest(agent);
  const ids = [...new Set(JSON.stringify(content).match(/fct_\w+/g))];
  const positions = new Map(ids.map((id, position) => [id, `fact ${position}`]));
  const text = JSON.stringify(content).replaceAll(/fct_\w+/g, (id) => positions.get(id) ?? id);
  return JSON.parse(text) as ReportContent;
}

/** What the agents have read of a project, and where. */
const factsOf = ({ id }: ProjectClient) =>
  query(
    `SELECT agent, type, label, value, on_date, who, status, citation FROM facts
     WHERE project_id = $1 ORDER BY agent, said_at, source_id, position`,
    [id],
  );

/** The same project without a kill: its conversations move to it, and nothing is known of them. */
async function undisturbed(): Promise<ProjectClient> {
  const other = await ProjectClient.create(api);
  const body = { projectId: other.id };
  await inGroups(conversations, (id) => api.send('PATCH', `/conversations/${id}`, body));
  await query('DELETE FROM engine_answers');
  await Promise.all(AGENTS.map((agent) => other.report(agent)));
  return other;
}

describe('kill -9', () => {
  it('of the worker while it reads: both reports are made as if nothing had happened, and nothing is read twice', async () => {
    const tasks = await reading();
    process.kill(pidOf('worker', stack), 'SIGKILL');
    const readBefore = await readingsOf(project);
    expect(readBefore).toBeLessThan(READINGS);

    for (const { id } of tasks) {
      expect(await api.until(id, 'completed')).toMatchObject({
        ...{ attempt: 1, warnings: [], progress: { done: CONVERSATIONS, percent: 100 } },
      });
    }
    expect(await readingsOf(project)).toBe(READINGS);
    expect(await count('engine_answers', 'times_made > 1')).toBe(0);
    const facts = await factsOf(project);
    expect(facts.length).toBeGreaterThan(CONVERSATIONS);
    expect(new Set(facts.map((fact) => JSON.stringify(fact))).size).toBe(facts.length);
    const shown = await Promise.all(AGENTS.map((agent) => shownBy(project, agent)));
    expect(await count('reports', 'project_id = $1', [project.id])).toBe(AGENTS.length);

    const other = await undisturbed();
    expect(await factsOf(other)).toEqual(facts);
    expect(await Promise.all(AGENTS.map((agent) => shownBy(other, agent)))).toEqual(shown);
  });

  it('of the gateway right after the 202 of a request: the report is made', async () => {
    const other = await ProjectClient.create(api);
    await other.converse([{ speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' }]);
    const { id } = await other.request('financial');
    process.kill(pidOf('gateway', stack), 'SIGKILL');
    await eventually(async () => expect((await api.task(id)).state).toBe('completed'));
    const { taskId, content } = await other.latest('financial');
    expect({ taskId, entries: content.entries }).toMatchObject({
      ...{ taskId: id, entries: [{ type: 'expense', value: { currency: 'EUR' } }] },
    });
  });
});
