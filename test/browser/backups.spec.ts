import { jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { sharedStack } from '../support/shared-servers.ts';
import { pidOf, type StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

const DAY_MS = 24 * 60 * 60_000;

jest.setTimeout(3 * 60_000);

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
afterEach(async () => {
  await visit.page.unrouteAll({ behavior: 'ignoreErrors' });
  await visit.end();
});

/** Makes a backup on the page. @returns its row in the table, when it is there */
async function backUp(): Promise<Locator> {
  await visit.goTo('/settings/backups');
  const [response] = await Promise.all([
    visit.page.waitForResponse((each) => each.request().method() === 'POST'),
    visit.the('back-up').click(),
  ]);
  const { id } = (await response.json()) as { id: string };
  const row = visit.page.locator(`[data-backup=${id.replace('tsk_', 'bkp_')}]`);
  await row.waitFor();
  return row;
}

/** The `data-test` of the element that has the focus. */
function focused(): Promise<string> {
  return visit.page.evaluate<string>('document.activeElement.dataset.test');
}

/** The parts of answers that the tests change. */
interface Answer {
  readonly items: readonly [Answer, ...Answer[]];
  readonly lastGood: object;
  readonly verification: object;
}

/** Changes the answers of the gateway to one path. */
async function changeAnswer(path: string, change: (answer: Answer) => object): Promise<void> {
  await visit.page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: change((await response.json()) as Answer) });
    },
  );
}

/** Changes the facts of all tasks that the gateway answers with. */
function changeTasks(facts: object): Promise<void> {
  return changeAnswer('/tasks', (page) => ({
    ...page,
    items: page.items.map((task) => ({ ...task, ...facts })),
  }));
}

describe('a backup that a person makes', () => {
  it('is shown with its steps and its progress, and then in the table, without a reload', async () => {
    await visit.beginConversation();
    await visit.say('Ada', 'We meet in the small room on Tuesday.');
    await visit.seesType('summary', 'completed');
    await visit.page.getByRole('link', { name: 'Settings' }).click();
    await visit.page.evaluate('window.never = "reloaded"');
    await visit.the('backup-headline').waitFor();
    const before = await visit.the('backup').count();

    // A small backup is done before a test could look.
    await visit.record('progress');
    await visit.the('back-up').click();
    await visit.the('backup-outcome').getByText('restored for a check').waitFor();
    const shown = (await visit.recorded('progress')).join('\n');
    expect(shown).toMatch(/Saving the database|Checking it by restoring/);
    expect(shown).toMatch(/ of [\d.]+ [KMG]iB/);
    expect(shown).toMatch(/\d %/);

    await eventually(async () => {
      expect(await visit.the('backup').count()).toBe(before + 1);
    });
    // The table and the headline are fetched apart.
    await eventually(async () => {
      expect(await visit.the('backup-headline').innerText()).toMatch(
        /^Last good backup .+, checked by restoring$/,
      );
    });
    expect(await visit.the('next-backup').innerText()).toMatch(/^Next one .+ at 03:00\.$/);
    expect(await visit.page.evaluate('window.never')).toBe('reloaded');
    expect(await focused()).toBe('back-up');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('is found again after a reload, and can be cancelled', async () => {
    await visit.goTo('/settings/backups');
    const worker = pidOf('worker', stack);
    // A stopped worker cannot finish before the page is loaded again.
    process.kill(worker, 'SIGSTOP');
    try {
      await visit.the('back-up').click();
      await visit.the('cancel').waitFor();
      await visit.page.reload();
      await visit.the('progress').getByText('Waiting').waitFor();
      await visit.the('cancel').click();
      await visit.the('cancel').waitFor({ state: 'detached' });
    } finally {
      process.kill(worker, 'SIGCONT');
    }
    await visit.the('backup-outcome').getByText('Cancelled').waitFor();
    expect(await focused()).toBe('back-up');
    expect(visit.reportedErrors).toEqual([]);
  });

  it('shows what is inside', async () => {
    const newest = await backUp();
    await newest.getByText('Checked').waitFor();
    const inside = newest.getByTestId('backup-inside');
    await inside.focus();
    await inside.press('Enter');
    await newest.getByTestId('backup-contents').getByText('conversations').waitFor();
    expect(await inside.getAttribute('aria-expanded')).toBe('true');
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await inside.press('Enter');
    await newest.getByTestId('backup-contents').waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });
});

it('a backup is also among the tasks on the Activity page', async () => {
  await backUp();
  await visit.goTo('/processing?type=backup');
  const heading = visit.the('task').first().getByRole('heading');
  expect(await heading.innerText()).toBe('Backup of everything');
});

describe('the end of the latest backup', () => {
  const failure = {
    code: 'backup_place_full',
    stage: 'copy',
    message: 'The backup needs 4.0 GiB, and there are 2.1 GiB.',
    retryable: false,
    nextAction: 'Free space, or keep fewer backups; nothing was removed.',
  };
  const failed = { state: 'failed', error: failure };
  const warned = (code: string, message: string) => ({ warnings: [{ code, message }] });

  it.each([
    ['failed', failed, [/^Failed/, failure.message, failure.nextAction]],
    ['was skipped', warned('backup_not_due', 'There is one.'), [/^Skipped/]],
    [
      'lacks recordings',
      warned('backup_blob_missing', 'The bytes of 2 recordings are missing.'),
      [/^Done .+, but not everything/, 'The bytes of 2 recordings are missing.'],
    ],
  ])('is shown when it %s', async (_how, facts, words) => {
    await backUp();
    await changeTasks(facts);
    await visit.goTo('/settings/backups');
    for (const each of words) await visit.the('backup-run').getByText(each).waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });

  it('is told on every page when the last two failed', async () => {
    await backUp();
    await backUp();
    await changeTasks(failed);
    await visit.goTo('/');
    await visit.the('backup-banner').getByText('The last two backups failed').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });
});

describe('backups that are not as they should be', () => {
  it('are named with what differs, and a lost key is warned of', async () => {
    await backUp();
    const unreadable = [{ id: 'bkp_01jd3k4m5n6p7q8r9s0t1v2w3x', problem: 'damaged' }];
    await changeAnswer('/backups/status', (status) => ({ ...status, encrypted: true, unreadable }));
    const differences = ['segments: 11 rows instead of 12'];
    await changeAnswer('/backups', ({ items: [newest, ...older] }) => {
      const { verification } = newest;
      const damaged = {
        state: 'damaged',
        verification: { ...verification, ok: false, differences },
      };
      return { items: [{ ...newest, ...damaged }, ...older], nextCursor: null };
    });
    await visit.goTo('/settings/backups');
    await visit.the('key-warning').waitFor();
    await visit.page.getByText(/bkp_01jd3k4m5n6p7q8r9s0t1v2w3x is damaged/).waitFor();
    const newest = visit.the('backup').first();
    await newest.getByText('Damaged').waitFor();
    await newest.getByText('segments: 11 rows instead of 12').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
  });
});

describe('without a good backup for days', () => {
  it('every page says so, with a link to the backups', async () => {
    await backUp();
    const takenAt = new Date(Date.now() - 3.5 * DAY_MS).toISOString();
    await changeAnswer('/backups/status', ({ lastGood, ...status }) => {
      return { ...status, overdue: true, lastGood: { ...lastGood, takenAt } };
    });
    await visit.goTo('/memories');
    await visit.the('backup-banner').getByText('No good backup for 3 days').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('backup-banner').getByRole('link').click();
    await visit.the('backup-headline').getByText('No good backup for 3 days').waitFor();
    expect(await visit.the('backup-banner').count()).toBe(0);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('a restore', () => {
  it('says what would be gone, and changes nothing without the typed confirmation', async () => {
    const backup = await backUp();
    await visit.beginConversation();
    await visit.goTo('/settings/backups');
    await backup.getByTestId('restore').click();
    await visit.the('losses').getByText('1 conversation').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('restore-confirm').fill('restore it');
    await visit.the('restore-confirm').press('Enter');
    expect(await visit.the('restore-now').getAttribute('aria-disabled')).toBe('true');
    await visit.page.keyboard.press('Escape');
    await visit.the('restore-dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('restore');
    expect(await visit.the('restore-run').count()).toBe(0);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('goes back to the backup, keeps what was there, and the pages show it', async () => {
    await visit.beginConversation();
    const kept = visit.page.url();
    const backup = await backUp();
    await visit.beginConversation();
    const gone = visit.page.url();
    const watching = await Visit.begin(browser, stack.baseUrl);
    await watching.goTo('/');
    const listed = watching.page.locator(`a[href="${new URL(gone).pathname}"]`);
    await listed.waitFor();
    await visit.goTo('/settings/backups');
    await backup.getByTestId('restore').click();
    const confirm = await visit.the('restore-dialog').locator('code').innerText();
    await visit.the('restore-confirm').fill(confirm);
    await visit.the('restore-now').click();
    await visit.the('restore-outcome').getByText('Restored').waitFor();
    await visit.the('backup').getByText('kept before a restore').first().waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await listed.waitFor({ state: 'detached' });
    await watching.end();
    await visit.page.goto(kept);
    await visit.the('composer').waitFor();
    await visit.page.goto(gone);
    await visit.page.getByText('There is no such conversation').waitFor();
  });

  it('fits a phone', async () => {
    const phone = await Visit.begin(browser, stack.baseUrl, {
      viewport: { width: 360, height: 740 },
    });
    await phone.goTo('/settings/backups');
    await phone.the('restore').first().click();
    await phone.the('restore-confirm').waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const overflow = `(() => {
      const { scrollWidth, clientWidth } = document.querySelector('[data-test=restore-dialog]');
      return scrollWidth - clientWidth;
    })()`;
    expect(await phone.page.evaluate(overflow)).toBe(0);
    expect(await accessibilityBreaches(phone.page)).toEqual([]);
    await phone.end();
  });
});

describe('a place that cannot be read', () => {
  it('is named with the next action, and leads to no banner', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The place for backups cannot be read or written',
      status: 503,
      detail: 'There is no such folder.',
      code: 'backup_place_unavailable',
      nextAction: 'Check AFTERWORD_BACKUP_PLACE, its permissions and its network.',
      requestId: 'req_1',
      retryable: true,
    };
    await visit.page.route(
      ({ pathname }) => pathname.startsWith('/backups'),
      (route) =>
        route.fulfill({ status: 503, json: problem, contentType: 'application/problem+json' }),
    );
    await visit.goTo('/settings/backups');
    await visit.page.getByRole('alert').getByText(problem.nextAction).waitFor();
    const asked = visit.page.waitForResponse('**/backups/status');
    await visit.goTo('/memories');
    await (await asked).finished();
    await visit.page.getByRole('heading', { name: 'Memories' }).waitFor();
    expect(await visit.the('backup-banner').count()).toBe(0);
  });
});

describe('the page of the backups', () => {
  it.each(['light', 'dark'] as const)('is accessible when it is %s', async (colorScheme) => {
    const visitor = await Visit.begin(browser, stack.baseUrl, { colorScheme });
    await visitor.goTo('/settings/backups');
    await visitor.the('backup').first().waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.the('back-up').click();
    await visitor.the('progress').waitFor();
    expect(await accessibilityBreaches(visitor.page)).toEqual([]);
    await visitor.the('backup-outcome').getByText('Done').waitFor();
    await visitor.end();
  });

  it('fits a phone', async () => {
    const phone = await Visit.begin(browser, stack.baseUrl, {
      viewport: { width: 360, height: 740 },
    });
    await phone.goTo('/settings/backups');
    await phone.the('backup-inside').first().click();
    await phone.the('backup-contents').getByText('conversations').waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await accessibilityBreaches(phone.page)).toEqual([]);
    await phone.end();
  });
});
