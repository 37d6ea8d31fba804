import { describe, expect, it } from '@jest/globals';
import type { FactPage } from '#contracts/api';
import type { ApiClient } from '../support/api-client.ts';
import type { LanguageStub } from '../support/language-stub.ts';
import type { StubRequest } from '../support/language-stub/stub-request.ts';
import { amountsOf, ProjectClient } from '../support/project-client.ts';

const TURNS = [
  { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' },
  { speaker: 'Ben', text: 'The band costs 3,000 dollars, and I will call them.' },
  { speaker: 'Ada', text: 'Nobody knows yet what the weather will be.' },
];

/** A project with one conversation, which each test says in other words: answers are reused. */
async function projectAbout(api: ApiClient, topic: string): Promise<ProjectClient> {
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

/** What the reports are made by. */
export interface ReportingModel {
  readonly api: ApiClient;
  /** The language model, which is the default engine. */
  readonly stub: LanguageStub;
}

/** Declares the tests of reports by a language model. */
export function describeModelReports(model: () => ReportingModel): void {
  describe('a report by a language model', () => {
    it('has what the model has found in the words, and names the model', async () => {
      const { api } = model();
      const project = await projectAbout(api, 'festival');
      const report = await project.report('financial');
      expect(amountsOf(report)).toEqual(['12000 EUR', '3000 USD']);
      expect(report).toMatchObject({
        engine: expect.stringContaining('stub'),
        counts: { conversations: 1, dropped: {} },
      });
    });

    it('has none of the figures, quotes, speakers, dates, lines and types that a model invents, and counts them', async () => {
      const { api, stub } = model();
      const project = await projectAbout(api, 'concert');
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
      const { api, stub } = model();
      const project = await projectAbout(api, 'opera');
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
      const { api, stub } = model();
      const project = await projectAbout(api, 'ballet');
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
}
