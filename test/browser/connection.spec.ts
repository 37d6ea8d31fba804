import { jest } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { accessibilityBreaches } from './accessibility.ts';
import { BreakableLine } from './breakable-line.ts';
import { openScene, SCREENS } from './scene.ts';
import { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

const heading = (name: string) => visit.page.getByRole('heading', { name, level: 1 });
const note = (kind: string) => visit.page.locator(`[data-test=screen-note][data-kind=${kind}]`);

/** Marks the loaded document, so that a test sees whether the page was loaded again. */
const mark = () => visit.page.evaluate('window.isSameDocument = true');
const isMarked = () => visit.page.evaluate<boolean>('window.isSameDocument === true');

describe.each(SCREENS)('offline, %s', (_, options) => {
  beforeEach(async () => {
    visit = await scene.visit(options);
    await visit.goTo('/');
    await heading('Say it, type it, or drop a recording.').waitFor();
    await mark();
  });

  it('a click on another page says so, and works as soon as the network is back', async () => {
    await visit.page.context().setOffline(true);
    await visit.the('section-memories').click();
    await note('unreachable').getByText('“Memories” could not be loaded').waitFor();
    await visit.the('disconnected').waitFor();
    expect(await heading('Say it, type it, or drop a recording.').isVisible()).toBe(true);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.page.context().setOffline(false);
    await heading('Memories').waitFor();
    expect(await visit.the('screen-note').count()).toBe(0);
    expect(await visit.the('disconnected').count()).toBe(0);
    expect(visit.page.url()).toMatch(/\/app\/memories$/);
  });

  it('somebody can stay, and choose another page later', async () => {
    await visit.page.context().setOffline(true);
    await visit.the('section-memories').click();
    await note('unreachable').waitFor();
    await visit.the('section-activity').click();
    await note('unreachable').getByText('“Activity” could not be loaded').waitFor();
    await visit.the('stay').click();
    await visit.the('screen-note').waitFor({ state: 'detached' });
    await visit.the('disconnected').waitFor();
    await visit.page.context().setOffline(false);
    await visit.the('reconnected').waitFor();
    expect(await heading('Say it, type it, or drop a recording.').isVisible()).toBe(true);
    expect(await isMarked()).toBe(true);
    await visit.the('section-memories').click();
    await heading('Memories').waitFor();
  });
});

describe('a gateway that stops', () => {
  it('is said to be away, and what happened meanwhile is shown when it is back', async () => {
    const line = await BreakableLine.to(scene.stack.baseUrl);
    visit = await Visit.begin(scene.browser, line.url);
    await visit.goTo('/');
    await visit.the('search-conversations').waitFor();
    await mark();
    await line.break();
    await visit.the('disconnected').getByText('Afterword does not answer').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await scene.api.createConversation('While nobody was looking');
    await line.mend();
    await visit.the('reconnected').waitFor();
    await visit.the('conversation').filter({ hasText: 'While nobody was looking' }).waitFor();
    await visit.the('reconnected').waitFor({ state: 'detached' });
    expect(await isMarked()).toBe(true);
    await visit.end();
    await line.break();
  });
});

/** The gateway serves a newer page from now on, whose screens are in files with other names. */
async function deploy(page: Page): Promise<{ loads: number; missing: RegExp | null }> {
  const deployed = { loads: 0, missing: /\/memories-page-/ as RegExp | null };
  const isPage = ({ pathname }: URL) => /^\/app\/[^.]*$/.test(pathname);
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/\/assets\/index-/, '/assets/newer-');
    const isLoad = route.request().resourceType() === 'document';
    if (isLoad) Object.assign(deployed, { loads: deployed.loads + 1 });
    await route.fulfill({ response, body: html });
  });
  await page.route(/\/assets\/newer-/, async (route) => {
    const real = route.request().url().replace('/newer-', '/index-');
    const body = `import ${JSON.stringify(new URL(real).pathname)};`;
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.route(/\/assets\/.*\.js/, async (route: Route) => {
    const isMissing = deployed.missing?.test(route.request().url()) === true;
    await (isMissing ? route.fulfill({ status: 404, body: '' }) : route.fallback());
  });
  return deployed;
}

describe('a newer version of the page', () => {
  beforeEach(async () => {
    visit = await scene.visit();
  });

  it('is loaded once when a screen has gone, at that screen', async () => {
    await visit.goTo('/');
    await visit.the('search-conversations').waitFor();
    const deployed = await deploy(visit.page);
    // The page that is loaded has the screen.
    visit.page.on('framenavigated', () => (deployed.missing = null));
    await visit.the('section-memories').click();
    await heading('Memories').waitFor();
    expect(deployed.loads).toBe(1);
    expect(visit.page.url()).toMatch(/\/app\/memories$/);
  });

  it('is noticed when the gateway is back, and loaded with the next page', async () => {
    const line = await BreakableLine.to(scene.stack.baseUrl);
    const visitor = await Visit.begin(scene.browser, line.url);
    await visitor.goTo('/');
    await visitor.the('search-conversations').waitFor();
    await line.break();
    await visitor.the('disconnected').waitFor();
    const deployed = await deploy(visitor.page);
    await line.mend();
    await visitor.the('outdated').waitFor();
    expect(deployed.loads).toBe(0);
    await visitor.the('section-activity').click();
    await visitor.page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
    expect(deployed.loads).toBe(1);
    expect(await visitor.the('outdated').count()).toBe(0);
    await visitor.end();
    await line.break();
  });

  it('is never loaded in a loop, and opens when a person tries again', async () => {
    await visit.goTo('/');
    await visit.the('search-conversations').waitFor();
    const deployed = await deploy(visit.page);
    await visit.the('section-memories').click();
    await note('broken').waitFor();
    expect(deployed.loads).toBe(1);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('section-activity').click();
    await heading('Activity').waitFor();
    expect(await visit.the('screen-note').count()).toBe(0);
    await visit.the('section-memories').click();
    await note('broken').waitFor();
    deployed.missing = null;
    await visit.the('open-screen').click();
    await heading('Memories').waitFor();
    expect(deployed.loads).toBeLessThanOrEqual(3);
  });

  it('is not loaded while that would lose what somebody has typed', async () => {
    await scene.api.send('POST', '/projects', { name: 'Kiel' });
    await visit.goTo('/projects');
    await visit.the('new-project').click();
    const name = visit.page.getByLabel('Name', { exact: true });
    await name.fill('The harbour of Kiel');
    const deployed = await deploy(visit.page);
    await visit.the('section-memories').click();
    await note('waiting').waitFor();
    expect(await name.inputValue()).toBe('The harbour of Kiel');
    await visit.the('stay').click();
    expect(await name.inputValue()).toBe('The harbour of Kiel');
    deployed.missing = null;
    expect(deployed.loads).toBe(0);
  });
});
