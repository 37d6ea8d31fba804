import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Memory } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const PHONE = { viewport: { width: 390, height: 800 } };
const NARRATIVE = 'Ada keeps the spare key under the stone.';

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

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('scoring on the page, %s', (screen, options) => {
  it('is off for one owner, whose memories wait and are scored once it is on again', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const ownerId = `unscored-${screen.length}`;
    await visit.goTo('/settings/scoring');
    await visit.the('unscored-owner-name').fill(ownerId);
    await visit.the('scoring-off').click();
    const owner = visit.the('unscored-owner').filter({ hasText: ownerId });
    await owner.getByText('0 memories waiting').waitFor();
    const body = { narrative: `${NARRATIVE} ${screen}`, ownerId };
    const { id } = await api.send<Memory>('POST', '/memories', body);
    await owner.getByText('1 memory waiting').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.goTo('/memories');
    await visit.the('least-0').click();
    const card = visit.the('memory').filter({ hasText: body.narrative });
    await card.getByText('while weighing is off').waitFor();
    await visit.goTo('/settings/scoring');
    await owner.getByTestId('scoring-on').click();
    await owner.waitFor({ state: 'detached' });
    await eventually(async () => {
      expect((await api.json<Memory>(`/memories/${id}`)).significance).not.toBeNull();
    }, 60_000);
    expect(visit.reportedErrors).toEqual([]);
  });
});
