import type { TaskRun } from '#contracts/tasks';
import { findRestoreRecord, openDatabase } from '#store';
import { ScratchDatabases } from '../postgres/scratch/scratch-databases.ts';
import { DatabaseSwitch } from './database-switch.ts';
import { Maintenance } from './maintenance.ts';
import { runNameOf } from './restore-run.ts';

/** How a restore was left. */
export type RestoreOutcome = 'undone' | 'restored';

/** Ends restores, one way or the other. It needs the server only: no place of backups, and no key. */
export class RestoreEnding {
  private readonly databases: DatabaseSwitch;
  private readonly maintenance: Maintenance;
  private readonly scratch: ScratchDatabases;

  /** @param url `postgresql://…` of the installation's own database */
  constructor(private readonly url: string) {
    this.databases = new DatabaseSwitch(url);
    this.maintenance = new Maintenance(url);
    this.scratch = new ScratchDatabases(url);
  }

  /** Whether the own database is the one that a run has restored. */
  async isRestored(run: TaskRun): Promise<boolean> {
    const own = openDatabase(this.url, 1, () => undefined);
    try {
      return (await findRestoreRecord(own.db, run)) !== null;
    } finally {
      await own.close();
    }
  }

  /** Lets writers into the restored database, and drops the one that it has replaced. */
  async finish(run: TaskRun): Promise<void> {
    await this.maintenance.end(runNameOf(run));
    await this.databases.dropReplaced(runNameOf(run));
  }

  /**
   * Ends a restore that has failed, was cancelled or is given up: the own database is as it was, and
   * writers are let in. A restore that has let writers in already stays, because they may have
   * written since; it is finished instead.
   */
  undo(run: TaskRun): Promise<RestoreOutcome> {
    return this.databases.exclusively(() => this.undoNow(run));
  }

  private async undoNow(run: TaskRun): Promise<RestoreOutcome> {
    const name = runNameOf(run);
    const isSwitched = await this.databases.hasHappened(name);
    if (isSwitched && (await this.databases.areWritersBlocked())) await this.databases.back(name);
    else if (isSwitched || (await this.isRestored(run))) {
      await this.finish(run);
      return 'restored';
    }
    await this.maintenance.end(name);
    await this.scratch.drop(name);
    return 'undone';
  }
}
