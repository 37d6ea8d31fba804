import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { ERROR_DEFINITIONS } from '#contracts/model';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { converse, createProject, makeReport } from '../support/projects.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { launchBrowser } from './browser.ts';
import { ProjectVisit } from './project-visit.ts';
import { Visit } from './visit.ts';

const CABLES = 'We paid 300 euros for the cables.';
const LIGHTS = 'I paid 1,250 euros for the stage lights.';

const TABLE = {
  name: 'costs.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Date,Type,Item,Amount',
      '2026-11-02,Expense,Ticket paper,"€1,300.00"',
      '2026-11-09,Expense,Stage carpet,€450.50',
      '',
    ].join('\n'),
  ),
};
const BROKEN = {
  name: 'offer.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nthe rest of this file was lost'),
};

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

/** The milestones of the plan that is stored. */
async function milestones(): Promise<unknown> {
  const path = `/projects/${project.projectId}/plan`;
  return (await api.json<{ milestones: unknown }>(path)).milestones;
}

describe('the sources of a project', () => {
  it('are conversations that are added and taken out', async () => {
    const { id } = await api.createConversation('A talk about cables');
    await api.say(id, { speaker: 'Ada', text: CABLES });
    await project.open('/sources');
    await visit.the('free-conversation').selectOption({ label: 'A talk about cables' });
    await visit.the('add-conversation').click();
    const added = visit.the('project-conversation').filter({ hasText: 'A talk about cables' });
    await added.waitFor();
    await project.openAgent();
    await visit.the('refresh').click();
    await project.sees('Spent', '€300');
    await visit.the('tab-sources').click();
    await added.getByTestId('take-out').click();
    await added.waitFor({ state: 'detached' });
    await project.openAgent();
    await project.sees('Spent', '€0');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('are tables whose amounts lead to their rows', async () => {
    await project.open('/sources');
    await visit.the('document-input').setInputFiles(TABLE);
    const read = visit.page.locator('[data-document-state=read]');
    await read.getByTestId('document-file').getByText('costs.csv').waitFor();
    await project.openAgent();
    await visit.the('refresh').click();
    await project.sees('Spent', '€1,750.50');
    await project.openStatement('Stage carpet');
    await visit
      .the('fact-source')
      .getByText(/costs\.csv, row 3/)
      .waitFor();
    expect(await visit.the('quote-value').innerText()).toContain('450.50');
    const [file] = await Promise.all([
      visit.page.waitForEvent('download'),
      visit.the('source-file').click(),
    ]);
    expect(await readFile(await file.path())).toEqual(TABLE.buffer);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('that cannot be read say why, and can be removed', async () => {
    await project.open('/sources');
    await visit.the('document-input').setInputFiles(BROKEN);
    const failed = visit.page.locator('[data-document-state=failed]');
    await failed.getByTestId('document-error').waitFor();
    const { nextAction } = ERROR_DEFINITIONS.document_unreadable;
    await failed.getByText(nextAction).waitFor();
    await failed.getByTestId('delete-document').click();
    await failed.waitFor({ state: 'detached' });
    await visit.the('undo-deletion').click();
    await failed.waitFor();
    await failed.getByTestId('delete-document').click();
    await failed.waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('the settings of a project', () => {
  it('have a budget, which the charts compare with', async () => {
    await converse(api, project.projectId, CABLES);
    await makeReport(api, project.projectId);
    await project.open('/settings');
    await visit.the('add-amount').click();
    await visit.the('budget-category').fill('Equipment');
    await visit.the('budget-amount').fill('a lot');
    await visit.the('save-plan').click();
    await visit.page.getByText('Amounts of the budget are numbers').waitFor();
    await visit.the('budget-amount').fill('2,000');
    await visit.the('save-plan').click();
    await visit.the('plan-saved').getByText('Saved.').waitFor();
    await project.openAgent();
    await project.sees('Budget', '€2,000');
    await project.sees('Left', '€1,700');
    const bar = visit.the('bar').first();
    expect(await bar.getAttribute('aria-label')).toBe('Equipment: Spent €300, Budget €2,000');
    expect(await bar.locator('.reference').count()).toBe(1);
    await project.figure('financial/categories/Equipment/reference').click();
    await visit.the('evidence-entry').getByText('from the plan').waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });

  it('follow what is saved in another window, and never write over it unasked', async () => {
    const second = await Visit.begin(browser, stack.baseUrl);
    await project.open('/settings');
    await new ProjectVisit(second, project.projectId).open('/settings');
    await second.the('add-milestone').click();
    await second.the('milestone-name').fill('Opening');
    await second.the('milestone-on').fill('2026-12-24');
    await second.the('save-plan').click();
    await second.the('plan-saved').getByText('Saved.').waitFor();
    await eventually(async () => {
      expect(await visit.the('milestone-name').inputValue()).toBe('Opening');
    });

    await visit.the('milestone-name').fill('Grand opening');
    await second.the('milestone-on').fill('2026-12-31');
    await second.the('save-plan').click();
    await second.the('plan-saved').getByText('Saved.').waitFor();
    await visit.the('save-plan').click();
    await visit.the('plan-conflict').waitFor();
    expect(await milestones()).toEqual([{ name: 'Opening', on: '2026-12-31' }]);
    await visit.the('plan-replace').click();
    await visit.the('plan-saved').getByText('Saved.').waitFor();
    expect(await milestones()).toEqual([{ name: 'Grand opening', on: '2026-12-24' }]);
    await visit.the('plan-conflict').waitFor({ state: 'detached' });
    await second.end();
  });

  it('change its name and currency', async () => {
    await project.open('/settings');
    await visit.the('project-name').fill('Winter festival');
    await visit.the('project-currency').selectOption('CHF');
    await visit.the('save-project').click();
    await visit.the('project-saved').getByText('Saved.').waitFor();
    await visit.the('project-title').getByText('Winter festival').waitFor();
    await visit.page.getByText('Nothing in it yet · CHF').waitFor();
  });

  it('delete it, and it comes back with Undo; its conversation is kept', async () => {
    const conversationId = await converse(api, project.projectId, CABLES);
    await makeReport(api, project.projectId);
    await project.open('/settings');
    await visit.the('delete-project').click();
    await visit.page.waitForURL(/\/app\/projects$/);
    await visit.the('deletion').getByText('is in the bin').waitFor();
    expect((await api.fetch(`/projects/${project.projectId}`)).status).toBe(404);
    const belongsTo = async () =>
      (await api.json<{ projectId: string | null }>(`/conversations/${conversationId}`)).projectId;
    expect(await belongsTo()).toBeNull();
    await visit.the('undo-deletion').click();
    await visit.the('project-title').getByText('Summer festival').waitFor();
    expect(await belongsTo()).toBe(project.projectId);
    await project.openAgent();
    await project.sees('Spent', '€300');
    // The page may ask for the project once more when it is just gone.
    const others = visit.reportedErrors.filter((error) => !error.includes(project.projectId));
    expect(others).toEqual([]);
  });
});

describe('reports', () => {
  it('are compared with earlier ones', async () => {
    const conversationId = await converse(api, project.projectId, CABLES);
    await makeReport(api, project.projectId);
    await api.say(conversationId, { speaker: 'Ada', text: LIGHTS });
    await makeReport(api, project.projectId);
    await project.open();
    await visit.the('open-history').click();
    await visit.the('difference').getByRole('heading', { name: 'New' }).waitFor();
    const spent = visit.the('difference').getByRole('row', { name: 'Spent' });
    expect(await spent.getByRole('cell').allInnerTexts()).toEqual(['€300', '€1,550']);
    await visit
      .the('difference')
      .getByText(/^stage lights · €1,250/)
      .waitFor();

    const [later = '', earlier = ''] = await Promise.all(
      ['compare-later', 'compare-earlier'].map((name) => visit.the(name).inputValue()),
    );
    await visit.the('compare-later').selectOption(earlier);
    await visit.the('history').getByText('These are the same report').waitFor();
    await visit.the('compare-earlier').selectOption(later);
    await visit.the('difference').getByRole('heading', { name: 'Gone' }).waitFor();
    expect(await spent.getByRole('cell').allInnerTexts()).toEqual(['€1,550', '€300']);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('are saved as CSV with plain numbers, from charts as well', async () => {
    await converse(api, project.projectId, CABLES, LIGHTS);
    await makeReport(api, project.projectId);
    await project.open();
    const ledger = await csvOf('ledger');
    expect(ledger.map((row) => row['Amount (EUR)'])).toEqual(['300', '1250']);
    expect(ledger).toHaveLength(await project.rows('ledger').count());
    const bars = await csvOf('categories');
    expect(bars.map((row) => [row['Name'], row['Spent (EUR)']])).toEqual([
      ['Venue', '1250'],
      ['Equipment', '300'],
    ]);
    const categories = visit.page.locator('[data-block=categories]');
    await categories.getByTestId('as-table').click();
    expect(await project.rows('categories').allInnerTexts()).toEqual([
      expect.stringMatching(/Venue\s+€1,250\.00/),
      expect.stringMatching(/Equipment\s+€300\.00/),
    ]);
  });
});

/** Saves a block as CSV. @returns its rows, by their headings */
async function csvOf(block: string): Promise<Record<string, string>[]> {
  const button = visit.page.locator(`[data-block=${block}]`).getByTestId('csv');
  const [file] = await Promise.all([visit.page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe(`financial-${block}.csv`);
  const text = await readFile(await file.path(), 'utf8');
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}
