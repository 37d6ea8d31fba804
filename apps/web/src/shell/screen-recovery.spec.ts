import { ScreenRecovery, type RecoveringPage, type ScreenTrouble } from './screen-recovery.ts';

const PATH = '/memories?owner=ada';

/** A page whose surroundings a test decides. */
function aPage() {
  const timers: (() => void)[] = [];
  const page = {
    isReachable: true,
    isAtRisk: false,
    loaded: [] as string[],
    trouble: null as ScreenTrouble | null,
    /** The time for the next attempt has come. */
    async waits() {
      for (const work of timers.splice(0)) work();
      await settled();
    },
  };
  const surroundings: RecoveringPage = {
    isReachable: () => Promise.resolve(page.isReachable),
    load: (path) => page.loaded.push(path),
    isAtRisk: () => page.isAtRisk,
    loadedFor: null,
    later: (work) => {
      timers.push(work);
      return () => timers.splice(timers.indexOf(work), 1);
    },
    show: (trouble) => {
      page.trouble = trouble;
    },
  };
  const recovery = new ScreenRecovery(surroundings);
  return { page, recovery };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a screen whose files could not be loaded', () => {
  it('opens as soon as the network is back', async () => {
    const { page, recovery } = aPage();
    page.isReachable = false;
    await recovery.failed(PATH);
    expect(page.trouble).toEqual({ path: PATH, kind: 'unreachable' });
    await page.waits();
    await page.waits();
    expect([page.loaded, page.trouble?.kind]).toEqual([[], 'unreachable']);
    page.isReachable = true;
    await page.waits();
    expect(page.loaded).toEqual([PATH]);
  });

  it('opens at once, and once, when the browser says that the network is back', async () => {
    const { page, recovery } = aPage();
    page.isReachable = false;
    await recovery.failed(PATH);
    page.isReachable = true;
    await Promise.all([recovery.attempt(), recovery.attempt()]);
    expect(page.loaded).toEqual([PATH]);
    await page.waits();
    expect(page.loaded).toEqual([PATH]);
  });

  it('makes the page load once, never in a loop', async () => {
    const { page, recovery } = aPage();
    await recovery.failed(PATH);
    expect(page.loaded).toEqual([PATH]);
    // The loaded page does not get the files either.
    await recovery.failed(PATH);
    await recovery.failed(PATH);
    await recovery.attempt();
    expect(page.loaded).toEqual([PATH]);
    expect(page.trouble).toEqual({ path: PATH, kind: 'broken' });
    recovery.insist();
    expect(page.loaded).toEqual([PATH, PATH]);
  });

  it('may make the page load again after a screen was opened', async () => {
    const { page, recovery } = aPage();
    await recovery.failed(PATH);
    recovery.opened();
    await recovery.failed(PATH);
    expect(page.loaded).toEqual([PATH, PATH]);
  });

  it('waits for a person when that would lose what was typed', async () => {
    const { page, recovery } = aPage();
    page.isAtRisk = true;
    await recovery.failed(PATH);
    await recovery.attempt();
    expect([page.loaded, page.trouble?.kind]).toEqual([[], 'waiting']);
    recovery.insist();
    expect(page.loaded).toEqual([PATH]);
  });

  it('is forgotten when somebody goes elsewhere or stays', async () => {
    const { page, recovery } = aPage();
    page.isReachable = false;
    await recovery.failed(PATH);
    recovery.cancel();
    page.isReachable = true;
    await page.waits();
    await recovery.attempt();
    expect([page.loaded, page.trouble]).toEqual([[], null]);
  });

  it('is replaced by another one that somebody wants meanwhile', async () => {
    const { page, recovery } = aPage();
    await Promise.all([recovery.failed(PATH), recovery.failed('/projects')]);
    expect(page.loaded).toEqual(['/projects']);
  });
});
