import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(60_000);

let stack: StackPlace;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
  await visit.goTo('/settings/exports');
  await visit.the('import-file').waitFor();
});
afterEach(() => visit.end());

async function importText(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await visit.the('import-file').setInputFiles(file);
  await visit.the('import-now').click();
}

describe('an import on the page', () => {
  it('becomes a conversation that can be opened', async () => {
    await importText('Kitchen.txt', 'Ada: We paint the kitchen green in April.');
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'Kitchen.txt' });
    await card.getByText('1 conversation').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await card.locator('[data-test=imported-conversation]').click();
    await visit.page.getByText('We paint the kitchen green in April.').first().waitFor();
  });

  it('says what is wrong with a file', async () => {
    await importText('broken.srt', '1\n00:00:01,000 --> never\nHello');
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'broken.srt' });
    await card.getByText('Line 2: its times cannot be read.').waitFor();
  });
});
