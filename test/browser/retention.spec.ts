import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConversationDetail } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { query } from '../support/query.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

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

/** A typed conversation of an owner whose last exchange was so many days ago. */
async function aged(ownerId: string, days: number): Promise<string> {
  const { id } = await api.createConversation(`Of ${ownerId}`, { ownerId });
  await api.say(id, { speaker: 'Ada', text: 'The lighthouse opens on Monday.' });
  await api.settled(id);
  for (const [table, column] of [
    ['exchanges', 'conversation_id'],
    ['conversations', 'id'],
  ]) {
    await query(
      stack.databaseUrl,
      `UPDATE ${table} SET created_at = created_at - $2 * interval '1 day' WHERE ${column} = $1`,
      [id, days],
    );
  }
  return id;
}

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('retention on the page, %s', (screen, options) => {
  it('is tried, set, applied and taken away', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const ownerId = `keeper-${screen.length}`;
    const old = await aged(ownerId, 40);
    const young = await aged(ownerId, 1);
    await visit.goTo('/settings/retention');
    await visit.the('retention-subject').selectOption('transcripts');
    await visit.the('retention-owner').fill(ownerId);
    await visit.the('retention-days').fill('60');
    await visit.the('retention-due').getByText('nothing would be removed').waitFor();
    await visit.the('retention-days').fill('30');
    await visit.the('retention-due').getByText('the words of 1 conversation').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('set-retention').click();
    const rule = visit.the('retention-rule').filter({ hasText: ownerId });
    await rule.getByText(`Transcripts of ${ownerId} are kept for 30 days.`).first().waitFor();
    await visit.the('apply-retention').click();
    await visit.the('apply-retention-consent').click();
    await eventually(async () => {
      const found = await api.json<ConversationDetail>(`/conversations/${old}`);
      expect(found.transcriptRemovedAt).not.toBeNull();
    }, 60_000);
    const { turns } = await api.transcript(old);
    expect(turns.flatMap(({ segments }) => segments)).toEqual([]);
    expect((await api.summary(old)).overview).not.toBe('');
    expect((await api.transcript(young)).turns[0]?.segments).toHaveLength(1);
    await visit.goTo(`/conversations/${old}`);
    await visit.the('no-longer-kept').getByText('What was said before is').waitFor();
    await visit.goTo('/settings/retention');
    await rule.getByRole('button').click();
    await rule.waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });
});
