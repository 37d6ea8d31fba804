import { jest } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

const listed = () => visit.the('conversation');
const statuses = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await scene.api.fetch(`/conversations/${id}`)).status));

/** The list shows the conversations with a word, and selecting has begun. */
async function found(word: string, count: number): Promise<void> {
  await visit.goTo('/');
  const searched = visit.page.waitForResponse((response) => response.url().includes(word));
  await visit.the('search-conversations').fill(word);
  await searched;
  await eventually(async () => expect(await listed().count()).toBe(count));
  await visit.the('select-conversations').click();
}

describe.each(SCREENS)('many conversations on the page, %s', (screen, options) => {
  beforeEach(async () => {
    visit = await scene.visit(options);
  });

  it('are deleted together, and come back with Undo', async () => {
    const word = `tangerine${screen.length}`;
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      ids.push((await scene.api.createConversation(`${title} ${word}`)).id);
    }
    await found(word, 3);
    await visit.page.getByLabel(`Select “Three ${word}”`).check();
    await visit.page.getByLabel(`Select “One ${word}”`).check();
    await visit.the('selection').getByText('2 selected.').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('delete-selected').click();
    await visit.the('bulk-change').getByText('2 are in the bin.').waitFor();
    await eventually(async () => expect(await listed().count()).toBe(1));
    expect(await statuses(ids)).toEqual([404, 200, 404]);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-bulk-change').click();
    await visit.the('bulk-change').getByText('2 are back.').waitFor();
    await eventually(async () => expect(await listed().count()).toBe(3));
    expect(await statuses(ids)).toEqual([200, 200, 200]);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('what the list does not show', () => {
  it('is archived with the rest, and the bin is emptied as a whole', async () => {
    visit = await scene.visit();
    const word = 'grapefruit';
    const made = await Promise.all(
      Array.from({ length: 23 }, (_, index) => scene.api.createConversation(`${word} ${index}`)),
    );
    await found(word, 20);
    await visit.the('select-shown').click();
    await visit.the('select-everything').click();
    await visit.the('selection').getByText('All that match are selected.').waitFor();
    await visit.the('archive-selected').click();
    await visit.the('bulk-change').getByText('23 are archived.').waitFor();
    const { id = '' } = made[0] ?? {};
    expect(
      (await scene.api.json<{ archivedAt: unknown }>(`/conversations/${id}`)).archivedAt,
    ).not.toBe(null);
    await scene.api.fetch(`/conversations/${id}`, { method: 'DELETE' });
    await visit.goTo('/settings/bin');
    await visit.the('empty-bin').click();
    await visit.the('empty-bin-consent').click();
    await visit.the('bulk-change').getByText('removed for good').waitFor();
    await visit.the('bin-empty').waitFor();
    expect((await scene.api.fetch(`/conversations/${id}/restore`, { method: 'POST' })).status).toBe(
      404,
    );
    expect(visit.reportedErrors).toEqual([]);
  });
});
