import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ERROR_DEFINITIONS } from '#contracts/model';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio, type LongAudio } from '../support/long-audio.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { wordErrorRate } from '../support/word-error-rate.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

const AUDIO = path.resolve(import.meta.dirname, '../audio');
const SENTENCE = path.join(AUDIO, 'formats/sentence.mp3');
const TEXT_RENAMED = path.join(AUDIO, 'faulty/text-renamed.wav');

// Several recordings are decoded here, possibly on a busy machine.
jest.setTimeout(4 * 60_000);

let stack: StackPlace;
let browser: Browser;
let visit: Visit;
let recording: LongAudio;
let halfHour: LongAudio;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  recording = await makeLongAudio(path.join(stack.dataFolder, 'three minutes.wav'), 3);
  halfHour = await makeLongAudio(path.join(stack.dataFolder, 'half an hour.wav'), 30);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
});
afterEach(() => visit.end());

describe('a recording', () => {
  it('becomes a transcript live on the page', async () => {
    await Promise.all(['percent', 'figures', 'partial-text'].map((part) => visit.record(part)));
    await visit.upload(recording.path);
    await visit.the('player').waitFor();
    expect((await visit.recorded('percent')).length).toBeGreaterThan(2);
    expect((await visit.recorded('figures')).join('\n')).toMatch(/so far/);
    const partialLengths = (await visit.recorded('partial-text')).map(wordCount);
    expect(Math.max(...partialLengths)).toBeGreaterThan(20);
    expect(wordErrorRate(recording.text, await visit.transcript()).rate).toBeLessThan(0.15);
    expect(await visit.page.getByRole('heading', { level: 1 }).innerText()).toBe('three minutes');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('can be played: the player highlights the words, and a click on a word seeks', async () => {
    await visit.upload(SENTENCE);
    await visit.the('play').click();
    await visit.page.locator('.word.spoken').waitFor();
    await visit.hears(1);
    await visit.button('Pause').click();
    const words = visit.page.locator('.word');
    const last = words.last();
    await last.click();
    await eventually(async () => {
      expect(await last.getAttribute('class')).toContain('spoken');
    });
    const end = await visit.positionSeconds();
    expect(end).toBeGreaterThan(1);
    await visit.the('seek').press('Home');
    await eventually(async () => {
      expect(await visit.positionSeconds()).toBeLessThan(end);
    });
    expect(visit.reportedErrors).toEqual([]);
  });

  it('can be followed by another clip with its own speaker', async () => {
    await visit.upload(SENTENCE);
    await visit.the('player').waitFor();
    await visit.the('speaker').fill('Grace');
    await visit.choose(SENTENCE);
    await visit.page.getByRole('heading', { name: 'Grace' }).waitFor();
    await eventually(async () => {
      expect(await visit.the('quiet-clip').count()).toBe(2);
      expect(await visit.the('turn').count()).toBe(2);
    }, 100_000);
  });

  it.each(['md', 'txt', 'srt', 'vtt', 'json'])('can be downloaded as %s', async (format) => {
    await visit.goTo('/');
    await visit.the('conversation').filter({ hasText: 'three minutes' }).click();
    const [download] = await Promise.all([
      visit.page.waitForEvent('download'),
      visit.the(`as-${format}`).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`.\\.${format}$`));
  });
});

describe('a task', () => {
  it('stops within seconds when it is cancelled, and continues when it is retried', async () => {
    await visit.upload(halfHour.path);
    await visit.the('partial-text').waitFor();
    await visit.the('cancel').click();
    await visit.sees('cancelled');
    await visit.the('retry').click();
    await visit.sees('running');
    await visit.the('cancel').click();
    await visit.sees('cancelled');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('that failed shows the reason and the next action', async () => {
    await visit.upload(TEXT_RENAMED);
    const said = await visit.the('task-error').innerText();
    expect(said).toContain('audio_unreadable');
    expect(said).toContain(ERROR_DEFINITIONS.audio_unreadable.nextAction);
    expect(said).not.toMatch(/Traceback|Error:|\bat .*:\d+/);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('is found on the Activity page by its state, with its run in Temporal', async () => {
    await visit.upload(TEXT_RENAMED);
    await visit.sees('failed');
    await visit.page.getByRole('link', { name: 'Activity' }).click();
    await visit.the('filter-failed').click();
    const row = visit.the('task').filter({ hasText: 'text-renamed' }).first();
    expect(await row.innerText()).toContain('audio_unreadable');
    const run = await row.getByRole('link', { name: 'Details in Temporal' }).getAttribute('href');
    expect(run).toContain(`${stack.temporalUiUrl}/namespaces/`);
    await row.getByRole('button', { name: 'Retry' }).click();
    await visit.the('filter-all').click();
    await row.getByText('attempt 2').waitFor();
  });
});

describe('an upload', () => {
  it('that loses its connection is retried without a second conversation', async () => {
    await visit.page.route('**/clips', (route) => route.abort('connectionreset'));
    await visit.goTo('/');
    const named = visit.the('conversation').filter({ hasText: 'again and again' });
    const file = path.join(stack.dataFolder, 'again and again.wav');
    await writeFile(file, 'no sound');
    await visit.choose(file);
    await visit.the('upload').getByText('The connection was lost').waitFor();
    await visit.page.unroute('**/clips');
    await visit.button('Try again').click();
    await visit.page.waitForURL(/\/conversations\/cnv_/);
    await visit.goTo('/');
    await named.first().waitFor();
    expect(await named.count()).toBe(1);
  });

  it('of an empty file is rejected with an explanation, and of several files each is accepted', async () => {
    const empty = path.join(stack.dataFolder, 'empty.wav');
    await writeFile(empty, '');
    await visit.goTo('/');
    await visit.choose(empty, SENTENCE, TEXT_RENAMED);
    await visit.the('upload').getByText('This file is empty').waitFor();
    await visit.button('Never mind').click();
    await visit.the('conversation').filter({ hasText: 'sentence' }).first().waitFor();
    await visit.the('conversation').filter({ hasText: 'text-renamed' }).first().waitFor();
  });
});

describe('the page', () => {
  it.each(['light', 'dark'] as const)('is accessible when it is %s', async (colorScheme) => {
    const visitor = await Visit.begin(browser, stack.baseUrl, { colorScheme });
    await visitor.goTo('/');
    await visitor.the('conversation').first().waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.the('conversation').filter({ hasText: 'three minutes' }).click();
    await visitor.the('player').waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.goTo('/processing');
    await visitor.the('task').first().waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.end();
  });

  it('fits a phone', async () => {
    const phone = await Visit.begin(browser, stack.baseUrl, {
      viewport: { width: 360, height: 740 },
    });
    await phone.goTo('/');
    await phone.the('conversation').filter({ hasText: 'three minutes' }).click();
    await phone.the('player').waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await phone.end();
  });

  it('reports an unknown URL', async () => {
    await visit.goTo('/nowhere');
    await visit.page.getByText('There is nothing here').waitFor();
    await visit.goTo('/conversations/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x');
    await visit.page.getByRole('heading', { name: 'There is no such conversation' }).waitFor();
    await visit.goTo('/projects/not-an-id');
    await visit.page.getByRole('heading', { name: 'There is no such project' }).waitFor();
    expect(await visit.page.locator('main').innerText()).not.toMatch(/_request|not_found|prj_/);
    await visit.page.getByRole('link', { name: 'All conversations' }).click();
    await visit.the('search-conversations').waitFor();
  });
});

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}
