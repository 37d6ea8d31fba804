import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

/** What the specs of the page run in: the whole product, a client of it, and a browser. */
export interface Scene {
  readonly stack: StackPlace;
  readonly api: ApiClient;
  readonly browser: Browser;
  /** Begins a visit, which ends with the test. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
}

/** The sizes of screens on which the page is tried. */
export const SCREENS = [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', { viewport: { width: 390, height: 800 } }],
] as const;

/**
 * Opens a scene for all tests of a spec file, and closes it after them.
 * @returns a scene that can be used within tests and hooks
 */
export function openScene(): Scene {
  const open: { stack?: StackPlace; browser?: Browser } = {};
  const visits: Visit[] = [];
  beforeAll(async () => {
    [open.stack, open.browser] = await Promise.all([sharedStack(), launchBrowser()]);
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.end();
  });
  afterAll(() => open.browser?.close());
  const scene: Scene = {
    get stack() {
      return opened(open.stack);
    },
    get api() {
      return new ApiClient(scene.stack.baseUrl);
    },
    get browser() {
      return opened(open.browser);
    },
    visit: async (options) => {
      const visit = await Visit.begin(scene.browser, scene.stack.baseUrl, options);
      visits.push(visit);
      return visit;
    },
  };
  return scene;
}

function opened<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the scene is opened by the hooks of the spec file');
  return part;
}
