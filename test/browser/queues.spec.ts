import path from 'node:path';
import type { Browser } from 'playwright-core';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

const SENTENCE = path.resolve(import.meta.dirname, '../audio/formats/sentence.mp3');

let stack: StackPlace;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visit = await Visit.begin(browser, stack.baseUrl);
});
afterEach(() => visit.end());

it('an operator pauses a queue with a reason, sees the waiting work, and resumes it', async () => {
  await visit.goTo('/processing');
  const speech = visit.the('queue-speech');
  await speech.getByText('1 worker').waitFor();
  await speech.getByRole('button', { name: 'Pause the queue Speech' }).click();
  await visit.the('pause-reason').fill('A new graphics card.');
  expect(await accessibilityBreaches(visit.page)).toEqual([]);
  await visit.the('pause-now').click();
  await speech.getByText(/^Paused just now: A new graphics card\.$/).waitFor();
  expect(await visit.the('queue-orchestration').getByRole('button').count()).toBe(0);

  await visit.upload(SENTENCE);
  await visit.page.getByText('Waiting: queue paused · next in line').waitFor();
  await visit.goTo('/processing');
  const task = visit.the('task').filter({ hasText: 'sentence' });
  await task.getByText('Waiting: queue paused · next in line').waitFor();
  await speech.getByText('1 waiting').waitFor();
  expect(await accessibilityBreaches(visit.page)).toEqual([]);

  await speech.getByRole('button', { name: 'Resume the queue Speech' }).click();
  await visit.sees('completed');
  await speech.getByRole('button', { name: 'Pause the queue Speech' }).waitFor();
  expect(visit.reportedErrors).toEqual([]);
});

it('the queues fit a phone', async () => {
  const phone = await Visit.begin(browser, stack.baseUrl, {
    viewport: { width: 360, height: 740 },
  });
  await phone.goTo('/processing');
  await phone.the('queue-speech').getByRole('button').click();
  await phone.the('pause-reason').waitFor();
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await phone.end();
});
