import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConversationPage } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(4 * 60_000);

const PHONE = { viewport: { width: 390, height: 800 } };

let stack: StackPlace;
let api: ApiClient;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  api = new ApiClient(stack.baseUrl);
});
afterAll(() => browser.close());
afterEach(async () => {
  await visit.end();
});

const conversationsOf = async (ownerId: string) =>
  (await api.json<ConversationPage>(`/conversations?ownerId=${ownerId}`)).items;

describe('the erasure of an owner on the page', () => {
  it('begins only when the name is typed twice, and says what is gone, on a phone', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, PHONE);
    const [gone, kept] = ['leaver-1', 'stayer-1'];
    for (const ownerId of [gone, kept]) {
      const { id } = await api.createConversation(`Secrets of ${ownerId}`, { ownerId });
      await api.say(id, { speaker: 'Ada', text: 'The lighthouse opens on Monday.' });
      await api.settled(id);
    }
    await visit.goTo('/settings/erasures');
    await visit.the('erase-owner').fill(gone);
    await visit.the('erase-confirm').fill('leaver');
    expect(await visit.the('erase-now').getAttribute('aria-disabled')).toBe('true');
    await visit.the('erase-confirm').press('Enter');
    expect(await conversationsOf(gone)).toHaveLength(1);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('erase-confirm').fill(gone);
    await visit.the('erase-now').click();
    const card = visit.the('erasure').first();
    await card.getByText('Erased', { exact: true }).waitFor({ timeout: 200_000 });
    await card.getByText('1 conversation').waitFor();
    expect(await conversationsOf(gone)).toEqual([]);
    expect(await conversationsOf(kept)).toHaveLength(1);
    expect(await visit.page.getByText(gone).count()).toBe(0);
    expect(visit.reportedErrors).toEqual([]);
  });
});
