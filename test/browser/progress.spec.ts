import type { Browser } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { converse, createProject, makeReport } from '../support/projects.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { launchBrowser } from './browser.ts';
import { ProjectVisit } from './project-visit.ts';
import { Visit } from './visit.ts';

const PERFORMANCE = 'performance';

let browser: Browser;
let visit: Visit;
let project: ProjectVisit;

beforeAll(async () => {
  const [stack, launched] = await Promise.all([sharedStack(), launchBrowser()]);
  browser = launched;
  const api = new ApiClient(stack.baseUrl);
  const { id } = await createProject(api);
  const planned = 'The opening is planned for 12 December 2027.';
  await converse(api, id, planned, 'I think the opening is on 19 December 2027.');
  await makeReport(api, id, PERFORMANCE);
  visit = await Visit.begin(browser, stack.baseUrl);
  project = new ProjectVisit(visit, id);
  await project.open(`/agents/${PERFORMANCE}`);
});
afterAll(async () => {
  await visit.end();
  await browser.close();
});

describe('the dashboard of progress', () => {
  it('shows how much was said as plain text, with what it is counted from', async () => {
    const talk = visit.page.locator('[data-block=talk]');
    await talk.getByTestId('block-note').getByText('Counted from every turn').waitFor();
    expect(await talk.getByTestId('row').count()).toBe(1);
    expect(await talk.getByTestId('figure').count()).toBe(0);
  });

  it('shows a held date, which a person opens and confirms', async () => {
    const held = project.rows('open');
    await held.getByText('19 Dec 2027').waitFor();
    await held.getByTestId('figure').first().click();
    await visit.the('fact').waitFor();
    await visit.the('confirm-fact').click();
    await held.getByText('Another statement differs').first().waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});
