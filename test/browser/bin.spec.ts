import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { formatFile } from '../support/audio-files.ts';
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

/** A conversation whose page is open. */
async function opened(title: string): Promise<string> {
  const { id } = await api.createConversation(title);
  await api.say(id, { speaker: 'Ada', text: 'We meet in the small room.' });
  await api.settled(id);
  await visit.goTo(`/conversations/${id}`);
  await visit.page.getByText('We meet in the small room.').first().waitFor();
  return id;
}

const statusOf = async (id: string) => (await api.fetch(`/conversations/${id}`)).status;
const listed = (title: string) => visit.the('conversation').filter({ hasText: title });
const binned = (title: string) => visit.the('bin-item').filter({ hasText: title });

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('a conversation on the page, %s', (screen, options) => {
  beforeEach(async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
  });

  it('is deleted without a question, and comes back with Undo', async () => {
    const title = `Deleted by mistake ${screen}`;
    const id = await opened(title);
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    expect(await statusOf(id)).toBe(404);
    await eventually(async () => expect(await listed(title).count()).toBe(0));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await visit.page.getByText('We meet in the small room.').first().waitFor();
    expect(await visit.the('deletion').count()).toBe(0);
    expect(await statusOf(id)).toBe(200);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('that is deleted elsewhere is no longer shown, but where to find it', async () => {
    const id = await opened(`Deleted elsewhere ${screen}`);
    await fetch(`${stack.baseUrl}/conversations/${id}`, { method: 'DELETE' });
    await visit.the('gone').getByRole('link', { name: 'bin' }).waitFor();
    expect(await visit.page.getByText('We meet in the small room.').count()).toBe(0);
  });

  it('is restored from the bin, or deleted for good after a question', async () => {
    const title = `Private ${screen}`;
    const id = await opened(title);
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.button('Close').click();
    await visit.page.getByRole('link', { name: 'Settings' }).click();
    await visit.page.getByRole('link', { name: 'Bin', exact: true }).click();
    await binned(title).getByText('kept until').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await binned(title).getByTestId('restore').click();
    await binned(title).waitFor({ state: 'detached' });
    expect(await statusOf(id)).toBe(200);

    // The page hears of it when it is deleted somewhere else.
    await api.fetch(`/conversations/${id}`, { method: 'DELETE' });
    await binned(title).getByTestId('delete-now').click();
    await visit.button('No, go on').click();
    await binned(title).getByTestId('delete-now').click();
    await visit.the('delete-now-consent').click();
    await binned(title).waitFor({ state: 'detached' });
    const restored = await api.fetch(`/conversations/${id}/restore`, { method: 'POST' });
    expect(restored.status).toBe(404);
    await eventually(async () => {
      const types = (await api.eventLog(`conversationId=${id}&limit=200`)).map(({ type }) => type);
      expect(types).toContain('conversation_purged');
    });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('a memory on the page, %s', (screen, options) => {
  it('is deleted without a question, comes back with Undo, and is in the bin', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const said = `The marmalade clock stands in room ${screen.length}.`;
    const { id } = await api.createConversation(`A clock ${screen}`);
    await api.say(id, { speaker: 'Ada', text: said });
    await api.settled(id);
    const [memory] = (await api.memories(`?conversationId=${id}`)).items;
    const path = `/memories/${memory?.id}`;
    await visit.goTo(`/conversations/${id}`);
    const shown = visit.the('memory').filter({ hasText: said });
    await shown.getByTestId('delete-memory').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await shown.waitFor({ state: 'detached' });
    expect((await api.fetch(path)).status).toBe(404);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await shown.waitFor();
    expect((await api.fetch(path)).status).toBe(200);
    await shown.getByTestId('delete-memory').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.goTo('/settings/bin');
    await binned(said).getByText('Memory, deleted').waitFor();
    await binned(said).getByTestId('restore').click();
    await binned(said).waitFor({ state: 'detached' });
    expect((await api.fetch(path)).status).toBe(200);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('what was said in a conversation on the page, %s', (screen, options) => {
  const turnWith = (words: string) => visit.the('turn').filter({ hasText: words });
  const inBin = () => visit.the('deletion').getByText('is in the bin').waitFor();

  it('is deleted without a question, comes back with Undo, and is in the bin', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const said = `The velvet ladder is ${screen.length} feet long.`;
    const { id } = await api.createConversation(`A ladder ${screen}`);
    await api.say(id, { speaker: 'Ada', text: 'We meet in the small room.' });
    await api.say(id, { speaker: 'Kaito', text: said }, { speaker: 'Ada', text: 'That is long.' });
    await api.settled(id);
    await visit.goTo(`/conversations/${id}`);
    await visit.the('overview').getByText(said).waitFor();
    await turnWith(said).hover();
    await visit.button(/^Delete these 2 turns/).click();
    await inBin();
    await turnWith(said).waitFor({ state: 'detached' });
    expect(await turnWith('That is long.').count()).toBe(0);
    expect(await turnWith('We meet in the small room.').count()).toBe(1);
    await visit.the('summary').getByText(said).waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await visit.the('memory').filter({ hasText: said }).count()).toBe(0),
    );
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await turnWith('That is long.').waitFor();
    expect(await visit.the('turn').allInnerTexts()).toEqual([
      expect.stringContaining('small room'),
      expect.stringContaining(said),
      expect.stringContaining('That is long.'),
    ]);
    expect(visit.page.url()).toContain(id);
    await turnWith(said).hover();
    await turnWith(said).getByTestId('delete-exchange').click();
    await inBin();
    await visit.goTo('/settings/bin');
    await binned(`Kaito: ${said}`).getByText('Exchange, deleted').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await binned(said).getByTestId('restore').click();
    await binned(said).waitFor({ state: 'detached' });
    expect((await api.transcript(id)).turns).toHaveLength(3);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('is a recording that is not heard any longer, and can be deleted for good', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const file = `velvet ${screen}.wav`;
    const audio = path.join(stack.dataFolder, file);
    await copyFile(formatFile('sentence.wav'), audio);
    const { id } = await api.createConversation(`A recording ${screen}`);
    const { task } = await api.upload(id, audio);
    await api.until(task.id, 'completed', 180_000);
    await visit.goTo(`/conversations/${id}`);
    await visit.the('player').waitFor();
    await visit.the('turn').hover();
    await visit.the('delete-clip').click();
    await inBin();
    await visit.the('turn').waitFor({ state: 'detached' });
    await visit.the('player').waitFor({ state: 'detached' });
    await visit.page.getByText('Nothing has been said yet.').waitFor();
    expect(await api.json(`/conversations/${id}`)).toMatchObject({ clips: [], exchangeCount: 0 });
    await visit.the('undo-deletion').click();
    await visit.the('player').waitFor();
    await visit.the('turn').hover();
    await visit.the('delete-clip').click();
    await inBin();
    await visit.goTo('/settings/bin');
    await binned(file).getByText('Recording, deleted').waitFor();
    await binned(file).getByTestId('delete-now').click();
    await visit.the('delete-now-consent').click();
    await binned(file).waitFor({ state: 'detached' });
    await eventually(async () => {
      const types = (await api.eventLog(`conversationId=${id}&limit=200`)).map(({ type }) => type);
      expect(types).toContain('clip_purged');
    });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('an upload that is stopped', () => {
  it('leaves no conversation', async () => {
    visit = await Visit.begin(browser, stack.baseUrl);
    const before = await api.json<{ items: readonly unknown[] }>('/conversations?limit=200');
    await visit.page.route('**/clips', (route) => route.abort('connectionreset'));
    await visit.goTo('/');
    await visit.page.getByTestId('file-input').setInputFiles({
      name: 'never mind.wav',
      mimeType: 'audio/wav',
      buffer: Buffer.alloc(1_000),
    });
    await visit.the('upload').getByText('The connection was lost').waitFor();
    await visit.button('Never mind').click();
    await visit.the('upload').waitFor({ state: 'detached' });
    const after = await api.json<{ items: readonly unknown[] }>('/conversations?limit=200');
    expect(after.items).toHaveLength(before.items.length);
  });
});

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('pinned memories on the page, %s', (screen, options) => {
  it('may stay when their conversation is deleted, and say so', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const [pinned, other] = [
      `The harbour of ${screen} opens in spring.`,
      `The lift of ${screen} is out of order again.`,
    ];
    const { id } = await api.createConversation(`A harbour ${screen}`);
    for (const text of [pinned, other]) await api.say(id, { speaker: 'Ada', text });
    await api.settled(id);
    const { items } = await api.memories(`?conversationId=${id}`);
    const memory = items.find(({ narrative }) => narrative.includes(pinned));
    await api.fetch(`/memories/${memory?.id}/pin`, { method: 'PUT' });
    await visit.goTo(`/conversations/${id}`);
    await visit.the('keep-pinned').check();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.goTo('/memories');
    const kept = visit.the('memory').filter({ hasText: pinned });
    await kept.getByText('from a deleted conversation').waitFor();
    expect(await kept.getByRole('link').count()).toBe(0);
    await visit.the('least-0').click();
    expect(await visit.the('memory').filter({ hasText: other }).count()).toBe(0);
    await kept.getByTestId('toggle-pin').click();
    const group = visit.the('kept-group').filter({ hasText: pinned });
    await group.getByText('Kept when a conversation was deleted').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await api.fetch(`/conversations/${id}/restore`, { method: 'POST' });
    await group.getByRole('link', { name: `A harbour ${screen}` }).waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});
