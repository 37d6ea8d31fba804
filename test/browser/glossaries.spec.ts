import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ConversationDetail, TaskPage, Transcript } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
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

/** A conversation that was corrected. @returns its id */
async function corrected(ownerId: string, text: string): Promise<string> {
  const { id } = await api.createConversation('Planning', { ownerId });
  await api.say(id, { speaker: 'Ada', text });
  await eventually(async () => {
    const path = `/tasks?type=correction&conversationId=${id}`;
    expect((await api.json<TaskPage>(path)).items).toMatchObject([{ state: 'completed' }]);
  }, 60_000);
  return id;
}

const textOf = async (id: string) => {
  const { turns } = await api.json<Transcript>(`/conversations/${id}/transcript`);
  return turns.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' ');
};

describe.each([
  ['wide', {}],
  ['on a phone', PHONE],
] as const)('glossaries on the page, %s', (screen, options) => {
  it('of an owner tell what is out of date, and replace it in what was said, and back', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const ownerId = `glossary-${screen.length}`;
    const id = await corrected(ownerId, 'We asked Cato about it.');
    await visit.goTo(`/settings/glossary?owner=${ownerId}`);
    await visit.the('glossary').fill('Kaito = Cato\nHeron, Afterword');
    await visit.the('glossary-save').click();
    const entry = visit.the('glossary-entry').filter({ hasText: 'Kaito' });
    await entry.getByText('for Cato').waitFor();
    expect(await visit.the('glossary-entry').count()).toBe(3);
    await visit.the('outdated').getByText('1 conversation is out of date').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);

    await entry.getByTestId('find-passages').click();
    await entry.getByTestId('replaced-passage').getByText('We asked Kaito about it.').waitFor();
    await entry.getByText('Replace in 1 past conversation').click();
    await entry.getByText('Of 1 passage: 1 replaced.').waitFor();
    expect(await textOf(id)).toBe('We asked Kaito about it.');
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await entry.getByTestId('undo-passage').click();
    await entry.getByText('Of 1 passage: 1 taken back.').waitFor();
    expect(await textOf(id)).toBe('We asked Cato about it.');

    await visit.the('correct-outdated').click();
    await eventually(async () => expect(await textOf(id)).toBe('We asked Kaito about it.'), 60_000);
    await visit.the('outdated').waitFor({ state: 'detached' });
    await entry.getByTestId('entry-edit').click();
    await visit.the('entry-term').fill('Kaito Tanaka');
    await visit.the('entry-save').click();
    await visit.the('glossary-entry').filter({ hasText: 'Kaito Tanaka' }).waitFor();
    await visit
      .the('glossary-entry')
      .filter({ hasText: 'Heron' })
      .getByTestId('entry-remove')
      .click();
    await visit.the('glossary-entry').filter({ hasText: 'Heron' }).waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });

  it('of a project, its style and its language are in its settings', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, options);
    const project = await api.send<{ id: string }>('POST', '/projects', { name: 'Heron' });
    await visit.goTo(`/projects/${project.id}/settings`);
    await visit.the('glossary').fill('Project Heron');
    await visit.the('glossary-save').click();
    await visit.the('glossary-entry').filter({ hasText: 'Project Heron' }).waitFor();
    await visit.the('transcript-style').selectOption('verbatim');
    await visit.the('spoken-language').selectOption('German');
    await eventually(async () => {
      const stored = await api.json<ConversationDetail>(`/projects/${project.id}`);
      expect(stored).toMatchObject({ transcriptStyle: 'verbatim', spokenLanguage: 'de' });
    });
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    expect(visit.reportedErrors).toEqual([]);
  });
});
