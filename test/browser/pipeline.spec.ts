import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio, type LongAudio } from '../support/long-audio.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { pidOf, type StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { hearing, launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

const FORMATS = path.resolve(import.meta.dirname, '../audio/formats');
const SENTENCE = path.join(FORMATS, 'sentence.mp3');
const PLAIN = 'We meet in the small room on Tuesday.';
const PARCEL = 'The parcel for the office came this morning.';
const HEIRLOOM = 'The clock beside the marmalade belonged to my grandmother.';
/** Of another child each time, because memories that say the same share a pin. */
const birthOf = (name: string) =>
  `My daughter was born last night, and we decided to call her ${name}.`;

jest.setTimeout(3 * 60_000);

let stack: StackPlace;
let browser: Browser;
let visit: Visit;
let tenMinutes: LongAudio;

beforeAll(async () => {
  const microphone = hearing(path.join(FORMATS, 'sentence.wav'));
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser(microphone)]);
  tenMinutes = await makeLongAudio(path.join(stack.dataFolder, 'ten minutes.wav'), 10);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
});
afterEach(() => visit.end());

describe('a typed exchange', () => {
  it('goes through all task types live on the page, without a reload', async () => {
    await visit.beginConversation();
    await visit.page.evaluate('window.never = "reloaded"');
    await visit.say('Ada', PLAIN);
    await visit.the('turn').filter({ hasText: PLAIN }).waitFor();
    await visit.seesType('correction', 'completed');
    await visit.the('freshness').getByText('Being written…').waitFor();
    await visit.seesType('summary', 'completed');
    await visit
      .the('summary')
      .getByText(/small room/)
      .waitFor();
    expect(await visit.the('pin').count()).toBe(0);

    await visit.say('Kaito', birthOf('Noor'));
    await visit.the('pin').getByText('Pinned automatically').waitFor();
    await visit
      .the('summary')
      .getByText(/Noor|daughter/)
      .first()
      .waitFor();
    await visit.the('freshness').getByText('Up to date').waitFor();
    expect(await visit.page.evaluate('window.never')).toBe('reloaded');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('that cannot be sent is kept, and is stored once when it is sent again', async () => {
    await visit.beginConversation();
    await visit.page.route('**/exchanges', (route) => route.abort('connectionreset'));
    await visit.say('Ada', PLAIN);
    await visit.page.getByText('Afterword cannot be reached').waitFor();
    expect(await visit.the('composer').inputValue()).toBe(PLAIN);
    await visit.page.unroute('**/exchanges');
    await visit.the('composer').press('Enter');
    await visit.say('Kaito', 'Typed while the words before are still on their way.');
    await visit.the('turn').filter({ hasText: 'still on their way' }).waitFor();
    expect(await visit.the('turn').allInnerTexts()).toHaveLength(2);
    expect(await visit.the('turn').first().innerText()).toContain(PLAIN);
  });

  it('may be several turns, each under its speaker, and Shift+Enter breaks the line', async () => {
    await visit.beginConversation();
    await visit.the('composer').fill('Grace: Shall we begin?');
    await visit.the('composer').press('Shift+Enter');
    await visit.the('composer').pressSequentially('Tom: Yes, please do.');
    await visit.the('turn-count').getByText('2 turns: Grace, Tom').waitFor();
    await visit.the('composer').press('Enter');
    await visit.page.getByRole('heading', { name: 'Tom' }).waitFor();
    expect(await visit.the('turn').count()).toBe(2);
  });

  it('links a point of the summary to its source turn', async () => {
    await visit.beginConversation();
    await visit.say('Ada', birthOf('Lea'));
    await visit.the('source-moment').first().click();
    await visit.page.locator('.turn.lit').getByText(birthOf('Lea')).waitFor();
    expect(await visit.page.evaluate('document.activeElement.tagName')).toBe('H3');
  });
});

describe('a passage', () => {
  it('that was corrected with the glossary shows the original text', async () => {
    await visit.beginConversation();
    await visit.say('Ada', 'Where are we with project Hehron?');
    await visit.seesType('correction', 'completed');
    expect(await visit.the('layer').count()).toBe(0);
    await visit.the('glossary').fill('Project Heron');
    await visit.the('glossary-save').click();
    await visit.the('correct-again').click();
    await visit.page.locator('.changed').getByText('Project Heron').waitFor();
    await visit.the('layer').hover();
    const layers = await visit.the('layers').innerText();
    expect(layers).toContain('Where are we with project Hehron?');
    await visit.the('undo-change').first().waitFor();
    const changes = (await visit.the('change').allInnerTexts()).join('\n');
    expect(changes).toContain('sounds like a term');
    await visit.the('layer').press('Escape');
    expect(await visit.the('layers').count()).toBe(0);
  });

  it('has one change of its correction undone, which a later correction leaves so', async () => {
    await visit.beginConversation();
    await visit.say('Ada', 'I think we we should launch the the plan.');
    await visit
      .the('segment')
      .locator('p')
      .getByText('I think we should launch the plan.')
      .waitFor();
    await visit.the('layer').focus();
    await visit.the('undo-change').first().click();
    await visit
      .the('segment')
      .locator('p')
      .getByText('I think we we should launch the plan.')
      .waitFor();
    await visit.the('glossary').fill('Heron');
    await visit.the('glossary-save').click();
    await visit.the('correct-again').click();
    await visit.seesType('correction', 'completed');
    await visit
      .the('segment')
      .locator('p')
      .getByText('I think we we should launch the plan.')
      .waitFor();
  });

  it('is edited in place, and the edit can be removed', async () => {
    await visit.beginConversation();
    await visit.say('Ada', PLAIN);
    await visit.seesType('summary', 'completed');
    await visit.the('segment').hover();
    await visit.the('edit').click();
    await visit.the('edit-text').fill('Nonsense');
    await visit.the('edit-text').press('Escape');
    expect(await visit.the('segment').innerText()).toContain(PLAIN);
    await visit.the('edit').click();
    await visit.the('edit-text').fill('We meet in the garden on Wednesday.');
    await visit.the('edit-text').press('Enter');
    await visit.the('layer').getByText('your edit').waitFor();
    await visit
      .the('summary')
      .getByText(/garden/)
      .waitFor();
    await visit.the('edit').click();
    await visit.the('edit-undo').click();
    await visit.the('segment').locator('p').getByText(PLAIN).waitFor();
    await visit
      .the('summary')
      .getByText(/small room/)
      .waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('a spoken exchange', () => {
  it('follows the typed one, whether it was uploaded or recorded on the page', async () => {
    await visit.beginConversation();
    await visit.say('Ada', PLAIN);
    await visit.choose(SENTENCE);
    await visit.the('speaker').fill('Grace');
    await visit.the('record').click();
    await eventually(async () => {
      const seconds = (await visit.the('recorded').innerText()).split(':').map(Number);
      expect(seconds[1]).toBeGreaterThanOrEqual(6);
    });
    await visit.the('stop').click();
    await eventually(async () => {
      const turns = await visit.the('turn').allInnerTexts();
      expect(turns).toHaveLength(3);
      expect(turns[0]).toContain(PLAIN);
      expect(turns[1]).toMatch(/^A\s+Ada[^]*water the plants/);
      expect(turns[2]).toMatch(/^G\s+Grace[^]*water the plants/);
    }, 60_000);
    await visit
      .the('summary')
      .getByText(/plants/)
      .waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });

  it('is not sent when it is discarded', async () => {
    await visit.beginConversation();
    await visit.the('record').click();
    await visit.the('discard').click();
    await visit.the('record').waitFor();
    expect(await visit.the('turn').count()).toBe(0);
    expect(await visit.the('upload').count()).toBe(0);
  });
});

describe('the Activity page', () => {
  it('shows new tasks live, and only those that match the filter', async () => {
    await visit.beginConversation();
    const watching = await Visit.begin(browser, stack.baseUrl);
    const id = visit.page.url().split('/').at(-1) ?? '';
    await watching.goTo(`/processing?conversation=${id}`);
    await watching.page.getByText('No tasks yet.').waitFor();
    await visit.say('Ada', PLAIN);
    const task = (type: string) => watching.page.locator(`[data-type=${type}]`);
    await task('summary').locator('[data-state=completed]').waitFor();
    await watching.the('type-correction').click();
    await task('summary').waitFor({ state: 'detached' });
    expect(await task('correction').count()).toBe(1);
    expect(watching.page.url()).toContain('type=correction');
    expect(watching.reportedErrors).toEqual([]);
    await watching.end();
  });

  it('cancels a running task and retries it', async () => {
    await visit.upload(tenMinutes.path);
    await visit.the('tasks-link').click();
    const task = visit.page.locator('[data-type=transcription]');
    await task.locator('[data-state=running]').waitFor();
    await task.getByText(/ of 10:0\d · \d+ %/).waitFor();
    await task.getByTestId('cancel').click();
    await task.locator('[data-state=cancelled]').waitFor();
    await task.getByTestId('retry').click();
    await task.getByText('attempt 2').waitFor();
    await task.getByTestId('cancel').click();
    await task.locator('[data-state=cancelled]').waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('a completed recording', () => {
  it('is transcribed again in another language, and its earlier text can be read', async () => {
    await visit.goTo('/');
    await visit.the('upload-settings').getByText('Language, speakers').click();
    await visit.the('upload-speakers').selectOption('1');
    await visit.the('upload-language').selectOption('Find out');
    await visit.page.getByText('This engine knows English only').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.choose(SENTENCE);
    await visit.page.waitForURL(/\/conversations\/cnv_/);
    await visit.seesType('transcription', 'completed');
    await visit.the('turn').getByText('plants').first().waitFor();
    expect(await visit.the('versions').count()).toBe(0);
    const page = visit.page.url();
    await visit.the('tasks-link').click();
    const task = visit.page.locator('[data-type=transcription]');
    await task.getByText('With another engine, language or channels').click();
    const languages = task.getByTestId('retry-language').locator('option');
    await languages.first().waitFor({ state: 'attached' });
    // The model knows English only.
    expect(await languages.allInnerTexts()).toEqual(['Find out', 'English']);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await task.getByTestId('retry-language').selectOption('English');
    await task.getByTestId('retry-otherwise').click();
    await task.getByText('attempt 2 · en').waitFor();
    await task.locator('[data-state=completed]').waitFor();
    await visit.page.goto(page);
    await visit.the('versions').getByText('Earlier version').click();
    await visit.the('version').getByText('plants').waitFor();
    expect(await visit.the('version').count()).toBe(1);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('work that is stopped', () => {
  it('in a whole conversation ends within seconds, once the request is confirmed', async () => {
    await visit.upload(tenMinutes.path);
    await visit.seesType('transcription', 'running');
    await visit.the('stop-all').click();
    await visit.the('stop-all-consent').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.button('No, go on').click();
    await visit.the('stop-all').click();
    await visit.the('stop-all-consent').click();
    await visit.seesType('transcription', 'cancelled');
    await visit.the('stop-all').waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });

  it('on the Activity page is everything that matches the filter', async () => {
    await visit.upload(tenMinutes.path);
    await visit.the('tasks-link').click();
    const task = visit.page.locator('[data-type=transcription]');
    await task.locator('[data-state=running]').waitFor();
    await visit.the('cancel-all').click();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('cancel-all-consent').click();
    await task.locator('[data-state=cancelled]').waitFor();
    await visit.the('cancel-all').waitFor({ state: 'hidden' });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('memories', () => {
  it('are pinned and unpinned by a person, and scored again', async () => {
    await visit.beginConversation();
    await visit.say('Ada', PARCEL);
    await visit.say('Kaito', birthOf('Mia'));
    await visit.the('pin').waitFor();
    await visit.page.getByRole('link', { name: 'Memories' }).click();
    const pinned = visit.the('pinned').getByTestId('memory');
    const plain = visit.the('others').getByTestId('memory').filter({ hasText: PARCEL });
    await pinned
      .filter({ hasText: birthOf('Mia') })
      .first()
      .waitFor();
    // What is minor is hidden at first.
    expect(await plain.count()).toBe(0);
    await visit.the('least-0').click();
    await plain.getByTestId('toggle-pin').click();
    const byHand = pinned.filter({ hasText: PARCEL });
    await byHand.getByText('Pinned by hand').waitFor();
    const scoring = visit.page.waitForResponse(/\/rescore$/);
    await byHand.getByTestId('rescore').click();
    expect((await scoring).status()).toBe(202);
    await byHand.getByText('Weigh again').waitFor();
    await byHand.getByTestId('toggle-pin').click();
    await byHand.waitFor({ state: 'detached' });
    await visit.the('least-3').click();
    await plain.waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });

  it('are what people select in a passage, or the whole passage', async () => {
    await visit.beginConversation();
    await visit.say('Ada', PLAIN);
    await visit.select('segment', 'small room on Tuesday');
    await visit.the('segment').hover();
    await visit.the('remember').click();
    await visit.the('remember').getByText('Remembered').waitFor();
    await visit.page.evaluate('getSelection().removeAllRanges()');
    const stored = visit.page.waitForResponse(/\/segments\/\w+\/memories$/);
    await visit.the('remember').click();
    expect((await stored).status()).toBe(202);
    await visit.page.reload();
    const again = visit.page.waitForResponse(/\/segments\/\w+\/memories$/);
    await visit.the('segment').hover();
    await visit.the('remember').click();
    expect((await again).status()).toBe(200);
    await visit.the('remember').getByText('Already remembered').waitFor();
    await visit.goTo('/memories');
    await visit.the('least-0').click();
    for (const words of ['small room on Tuesday', PLAIN]) {
      await visit.the('memory').getByText(words, { exact: true }).first().waitFor();
    }
    expect(visit.reportedErrors).toEqual([]);
  });

  it('are found by their words, edited, and keep their earlier text', async () => {
    await visit.beginConversation();
    await visit.say('Ada', HEIRLOOM);
    await visit.seesType('significance', 'completed');
    await visit.goTo('/memories');
    await visit.the('least-0').click();
    const found = visit.the('memory').filter({ hasText: 'marmalade' });
    await found.waitFor();
    await visit.the('search-memories').fill('clock MARMALADE');
    await visit
      .the('memory')
      .filter({ hasNotText: 'marmalade' })
      .first()
      .waitFor({ state: 'detached' });
    expect(await visit.the('memory').count()).toBe(1);
    await found.getByTestId('edit-memory').click();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('memory-text').fill('The marmalade clock is from Ada’s aunt.');
    await visit.the('memory-text').press('Enter');
    await found.locator('.narrative').getByText('from Ada’s aunt').waitFor();
    await found.getByText('edited').waitFor();
    await found.getByTestId('edit-memory').click();
    await visit.the('earlier').getByText('grandmother').waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('the page', () => {
  it.each(['light', 'dark'] as const)('is accessible when it is %s', async (colorScheme) => {
    const visitor = await Visit.begin(browser, stack.baseUrl, { colorScheme });
    await visitor.beginConversation();
    await visitor.say('Ada', `I I ${PLAIN}`);
    await visitor.seesType('summary', 'completed');
    await visitor.the('layer').focus();
    await visitor.the('layers').waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.the('edit').click();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.the('record').click();
    await visitor.the('stop').waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.goTo('/memories');
    await visitor.the('memory').first().waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.goTo('/processing?state=completed');
    await visitor.the('task').first().waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.end();
  });

  it('reports a lost connection, and catches up automatically', async () => {
    await visit.beginConversation();
    await visit.say('Ada', PLAIN);
    await visit.seesType('summary', 'completed');
    process.kill(pidOf('gateway', stack), 'SIGKILL');
    await visit.the('disconnected').waitFor();
    await visit.the('disconnected').waitFor({ state: 'hidden' });
    await visit.say('Kaito', birthOf('Ida'));
    await visit.the('pin').first().waitFor();
  });
});
