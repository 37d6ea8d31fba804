import { jest } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

beforeEach(async () => {
  visit = await scene.visit();
});

const shown = (title: string) => visit.the('conversation').filter({ hasText: title });

describe('the list of conversations', () => {
  it('reaches the oldest one, and finds it by what was said', async () => {
    const { id } = await scene.api.createConversation('The first of many');
    await scene.api.say(id, { speaker: 'Ada', text: 'A lighthouse keeper called Zebulon.' });
    for (let number = 0; number < 25; number += 1)
      await scene.api.createConversation(`Later ${number}`);
    await visit.goTo('/');
    await shown('Later 24').waitFor();
    expect(await shown('The first of many').count()).toBe(0);
    await visit.the('older-conversations').click();
    await shown('The first of many').waitFor();
    await visit.goTo('/');
    await visit.the('search-conversations').fill('zebulon lighthouse');
    await shown('The first of many').waitFor();
    await eventually(async () => expect(await visit.the('conversation').count()).toBe(1));
    const passage = visit.the('found-passage');
    await passage.getByText('A lighthouse keeper called Zebulon.').waitFor();
    expect(await passage.locator('mark').allInnerTexts()).toEqual(['lighthouse', 'Zebulon']);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await passage.click();
    await visit.page.waitForURL(new RegExp(`/conversations/${id}#seg_`));
    await visit.page.getByText('A lighthouse keeper called Zebulon.').first().waitFor();
  });

  it('has no conversation that is archived, which can be put back', async () => {
    const { id } = await scene.api.createConversation('To be put away');
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

describe.each(SCREENS)('Back, %s', (screen, options) => {
  const scrolled = () => visit.page.evaluate<number>('Math.round(scrollY)');
  const words = `kumquat${screen.length}`;

  beforeAll(async () => {
    for (let number = 0; number < 45; number += 1) {
      await scene.api.createConversation(`${words} ${number}.`);
    }
  });
  beforeEach(async () => {
    visit = await scene.visit(options);
  });

  /** Opens the conversation with a title, and goes back as soon as it is shown. */
  async function openAndReturn(title: string): Promise<void> {
    await shown(title).scrollIntoViewIfNeeded();
    const before = await scrolled();
    expect(before).toBeGreaterThan(1_000);
    await shown(title).click();
    await visit.page.getByRole('heading', { name: title }).waitFor();
    expect(await scrolled()).toBe(0);
    await visit.page.goBack();
    await eventually(async () => expect(await scrolled()).toBe(before));
    expect(await shown(title).isVisible()).toBe(true);
  }

  it('returns to the place in the list, with the older ones that were shown', async () => {
    await visit.goTo('/');
    await visit.the('older-conversations').click();
    await openAndReturn(`${words} 12.`);
    const before = await scrolled();
    await visit.page.reload();
    await eventually(async () => expect(await scrolled()).toBe(before));
    expect(visit.reportedErrors).toEqual([]);
  });

  it('returns to what was found, and a link to the conversations shows all again', async () => {
    await visit.goTo('/');
    await visit.the('search-conversations').fill(words);
    await visit.page.waitForURL(`**/?search=${words}`);
    await eventually(async () => expect(await visit.the('conversation').count()).toBe(20));
    await visit.the('older-conversations').click();
    await openAndReturn(`${words} 9.`);
    expect(await visit.the('search-conversations').inputValue()).toBe(words);
    await visit.the('section-conversations').click();
    await eventually(async () => {
      expect(await visit.the('search-conversations').inputValue()).toBe('');
    });
    expect(visit.page.url()).not.toContain('search');
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('the list', () => {
  it('costs what it shows: few requests, however much work there was', async () => {
    const { id } = await scene.api.createConversation('Much work');
    for (let number = 0; number < 12; number += 1) {
      await scene.api.say(id, { speaker: 'Ada', text: `Sentence number ${number}.` });
    }
    await scene.api.settled(id);
    const asked: string[] = [];
    let bytes = 0;
    visit.page.on('response', async (response) => {
      const { pathname, search } = new URL(response.url());
      const isData = response.headers()['content-type']?.includes('json') === true;
      if (!isData) return;
      asked.push(pathname + search);
      // What is still under way when the page closes has no body.
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await visit.goTo('/');
    await shown('Much work').getByText('Done').waitFor();
    await visit.page.waitForLoadState('load');
    expect(asked.filter((path) => path.startsWith('/tasks'))).toEqual([
      '/tasks?type=backup&limit=10',
    ]);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThan(32 * 1024);
  });
});

describe('a summary', () => {
  it('is edited in place, outlasts a newer one, is compared with it and given up for it', async () => {
    const edited = 'We meet in the small room, and Kaito brings the cake.';
    await visit.beginConversation();
    await visit.say('Ada', 'We meet in the small room on Tuesday.');
    const summary = visit.the('summary');
    await summary.getByText(/small room/).waitFor();
    await visit.the('edit-summary').click();
    await visit.the('edit-overview').fill('Nonsense');
    await visit.the('edit-overview').press('Escape');
    await visit.the('summary-editor').waitFor({ state: 'detached' });
    expect(await summary.innerText()).not.toContain('Nonsense');
    expect(await visit.page.evaluate('document.activeElement.dataset.test')).toBe('edit-summary');

    await visit.the('edit-summary').click();
    await visit.the('edit-overview').fill(edited);
    await visit.the('add-keyPoints').click();
    await visit.the('edit-keyPoints-text').last().fill('The cake is a surprise.');
    await visit.the('save-summary').click();
    await visit.the('summary-edited').getByText('Edited by hand').waitFor();
    await summary.getByText(edited).waitFor();

    await visit.say('Kaito', 'We decided to move the harbour office to Porto in May.');
    await visit.the('newer-summary').waitFor();
    await summary.getByText('The cake is a surprise.').waitFor();
    await visit.the('compare-summary').click();
    await visit.the('newest-summary').getByText(/Porto/).first().waitFor();
    await summary.getByText(edited).waitFor();
    await visit.the('take-summary').click();
    await visit.the('summary-edited').waitFor({ state: 'detached' });
    await summary.getByText(/Porto/).first().waitFor();
    expect(await summary.innerText()).not.toContain('cake');
    expect(visit.reportedErrors).toEqual([]);
  });
});
