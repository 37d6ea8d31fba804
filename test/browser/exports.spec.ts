import { readFile } from 'node:fs/promises';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { OpenedZip } from '../support/opened-zip.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

let stack: StackPlace;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
});
afterEach(() => visit.end());

describe('an export on the page', () => {
  it('is made of a conversation, downloaded, listed under Settings, and removed', async () => {
    await visit.beginConversation();
    await visit.say('Ada', 'We meet in the small room on Tuesday.');
    await visit.seesType('summary', 'completed');
    await visit.the('export-now').click();
    const link = visit.the('download-export');
    await link.waitFor();
    const [download] = await Promise.all([visit.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    const zip = await OpenedZip.open(await download.path());
    expect(await zip.text(zip.pathOf('transcript.md'))).toContain('small room on Tuesday');
    expect((await readFile(await download.path())).length).toBeGreaterThan(0);

    await visit.page.getByRole('link', { name: 'Settings' }).click();
    await visit.page.getByRole('link', { name: 'Exports', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'Exports', exact: true }).waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    const listed = visit.page.locator('[data-test=export]').first();
    await listed.locator('[data-test=remove-export]').click();
    await listed.locator('[data-test=remove-export-consent]').click();
    await visit.page.getByText('None yet.').waitFor();
  });
});
