import { jest } from '@jest/globals';
import type { Memory } from '#contracts/api';
import { eventually } from '../support/eventually.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

const card = (words: string) => visit.the('memory').filter({ hasText: words });
const group = (words: string) => visit.the('pin-group').filter({ hasText: words });

async function remember(ownerId: string, narrative: string, pinned = false): Promise<void> {
  const { api } = scene;
  const { id } = await api.send<Memory>('POST', '/memories', { ownerId, narrative });
  if (pinned) await api.fetch(`/memories/${id}/pin`, { method: 'PUT' });
}

beforeAll(async () => {
  for (let number = 1; number <= 5; number += 1) {
    await remember('ines', `Ines has a boat number ${number}.`, true);
    await remember('jonas', `Jonas has a goat number ${number}.`, true);
  }
  for (let number = 1; number <= 60; number += 1) {
    await remember('ines', `Ines saw gull number ${number} today.`);
  }
  // A memory that is being scored grows by its reason.
  await eventually(async () => {
    const { items } = await scene.api.memories('?ownerId=ines&limit=200');
    expect(items.filter(({ scoredAt }) => scoredAt === null)).toEqual([]);
  }, 60_000);
});

describe.each(SCREENS)('memories, %s', (_, options) => {
  beforeEach(async () => {
    visit = await scene.visit(options);
  });

  it('name their owners, each with pins of its own', async () => {
    await visit.goTo('/memories?least=0');
    await group('Of ines').getByText('5 of at most 8').waitFor();
    await group('Of jonas').getByText('5 of at most 8').waitFor();
    expect(await group('Of ines').getByTestId('memory').count()).toBe(5);
    expect(await group('Of ines').getByText('Jonas').count()).toBe(0);
    expect(await card('gull number 60').getByTestId('memory-owner').innerText()).toContain('ines');
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });

  it('keep what is chosen in the address, for Reload and Back', async () => {
    await visit.goTo('/memories');
    await visit.the('memories-owner').selectOption('ines');
    await visit.the('least-0').click();
    await visit.the('search-memories').fill('number');
    await visit.page.waitForURL(/owner=ines.*least=0.*search=number/);
    await visit.the('more-memories').click();
    await card('gull number 3 today').scrollIntoViewIfNeeded();
    const isChosen = async () => {
      await card('gull number 3 today').waitFor();
      expect(await visit.the('memories-owner').inputValue()).toBe('ines');
      expect(await visit.the('search-memories').inputValue()).toBe('number');
      expect(await visit.the('least-0').getAttribute('aria-pressed')).toBe('true');
      expect(await card('goat').count()).toBe(0);
    };
    const place = () => visit.page.evaluate<number>('Math.round(scrollY)');
    const before = await place();
    await visit.page.reload();
    await isChosen();
    await eventually(async () => expect(await place()).toBe(before));
    await visit.the('section-activity').click();
    await visit.page.getByRole('heading', { name: 'Activity' }).waitFor();
    await visit.page.goBack();
    await isChosen();
    await eventually(async () => expect(await place()).toBe(before));
    expect(visit.reportedErrors).toEqual([]);
  });

  it('take no files, but a dropped one can become a conversation', async () => {
    await visit.goTo('/memories');
    await visit.page.getByRole('heading', { name: 'Memories' }).waitFor();
    await visit.page.evaluate(dropOf('gulls.wav'));
    const note = visit.the('stray-files');
    await note.getByText('gulls.wav').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.button('Never mind').click();
    await note.waitFor({ state: 'detached' });
    await visit.page.evaluate(dropOf('gulls.wav'));
    await visit.the('upload-stray').click();
    await visit.the('conversation').filter({ hasText: 'gulls' }).first().waitFor();
    // Home takes files itself, and opens the conversation of a file that is uploaded alone.
    await visit.the('upload').first().waitFor({ state: 'detached' });
    await visit.page.evaluate(dropOf('more gulls.wav'));
    await visit.page.waitForURL(/\/conversations\/cnv_/);
    expect(await note.count()).toBe(0);
  });
});

/** Source text of a drop of a file on the page, because it is evaluated in the browser. */
function dropOf(name: string): string {
  return `{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['no sound'], ${JSON.stringify(name)}));
    for (const type of ['dragover', 'drop']) {
      document.querySelector('main').dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }`;
}
