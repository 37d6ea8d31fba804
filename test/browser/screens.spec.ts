import { jest } from '@jest/globals';
import { accessibilityBreaches, cutFocusRings } from './accessibility.ts';
import { JARGON } from './jargon.ts';
import { openScene, SCREENS } from './scene.ts';
import { silence } from './talk.ts';

jest.setTimeout(4 * 60_000);

const scene = openScene();
let conversationId: string;
let projectId: string;

/** Names of all routes of the page that is open. */
const ROUTES = `document.querySelector('#app').__vue_app__.config.globalProperties.$router
  .getRoutes().flatMap(({ name }) => name === undefined ? [] : [String(name)])`;

/** A screen at an address, and what it shows when it is complete. */
interface Screen {
  readonly path: () => string;
  readonly shows: string | RegExp;
}

/** Each route of the router with addresses that lead to it: a new route needs a line. */
const SCREENS_OF: Readonly<Record<string, readonly Screen[]>> = {
  home: [
    { path: () => '/', shows: 'A talk of many words' },
    { path: () => '/?search=lighthouse', shows: /Grace: The\s+lighthouse\s+opens/ },
  ],
  conversation: [
    {
      path: () => `/conversations/${conversationId}?tab=transcript`,
      shows: 'The lighthouse opens on Monday.',
    },
    { path: () => '/conversations/none', shows: 'There is no such conversation' },
  ],
  projects: [{ path: () => '/projects', shows: 'The harbour' }],
  project: [
    { path: () => `/projects/${projectId}`, shows: 'The harbour' },
    { path: () => '/projects/none', shows: 'There is no such project' },
  ],
  'project-agent': [
    { path: () => `/projects/${projectId}/agents/financial`, shows: 'The harbour' },
    { path: () => `/projects/${projectId}/agents/none`, shows: 'There is no agent' },
  ],
  'project-sources': [{ path: () => `/projects/${projectId}/sources`, shows: 'Add documents' }],
  'project-settings': [{ path: () => `/projects/${projectId}/settings`, shows: 'Currency' }],
  memories: [{ path: () => '/memories?least=0', shows: 'Bob keeps bees.' }],
  processing: [{ path: () => '/processing', shows: 'Coordination' }],
  backups: [{ path: () => '/settings/backups', shows: 'Latest backup' }],
  exports: [{ path: () => '/settings/exports', shows: 'Import' }],
  bin: [{ path: () => '/settings/bin', shows: 'A talk that was deleted' }],
  retention: [{ path: () => '/settings/retention', shows: 'Days since' }],
  glossary: [{ path: () => '/settings/glossary', shows: 'Commas or lines between terms' }],
  voices: [{ path: () => '/settings/voices', shows: /Voices/ }],
  scoring: [{ path: () => '/settings/scoring', shows: /Weighing/ }],
  engines: [{ path: () => '/settings/engines', shows: 'What each can do' }],
  erasures: [{ path: () => '/settings/erasures', shows: 'Erasures' }],
  nothing: [{ path: () => '/nowhere/at/all', shows: 'This address leads nowhere.' }],
};

beforeAll(async () => {
  const { api } = scene;
  const deleted = await api.createConversation('A talk that was deleted');
  await api.fetch(`/conversations/${deleted.id}`, { method: 'DELETE' });
  ({ id: conversationId } = await api.createConversation('A talk of many words'));
  const text = 'The lighthouse opens on Monday.';
  await api.say(conversationId, { speaker: 'Grace', text }, { speaker: 'Ada', text: 'Good.' });
  ({ id: projectId } = await api.send<{ id: string }>('POST', '/projects', {
    name: 'The harbour',
  }));
  await api.send('POST', '/memories', { ownerId: 'bob', narrative: 'Bob keeps bees.' });
  await api.settled(conversationId);
  const quiet = await api.createConversation('A talk without a word');
  const { task } = await api.upload(quiet.id, await silence(scene.stack.dataFolder, 1));
  await api.until(task.id, 'completed');
});

it('every route of the page has a line', async () => {
  const visit = await scene.visit();
  await visit.goTo('/');
  await visit.the('search-conversations').waitFor();
  const routes = await visit.page.evaluate<string[]>(ROUTES);
  expect(routes.sort()).toEqual(Object.keys(SCREENS_OF).sort());
});

describe.each(SCREENS)('%s', (_, { viewport: { width } }) => {
  it.each(Object.entries(SCREENS_OF))(
    'the screen %s is accessible, in words that people know',
    async (_name, screens) => {
      // So high that nothing is behind the bar of a phone, where its colours would be judged against it.
      const visit = await scene.visit({
        viewport: { width, height: 3_000 },
        reducedMotion: 'reduce',
      });
      // Each is loaded in its colours: those of a switch are not final at once.
      for (const colorScheme of ['light', 'dark'] as const) {
        await visit.page.emulateMedia({ colorScheme });
        for (const { path, shows } of screens) {
          await visit.goTo(path());
          await visit.page.locator('main').getByText(shows).first().waitFor();
          const breaches = await accessibilityBreaches(visit.page);
          expect([colorScheme, path(), breaches]).toEqual([colorScheme, path(), []]);
          const shown = await visit.page.evaluate('document.documentElement.scrollWidth');
          expect([path(), shown]).toEqual([path(), width]);
          if (colorScheme === 'dark') continue;
          expect([path(), await cutFocusRings(visit.page)]).toEqual([path(), []]);
          expect(await visit.page.locator('body').innerText()).not.toMatch(JARGON);
        }
      }
    },
  );
});
