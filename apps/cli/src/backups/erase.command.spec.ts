import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { RestoredInstallation } from '../../../../libs/backups/src/restored-installation.fixture.ts';
import { Reporter } from '../logs/reporter.ts';
import { BackupApi } from './backup-api.ts';
import { erase } from './erase.command.ts';
import { ProgressOutput } from './progress-line.ts';

describe('the command that erases an owner', () => {
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
  it('erases nobody without the name, and says how to go on', async () => {
    const console = recorded();
    expect(await erase(console, 'ada')).toBe(false);
    expect(console.lines.at(-1)).toContain('--yes ada');
    const refused = { code: 'erasure_not_confirmed' };
    await expect(erase(recorded(), 'ada', 'bob')).rejects.toMatchObject(refused);
  });

  it('shows the progress, what was erased, and the backups that hold it', async () => {
    const { store } = restored.installation;
    const { erasures, installationRuns, installationTasks, ownerEraser } = store.repositories;
    await store.newConversation('bea');
    const backup = await restored.backUp();
    const console = recorded();
    const done = erase(console, 'bea', 'bea');
    const task = await eventually(async () => {
      const open = await installationTasks.findOpen('erasure');
      if (open === null) throw new Error('not requested yet');
      return open;
    });
    const run = { taskId: task.id, attempt: task.attempt };
    await installationRuns.start(run, 'run-1');
    for (const open of await erasures.open()) {
      await erasures.count(open);
      for (const thing of await ownerEraser.things(open.ownerId, 10))
        await ownerEraser.remove(thing);
      await ownerEraser.removeRest(open);
      await ownerEraser.renameEvents(open, 100);
      await erasures.complete(open, () => Promise.resolve());
    }
    await erasures.completeTask(run);
    expect(await done).toBe(true);
    const said = console.lines.join('\n');
    expect(said).toMatch(/The change log says erased_[0-9a-z]{26}/);
    expect(said).toMatch(/conversations +1/);
    expect(said).toContain(`${backup.id}  ${backup.takenAt}  kept until about`);
  });
});
