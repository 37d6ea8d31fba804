import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { converse, createProject, makeReport } from '../support/projects.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { launchBrowser } from './browser.ts';
import { followPlayback, playback } from './playback.ts';
import { focusedOn, ProjectVisit } from './project-visit.ts';
import { Visit } from './visit.ts';

const RECORDING = path.resolve(import.meta.dirname, '../audio/statements/stage-lights.mp3');
/** When the statement begins in the recording: after the first sentence and a pause. */
const STATED_MS = 4_800;
const LEAD_MS = 2_000;
/** How exactly a speech engine knows when a word begins. */
const WORD_MS = 300;

const CABLES = 'We paid 300 euros for the cables.';
const LIGHTS = 'I paid 1,250 euros for the stage lights.';
const BAND = 'We booked the band for 3,000 euros.';

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

/** A project in which amounts were said, with its report. */
async function reportedProject(): Promise<void> {
  await converse(api, project.projectId, CABLES, LIGHTS, BAND);
  await makeReport(api, project.projectId);
}

describe('an amount that was said in a recording', () => {
  it('is found from its number, and heard from at most two seconds before it', async () => {
    await followPlayback(visit.page);
    await visit.goTo('/');
    await visit.the('section-projects').click();
    await visit.the('new-project').click();
    await visit.the('project-name').fill('Light show');
    await visit.the('create-project').click();
    await visit.the('project-title').getByText('Light show').waitFor();

    await visit.the('tab-sources').click();
    await visit.the('begin-in-project').click();
    await visit.page.waitForURL(/\/conversations\/cnv_/);
    await visit.choose(RECORDING);
    await visit.seesType('transcription', 'completed');

    await visit.the('section-projects').click();
    await visit.the('project').filter({ hasText: 'Light show' }).click();
    await project.openAgent();
    await visit.the('refresh').click();
    await project.sees('Spent', '€1,200');
    await project.figure('financial/header/Spent').click();
    await visit.the('quote').getByText('for the stage lights').waitFor();
    expect(await visit.the('evidence-value').innerText()).toBe('€1,200.00');
    expect(await visit.the('quote-value').innerText()).toMatch(/^1,200/);

    await visit.the('evidence-play').click();
    const { startedAtMs } = await eventually(() => playback(visit.page));
    expect(startedAtMs).toBeGreaterThanOrEqual(STATED_MS - LEAD_MS - WORD_MS);
    expect(startedAtMs).toBeLessThan(STATED_MS);
    await eventually(async () => {
      const { positionMs, paused } = await playback(visit.page);
      expect({ paused, heard: positionMs > STATED_MS }).toEqual({ paused: false, heard: true });
      expect(await visit.the('evidence-position').innerText()).toMatch(/^0:0[5-8]$/);
    });
    expect(await visit.the('evidence-said-at').innerText()).toMatch(/^0:0[45]$/);
    await visit.the('evidence-play').click();
    await eventually(async () => expect((await playback(visit.page)).paused).toBe(true));

    await visit.the('source-link').click();
    await visit.page
      .locator('.segment.lit')
      .locator('p')
      .getByText('stage lights')
      .first()
      .waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('what a person decides of a statement', () => {
  it('changes the total live in another window, and can be undone', async () => {
    await reportedProject();
    const other = new ProjectVisit(await Visit.begin(browser, stack.baseUrl), project.projectId);
    for (const each of [project, other]) {
      await each.open();
      await each.sees('Spent', '€1,550');
      await each.visit.page.evaluate('window.never = "reloaded"');
    }
    await project.openStatement('stage lights');
    await visit.the('correct-fact').click();
    await visit.the('correct-number').fill('1,450');
    await visit.the('correct-save').click();
    await other.sees('Spent', '€1,750');
    await project.sees('Spent', '€1,750');
    await visit.the('undo-decision').click();
    await other.sees('Spent', '€1,550');
    await visit.the('undo-decision').waitFor({ state: 'detached' });
    await visit.the('reject-fact').click();
    await other.sees('Spent', '€300');
    await visit.page.locator('[data-fact-state=rejected]').waitFor();
    for (const each of [project, other]) {
      expect(await each.visit.page.evaluate('window.never')).toBe('reloaded');
      expect(each.visit.reportedErrors).toEqual([]);
    }
    await other.visit.end();
  });

  it('is refused with a sentence when a corrected amount is no number', async () => {
    await reportedProject();
    await project.open();
    await project.openStatement('cables');
    await visit.the('correct-fact').click();
    await visit.the('correct-number').fill('about 300');
    await visit.the('correct-save').click();
    await visit.the('correction').getByRole('alert').getByText('Write a number').waitFor();
    await project.sees('Spent', '€1,550');
  });

  it('lets the same payment count once when it was said twice in other words', async () => {
    await converse(api, project.projectId, CABLES, 'I spent 300 euros on the leads.');
    await makeReport(api, project.projectId);
    await project.open();
    await project.sees('Spent', '€600');
    await project.openStatement('leads');
    await visit.the('same-as-fact').click();
    const choice = visit.the('same-as-choice');
    await choice.selectOption({ label: await choice.locator('option').nth(1).innerText() });
    await visit.the('same-as-save').click();
    await project.sees('Spent', '€300');
  });
});

describe('a figure', () => {
  it('opens the statements that add up to it, and each of them its words', async () => {
    await reportedProject();
    await project.open();
    await project.figure('financial/header/Spent').click();
    expect(await visit.the('evidence-value').innerText()).toBe('€1,550.00');
    expect(await visit.the('evidence-how').innerText()).toContain('Expenses');
    expect(await visit.the('evidence-entry').allInnerTexts()).toEqual([
      expect.stringContaining('€300.00'),
      expect.stringContaining('€1,250.00'),
    ]);
    await project.entry('cables').click();
    await visit.the('quote').first().waitFor();
    expect((await visit.the('quote').allInnerTexts()).join('')).toContain('We paid');
    expect(await visit.the('quote-value').innerText()).toBe('300 euros');
    // A typed turn cannot be heard.
    expect(await visit.the('evidence-play').count()).toBe(0);
    await visit.the('evidence-up').click();
    expect(await visit.the('evidence-entry').count()).toBe(2);
  });

  it('of a chart opens by keyboard as well', async () => {
    await reportedProject();
    await project.open();
    await visit.the('column').first().press('Enter');
    await visit.the('evidence-value').getByText('€1,550.00').waitFor();
    await visit.page.keyboard.press('Escape');
    await visit.the('bar').first().press(' ');
    await visit.the('evidence').waitFor();
  });
});

describe('evidence in the address of the page', () => {
  it('opens directly, and Back, Escape and the button close it', async () => {
    await reportedProject();
    const { items } = await api.json<{ items: { id: string; label: string }[] }>(
      `/projects/${project.projectId}/facts?agent=financial`,
    );
    const cables = items.find(({ label }) => label === 'cables');
    await project.open(`/agents/financial?fact=${cables?.id}`);
    await visit.page.locator(`[data-fact="${cables?.id}"]`).waitFor();
    await visit.page.keyboard.press('Escape');
    await visit.the('evidence').waitFor({ state: 'detached' });
    expect(visit.page.url()).not.toContain('fact=');

    await project.open('/agents/financial?figure=financial/header/Spent');
    await visit.the('evidence-value').getByText('€1,550.00').waitFor();
    await visit.the('evidence-close').click();
    await visit.the('evidence').waitFor({ state: 'detached' });

    await project.figure('financial/header/Committed').click();
    await visit.the('fact').waitFor();
    expect(visit.page.url()).toContain('figure=');
    await visit.page.goBack();
    await visit.the('evidence').waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });

  it('gives the focus back to the number that opened it', async () => {
    await reportedProject();
    await project.open();
    await project.figure('financial/header/Spent').press('Enter');
    await visit.the('evidence').waitFor();
    await project.entry('cables').click();
    await visit.the('fact').waitFor();
    await visit.page.keyboard.press('Escape');
    await eventually(async () => {
      expect(await focusedOn(visit)).toBe('figure financial/header/Spent');
    });
  });
});
