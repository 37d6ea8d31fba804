import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactPage } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { LanguageStub } from '../support/language-stub.ts';
import type { StubRequest } from '../support/language-stub/stub-request.ts';
import { amountsOf, ProjectClient } from '../support/project-client.ts';
import { startStack, type Stack } from '../support/stack.ts';

const TURNS = [
  { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' },
  { speaker: 'Ben', text: 'The band costs 3,000 dollars, and I will call them.' },
  { speaker: 'Ada', text: 'Nobody knows yet what the weather will be.' },
];

let stub: LanguageStub;
let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stub = await LanguageStub.start();
  stack = await startStack({
    AFTERWORD_LANGUAGE_ENGINE: 'openai-compatible',
    AFTERWORD_LANGUAGE_BASE_URL: stub.url,
    AFTERWORD_LANGUAGE_MODEL: 'stub',
    AFTERWORD_SIGNIFICANCE_ENABLED: 'false',
  });
  api = new ApiClient(stack.baseUrl);
});

afterEach(() => stub.reset());

afterAll(async () => {
  await stack.stop();
  await stub.stop();
});

/** A project with one conversation, which each test says in other words: answers are reused. */
async function projectAbout(topic: string): Promise<ProjectClient> {
  const project = await ProjectClient.create(api);
  const opening = { speaker: 'Ada', text: `This is about the ${topic}.` };
  await api.settled(await project.converse([opening, ...TURNS]));
  return project;
}

/** Whether a model is asked for the facts of an agent. */
function isAbout(agent: 'financial' | 'performance', { task }: StubRequest): boolean {
  const named = agent === 'financial' ? 'expense' : 'milestone';
  return task.kind === 'facts' && task.types.some(({ name }) => name === named);
}

describe('a report by a language model', () => {
  it('has what the model has found in the words, and names the model', async () => {
    const project = await projectAbout('festival');
    const report = await project.report('financial');
    expect(amountsOf(report)).toEqual(['12000 EUR', '3000 USD']);
    expect(report).toMatchObject({
      engine: expect.stringContaining('stub'),
      counts: { conversations: 1, dropped: {} },
    });
  });

  it('has none of the figures, quotes, speakers, dates, lines and types that a model invents, and counts them', async () => {
    const project = await projectAbout('concert');
    stub.always('inventedFacts');
    const report = await project.report('financial');
    expect(report.content.entries).toEqual([]);
    expect(report.content.figures.flatMap(({ entries }) => entries)).toEqual([]);
    expect(JSON.stringify(report.content)).not.toMatch(/987654321|JPY|Mallory|2031|invention/);
    const inventions = stub.requests.filter((request) => isAbout('financial', request));
    const lines = inventions.flatMap(({ task }) => (task.kind === 'facts' ? task.lines : []));
    const dropped = Object.values(report.counts.dropped).reduce((sum, count) => sum + count, 0);
    expect(dropped).toBe(lines.length * 8);
    expect(report.counts.dropped).toMatchObject({
      value_not_in_quote: expect.any(Number),
      quote_missing: expect.any(Number),
      line_unknown: lines.length,
      type_unknown: lines.length,
    });
    const facts = await api.json<FactPage>(`/projects/${project.id}/facts?agent=financial`);
    expect(facts.items).toEqual([]);
  });

  it('leaves out a source whose answers make no sense, while that of the other agent is made', async () => {
    const project = await projectAbout('opera');
    stub.answering((request) => ({
      name: isAbout('financial', request) ? 'malformedJson' : 'right',
      options: {},
    }));
    const [money, progress] = await Promise.all([
      project.request('financial'),
      project.request('performance'),
    ]);
    await api.until(progress.id, 'completed');
    const report = await project.latest('performance');
    expect(report.content.entries).toContainEqual(expect.objectContaining({ who: 'Ben' }));
    expect(await api.until(money.id, 'completed')).toMatchObject({
      warnings: [{ code: 'source_not_read' }],
    });
    expect((await project.latest('financial')).counts).toMatchObject({ sourcesFailed: 1 });

    stub.reset();
    expect(amountsOf(await project.report('financial'))).toEqual(['12000 EUR', '3000 USD']);
  });

  it('that a model refuses says so, and is made by the other agent', async () => {
    const project = await projectAbout('ballet');
    stub.answering((request) => ({
      name: isAbout('performance', request) ? 'refusal' : 'right',
      options: {},
    }));
    const [money, progress] = await Promise.all(
      (['financial', 'performance'] as const).map((agent) => project.request(agent)),
    );
    expect(await api.until(progress?.id ?? '', 'completed')).toMatchObject({
      warnings: [{ code: 'source_not_read' }],
    });
    expect((await project.latest('performance')).counts).toMatchObject({ sourcesFailed: 1 });
    expect(await api.until(money?.id ?? '', 'completed')).toMatchObject({ warnings: [] });
  });
});
