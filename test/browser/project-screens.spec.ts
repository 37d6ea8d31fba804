import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { addDocument, converse, createProject, makeReport } from '../support/projects.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { ProjectVisit } from './project-visit.ts';
import { Visit } from './visit.ts';

const PHONE_WIDTH = 360;
const SIZES = {
  'a desk': { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  'a phone': { viewport: { width: PHONE_WIDTH, height: 740 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;

/** Statements of every block of both dashboards. */
const SAID = [
  'The budget for catering is 8,000 euros.',
  'We paid 300 euros for the cables.',
  'I paid 1,250 euros for the stage lights.',
  'We booked the band for 3,000 euros.',
  'The tent might cost 900 euros.',
  'Our goal is to sell 800 tickets by 1 December 2026.',
  'We have sold 340 tickets.',
  'The opening is planned for 12 December 2026.',
  'The opening was moved to 19 December 2026.',
  'I will send the contract to Marta by 20 November 2026.',
  'We are blocked because the permit has not arrived.',
  'There is a risk that it rains.',
  'We decided to rent the big tent.',
];

let stack: StackPlace;
let browser: Browser;
let projectId: string;
let visit: Visit;
let project: ProjectVisit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  const api = new ApiClient(stack.baseUrl);
  ({ id: projectId } = await createProject(api));
  await converse(api, projectId, ...SAID);
  await api.createConversation('A talk of no project');
  const text = 'Item,Amount\nTicket paper,"€1,300.00"\n';
  await addDocument(api, projectId, { fileName: 'costs.csv', text });
  for (const agent of ['financial', 'performance', 'financial', 'performance']) {
    await makeReport(api, projectId, agent);
  }
});
afterAll(() => browser.close());
afterEach(() => visit.end());

/** What is wrong with the page as it is now: access for everyone, and what is wider than it. */
async function faults(): Promise<readonly string[]> {
  const { width } = visit.page.viewportSize() ?? { width: 0 };
  const shown = await visit.page.evaluate<number>('document.documentElement.scrollWidth');
  const scroll = shown > width ? [`the page is ${shown} pixels wide`] : [];
  return [...(await accessibilityBreaches(visit.page)), ...scroll];
}

describe.each(Object.entries(SIZES))('on %s', (_where, options) => {
  beforeEach(async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    project = new ProjectVisit(visit, projectId);
  });

  it('the list of projects and the form of a new one are fit for everyone', async () => {
    await visit.goTo('/projects');
    await visit.the('project').first().waitFor();
    expect(await faults()).toEqual([]);
    await visit.the('new-project').click();
    await visit.the('project-name').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('the overview is, and leads to the dashboards', async () => {
    await project.open('');
    await visit.page.locator('[data-test=agent-summary][data-agent=performance]').waitFor();
    await visit.the('freshness').nth(1).getByText('Made').waitFor();
    expect(await faults()).toEqual([]);
    await project.openAgent('performance');
    expect(visit.page.url()).toContain('/agents/performance');
    expect(await visit.the('tab-performance').getAttribute('aria-current')).toBe('page');
  });

  it.each(['financial', 'performance'])(
    'the %s dashboard is, as charts and as tables',
    async (name) => {
      await project.open(`/agents/${name}`);
      await visit.the('block').first().waitFor();
      expect(await visit.the('row').count()).toBeGreaterThan(0);
      expect(await faults()).toEqual([]);
      const charts = visit.the('as-table');
      expect(await charts.count()).toBeGreaterThan(0);
      for (const chart of await charts.all()) await chart.click();
      await visit.the('open-history').click();
      await visit.the('difference').waitFor();
      expect(await faults()).toEqual([]);
    },
  );

  it('the evidence is, with every form in it', async () => {
    await project.open('/agents/financial?figure=financial/header/Spent');
    await visit.the('evidence-entry').first().waitFor();
    expect(await faults()).toEqual([]);
    await project.entry('cables').click();
    await visit.the('quote').first().waitFor();
    expect(await faults()).toEqual([]);
    await visit.the('correct-fact').click();
    await visit.the('correct-number').fill('much');
    await visit.the('correct-save').click();
    await visit.the('correction').getByRole('alert').waitFor();
    expect(await faults()).toEqual([]);
    await visit.the('same-as-fact').click();
    await visit.the('same-as-choice').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('the sources and the settings are', async () => {
    await project.open('/sources');
    await visit.page.locator('[data-document-state=read]').waitFor();
    await visit.the('project-conversation').waitFor();
    expect(await faults()).toEqual([]);
    await project.open('/settings');
    for (const row of ['amount', 'goal', 'milestone']) await visit.the(`add-${row}`).click();
    await visit.the('save-plan').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('the rail leads to all sections, and names the current one', async () => {
    await visit.goTo('/projects');
    for (const name of ['memories', 'activity', 'settings', 'conversations', 'projects']) {
      const section = visit.the(`section-${name}`);
      await section.click();
      await visit.page.locator(`[data-test=section-${name}][aria-current=page]`).waitFor();
      expect(await section.isVisible()).toBe(true);
    }
    expect(visit.reportedErrors).toEqual([]);
  });
});
