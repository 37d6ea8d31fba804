import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { RestoredInstallation } from '../../../../libs/backups/src/restored-installation.fixture.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import { Reporter } from '../logs/reporter.ts';
import { BackupApi } from './backup-api.ts';
import { backUp, listBackups, restore } from './backup.command.ts';
import { ProgressOutput } from './progress-line.ts';

describe('the commands about backups', () => {
  let restored: RestoredInstallation;
  let gateway: TestGateway;
  beforeAll(async () => {
    restored = await RestoredInstallation.open();
    const { store, placeFolder } = restored.installation;
    const settings = { AFTERWORD_BACKUP_PLACE: placeFolder };
    gateway = await startGateway({ databaseUrl: store.url, settings });
  });
  afterAll(async () => {
    await gateway.stop();
    await restored.close();
  });

  /** A console whose output is recorded. */
  const recorded = () => {
    const lines: string[] = [];
    const write = (text: string) => lines.push(text.trimEnd()) > 0;
    return {
      lines,
      api: new BackupApi(gateway.url),
      reporter: new Reporter(write),
      progress: new ProgressOutput({ write, isTTY: false }),
    };
  };

  it('list what there is', async () => {
    const console = recorded();
    await listBackups(console);
    expect(console.lines).toEqual(['There are no backups yet.']);
    const { id } = await restored.backUp();
    await listBackups(console);
    expect(console.lines[1]).toMatch(new RegExp(`^${id} .* verified .* rows`));
  });

  it('say what a restore would change, and how to confirm it', async () => {
    const { id } = await restored.backUp();
    await restored.installation.converse();
    const console = recorded();
    expect(await restore(console, id, { dryRun: true })).toBe(true);
    expect(console.lines.join('\n')).toMatch(/conversations +1, the newest at/);
    expect(console.lines.at(-1)).toContain(`--yes "restore ${id}"`);
    expect(await restore(console, id, { dryRun: false })).toBe(false);
  });

  it('refuse another confirmation with the code of the API', async () => {
    const { id } = await restored.backUp();
    const mistyped = restore(recorded(), id, { dryRun: false, yes: 'yes' });
    await expect(mistyped).rejects.toMatchObject({ code: 'confirmation_missing' });
    const unknown = restore(recorded(), 'bkp_01jd3k4m5n6p7q8r9s0t1v2w50', { dryRun: true });
    await expect(unknown).rejects.toBeInstanceOf(AppError);
  });

  it('show the progress of a restore through the switch, until it is done', async () => {
    const { id } = await restored.backUp();
    const console = recorded();
    const done = restore(console, id, { dryRun: false, yes: `restore ${id}` });
    const job = await eventually(() => restored.startRequested());
    for (const step of ['unpack', 'protect', 'switch', 'confirm'] as const) {
      await restored.do(step, job);
    }
    await restored.installation.store.repositories.installationRuns.complete(job, []);
    expect(await done).toBe(true);
    expect(console.lines[0]).toContain('  0 %');
    expect(console.lines.at(-1)).toContain('100 %  Done');
  });

  it('say why a backup has failed', async () => {
    const console = recorded();
    const done = backUp(console, true);
    const { store } = restored.installation;
    await eventually(async () => {
      const open = await store.repositories.installationTasks.findOpen('backup');
      if (open === null) throw new Error('not requested yet');
      const message = 'There is no space left.';
      const more = { retryable: false, nextAction: 'Free some.' };
      const error = { code: 'backup_place_full', stage: 'dump', message, ...more } as const;
      const run = { taskId: open.id, attempt: open.attempt };
      await store.repositories.tasks.end(run, { state: 'failed', error });
    });
    expect(await done).toBe(false);
    expect(console.lines.at(-1)).toBe('There is no space left. Free some.');
  });
});
