import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TaskPage } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { converse, createProject, makeReport } from '../support/projects.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { whileWorkerStopped, whileWorkerStoppedAt } from '../support/stopped-worker.ts';
import { launchBrowser } from './browser.ts';
import { focusedOn, ProjectVisit } from './project-visit.ts';
import { Visit } from './visit.ts';

const CONVERSATIONS = 60;
const TURNS = 40;
const CABLES = 'We paid 300 euros for the cables.';
const LIGHTS = 'I paid 1,250 euros for the stage lights.';

jest.setTimeout(3 * 60_000);

let stack: StackPlace;
let browser: Browser;
let api: ApiClient;
let visit: Visit;
let project: ProjectVisit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  api = new ApiClient(stack.baseUrl);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
  const { id } = await createProject(api);
  project = new ProjectVisit(visit, id);
});
afterEach(() => visit.end());

/** Fills the project with so much that reading it takes seconds; the newest talk has an amount. */
async function talkMuch(): Promise<void> {
  for (let talk = 1; talk <= CONVERSATIONS; talk += 1) {
    const filler = Array.from({ length: TURNS }, () => 'We went through the list once more.');
    const last = talk === CONVERSATIONS ? [CABLES] : [];
    await converse(api, project.projectId, ...filler, ...last);
  }
}

/** Does something while the worker is stopped, so that no refresh can end before. */
const whileStopped = (act: () => Promise<void>) => whileWorkerStopped(stack, act);

/** All refreshes of the project. */
async function refreshes(): Promise<TaskPage['items']> {
  const { items } = await api.tasks('?type=agent_report&limit=200');
  return items.filter(({ workflowId }) => workflowId.endsWith(project.projectId));
}

/** Whether the newest refresh has read some of its sources. */
async function hasReadSome(): Promise<boolean> {
  const [refresh] = await refreshes();
  return (refresh?.progress.done ?? 0) > 0;
}

describe('a refresh', () => {
  it('is watched with its step and its percentage, and is found again by who comes back', async () => {
    await talkMuch();
    await project.open();
    await visit.record('progress');
    await whileStopped(async () => {
      await visit.the('refresh').click();
      await visit.the('progress').waitFor();
      await visit.the('section-memories').click();
      await visit.page.getByRole('heading', { name: 'Memories', level: 1 }).waitFor();
      await visit.page.goBack();
      await visit.the('progress').waitFor();
      expect(await visit.the('refresh').getAttribute('aria-disabled')).toBe('true');
    });
    await project.sees('Spent', '€300');
    await visit.the('freshness').getByText(`from ${CONVERSATIONS} conversations`).waitFor();
    await visit.the('refresh-run').waitFor({ state: 'detached' });
    const shown = await visit.recorded('progress');
    expect(shown.join('\n')).toMatch(/\d+ of 60 sources · .+ so far/);
    const percentages = shown.flatMap((text) => {
      const [, percent] = /^Reading what was said\s+(\d+) %/.exec(text) ?? [];
      return percent === undefined ? [] : [Number(percent)];
    });
    expect(percentages).toEqual(percentages.toSorted((one, other) => one - other));
    expect(percentages.some((percent) => percent > 0 && percent < 99)).toBe(true);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('goes on while nobody looks, and its result is there afterwards', async () => {
    await converse(api, project.projectId, CABLES);
    await project.open();
    await whileStopped(async () => {
      await visit.the('refresh').click();
      await visit.the('refresh-run').waitFor();
      await visit.page.goto('about:blank');
    });
    await eventually(async () => {
      expect(await refreshes()).toMatchObject([{ state: 'completed' }]);
    });
    await project.open();
    await project.sees('Spent', '€300');
    expect(await visit.the('refresh-run').count()).toBe(0);
    expect(await visit.the('out-of-date').count()).toBe(0);
  });

  it('of a second visitor joins the one that runs', async () => {
    await converse(api, project.projectId, CABLES);
    const second = await Visit.begin(browser, stack.baseUrl);
    const other = new ProjectVisit(second, project.projectId);
    await Promise.all([project.open(), other.open()]);
    await whileStopped(async () => {
      await Promise.all([visit.the('refresh').click(), second.the('refresh').click()]);
      await Promise.all([visit, second].map((each) => each.the('refresh-run').waitFor()));
      expect(await refreshes()).toHaveLength(1);
    });
    await Promise.all([project, other].map((each) => each.sees('Spent', '€300')));
    expect(await refreshes()).toHaveLength(1);
    expect([...visit.reportedErrors, ...second.reportedErrors]).toEqual([]);
    await second.end();
  });

  it('is cancelled; what it has read is kept, and the next one reads the rest', async () => {
    await talkMuch();
    await project.open();
    const begin = () => visit.the('refresh').click();
    await whileWorkerStoppedAt(stack, { begin, reached: hasReadSome }, async () => {
      await visit.the('cancel').click();
      await visit.the('progress').getByText('Stopping').waitFor();
    });
    await visit.the('refresh-failed').getByText('was cancelled').waitFor();
    expect(await focusedOn(visit)).toBe('refresh');
    expect(await refreshes()).toMatchObject([{ state: 'cancelled' }]);
    await visit.the('refresh').click();
    await project.sees('Spent', '€300');
    await visit.the('refresh-failed').waitFor({ state: 'detached' });
    const [next] = await refreshes();
    expect(next?.state).toBe('completed');
    expect(next?.progress.total).toBeLessThan(CONVERSATIONS);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('a report', () => {
  it('is out of date as soon as something new is said', async () => {
    const conversationId = await converse(api, project.projectId, CABLES);
    await makeReport(api, project.projectId);
    await project.open();
    await project.sees('Spent', '€300');
    expect(await visit.the('out-of-date').count()).toBe(0);
    await api.say(conversationId, { speaker: 'Ada', text: LIGHTS });
    await visit.the('out-of-date').waitFor();
    await visit.the('refresh').click();
    await project.sees('Spent', '€1,550');
    await visit.the('out-of-date').waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });
});
