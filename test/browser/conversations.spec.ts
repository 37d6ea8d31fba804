import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

let api: ApiClient;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  const stack = await sharedStack();
  browser = await launchBrowser();
  api = new ApiClient(stack.baseUrl);
  visit = await Visit.begin(browser, stack.baseUrl, {});
});
afterAll(async () => {
  await visit.end();
  await browser.close();
});

const shown = (title: string) => visit.the('conversation').filter({ hasText: title });

describe('the list of conversations', () => {
  it('reaches the oldest one, and finds it by what was said', async () => {
    const { id } = await api.createConversation('The first of many');
    await api.say(id, { speaker: 'Ada', text: 'A lighthouse keeper called Zebulon.' });
    for (let number = 0; number < 25; number += 1) await api.createConversation(`Later ${number}`);
    await visit.goTo('/');
    await shown('Later 24').waitFor();
    expect(await shown('The first of many').count()).toBe(0);
    await visit.the('older-conversations').click();
    await shown('The first of many').waitFor();
    await visit.goTo('/');
    await visit.the('search-conversations').fill('zebulon lighthouse');
    await shown('The first of many').waitFor();
    await eventually(async () => expect(await visit.the('conversation').count()).toBe(1));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });

  it('has no conversation that is archived, which can be put back', async () => {
    const { id } = await api.createConversation('To be put away');
    await visit.goTo(`/conversations/${id}`);
    await visit.the('archive').click();
    await visit.page.getByText('It is archived').waitFor();
    await visit.goTo('/');
    await shown('Later 24').waitFor();
    expect(await shown('To be put away').count()).toBe(0);
    await visit.the('show-archived').check();
    await shown('To be put away').click();
    await visit.the('archive').click();
    await visit.page.getByText('It leaves the list').waitFor();
    await visit.goTo('/');
    await shown('To be put away').waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});
