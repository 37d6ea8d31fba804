import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { taskPageSchema } from '#contracts/api';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

jest.setTimeout(60_000);

let stack: StackPlace;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
  await visit.goTo('/settings/exports');
  await visit.the('import-file').waitFor();
});
afterEach(() => visit.end());

async function importText(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await visit.the('import-file').setInputFiles(file);
  await visit.the('import-now').click();
}

describe('an import on the page', () => {
  it('becomes a conversation that can be opened', async () => {
    await importText('Kitchen.txt', 'Ada: We paint the kitchen green in April.');
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'Kitchen.txt' });
    await card.getByText('1 conversation').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await card.locator('[data-test=imported-conversation]').click();
    await visit.page.getByText('We paint the kitchen green in April.').first().waitFor();
  });

  it('plays a transcript from the recording that is chosen with it', async () => {
    const srt = [
      '1\n00:00:00,000 --> 00:00:01,000\nAda: We plant the roses.\n',
      '2\n00:00:01,200 --> 00:00:02,500\nBob: In the front garden.\n',
    ].join('\n');
    const talk = { name: 'Roses.srt', mimeType: 'text/plain', buffer: Buffer.from(srt) };
    const recording = {
      ...{ name: 'Roses.mp3', mimeType: 'audio/mpeg' },
      buffer: await readFile(path.resolve(import.meta.dirname, '../../samples/02-tom.mp3')),
    };
    await visit.the('import-file').setInputFiles([recording, talk]);
    await visit.the('import-now').click();
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'Roses.srt' });
    await card.getByText('1 conversation, 1 recording').waitFor();
    await card.locator('[data-test=imported-conversation]').click();
    const second = visit.page.locator('[data-test=turn]').filter({ hasText: 'front garden' });
    await second.locator('[data-test=moment]').click();
    await second.locator('.segment.active').waitFor();
    await visit.the('player').getByText('Bob').waitFor();
    expect(await visit.page.getByText('Delete recording and its 2 turns').count()).toBe(1);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });

  it('transcribes a recording in the language that is chosen for it', async () => {
    const buffer = await readFile(path.resolve(import.meta.dirname, '../../samples/02-tom.mp3'));
    const srt = '1\n00:00:00,000 --> 00:00:01,500\nTom: We plant the tulips.\n';
    await visit.the('import-file').setInputFiles([
      { name: 'Tulips.mp3', mimeType: 'audio/mpeg', buffer },
      { name: 'Tulips.srt', mimeType: 'text/plain', buffer: Buffer.from(srt) },
    ]);
    await visit.the('import-transcribe').check();
    await visit.the('upload-settings').getByText('Language and engine').click();
    expect(await visit.the('upload-speakers').count()).toBe(0);
    await visit.the('upload-language').selectOption('en');
    await visit.the('import-now').click();
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'Tulips.srt' });
    await card.getByText('1 conversation, 1 recording').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    const link = await card.locator('[data-test=imported-conversation]').getAttribute('href');
    const asked = `type=transcription&conversationId=${link?.split('/').at(-1) ?? ''}`;
    const response = await fetch(`${stack.baseUrl}/tasks?${asked}`);
    const { items } = taskPageSchema.parse(await response.json());
    expect(items).toMatchObject([{ settings: { language: 'en' } }]);
  });

  it('says which files belong together', async () => {
    const files = ['One.srt', 'Two.srt'].map((name) => ({
      ...{ name, mimeType: 'text/plain', buffer: Buffer.from('x') },
    }));
    await visit.the('import-file').setInputFiles(files);
    await visit.the('import-now').click();
    await visit.the('import-advice').getByText('make one zip file').waitFor();
  });

  it('says what is wrong with a file', async () => {
    await importText('broken.srt', '1\n00:00:01,000 --> never\nHello');
    const card = visit.page.locator('[data-test=import]').filter({ hasText: 'broken.srt' });
    await card.getByText('Line 2: its times cannot be read.').waitFor();
  });
});
