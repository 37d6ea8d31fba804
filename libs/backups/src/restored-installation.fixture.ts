import type { TaskRun } from '#contracts/tasks';
import { newId } from '#store';
import { Installation, still } from './installation.fixture.ts';
import type { Manifest } from './manifest/manifest.ts';
import { readContents } from './postgres/contents/database-contents.ts';
import { withSnapshot } from './postgres/dump-snapshot.ts';
import { AbandonedRestores } from './restoring/abandoned-restores.ts';
import { restorerOf } from './restoring/open-restorer.ts';
import { RestoreEnding } from './restoring/restore-ending.ts';
import { Maintenance } from './restoring/maintenance.ts';
import { runNameOf, type RestoreJob } from './restoring/restore-run.ts';
import type { Restorer } from './restoring/restorer.ts';

/** The steps of a restore, in order. */
export const STEPS = ['unpack', 'protect', 'switch', 'confirm'] as const;
export type Step = (typeof STEPS)[number];

/** Restores backups of an installation. */
export class RestoredInstallation {
  constructor(readonly installation: Installation) {}

  static async open(): Promise<RestoredInstallation> {
    return new RestoredInstallation(await Installation.open());
  }

  close(): Promise<void> {
    return this.installation.close();
  }

  get restorer(): Restorer {
    return restorerOf(this.installation.source);
  }

  get ending(): RestoreEnding {
    return new RestoreEnding(this.installation.store.url);
  }

  /** Makes a whole backup, with ids as the product has them. */
  async backUp(): Promise<Manifest> {
    const { maker } = this.installation;
    const job = { backupId: newId('backup'), taskId: newId('task'), full: false };
    await maker.dump(job, still());
    await maker.copy(job, still());
    return maker.verify(job, still());
  }

  /** Requests a restore, and starts its run. */
  async request(backupId: string): Promise<RestoreJob> {
    const { installationTasks } = this.installation.store.repositories;
    await installationTasks.request('restore', { settings: { backupId } }, null);
    return this.startRequested();
  }

  /** Starts the run of the restore that was requested. */
  async startRequested(): Promise<RestoreJob> {
    const { installationTasks, installationRuns } = this.installation.store.repositories;
    const task = await installationTasks.findOpen('restore');
    if (task === null) throw new Error('no restore was requested');
    const run = { taskId: task.id, attempt: task.attempt };
    await installationRuns.start({ ...run, firstRunId: 'run-1' }, 'run-1');
    const { backupId = '' } = task.settings;
    return { ...run, backupId, restorePointId: newId('backup') };
  }

  /** Does one step. */
  async do(step: Step, job: RestoreJob, endRuns = () => Promise.resolve()): Promise<unknown> {
    const { restorer } = this;
    switch (step) {
      case 'unpack':
        return restorer.unpack(job, still());
      case 'protect':
        return restorer.protect(job, still());
      case 'switch':
        return restorer.switch(job);
      case 'confirm':
        return restorer.confirm(job, endRuns);
    }
  }

  /** Does all steps. */
  async restore({ id }: Manifest): Promise<RestoreJob> {
    const job = await this.request(id);
    for (const step of STEPS) await this.do(step, job);
    await this.installation.store.repositories.installationRuns.complete(job, []);
    return job;
  }

  /** Ends all restores that were left behind. */
  sweep(): Promise<readonly TaskRun[]> {
    const abandoned = new AbandonedRestores(this.installation.store.url);
    return abandoned.end(() => Promise.resolve(false));
  }

  /** What the tables hold, by table: rows and their hash. */
  async contents(): Promise<ReadonlyMap<string, string>> {
    const { url } = this.installation.store;
    const { signal } = still();
    const { tables } = await withSnapshot({ url, signal }, (snapshot) => readContents(snapshot));
    return new Map(tables.map(({ name, rows, hash }) => [name, `${rows} ${hash}`]));
  }

  /** Whether an ordinary session can write. */
  async canWrite(): Promise<boolean> {
    return this.installation.store.newConversation().then(
      () => true,
      () => false,
    );
  }

  /** Databases of the server that a restore has made and not removed. */
  async leftovers(): Promise<readonly string[]> {
    const rows = await this.installation.store.rows(
      `SELECT datname FROM pg_database
       WHERE shobj_description(oid, 'pg_database') LIKE '%"installation":"' || current_database() || '"%'`,
    );
    return rows.map(({ datname }) => String(datname));
  }
}

/** Blocks the writers of a database, as a restore does. */
export function blockWriters(url: string, run: TaskRun): Promise<void> {
  return new Maintenance(url).begin(runNameOf(run));
}
