import type { Repositories } from '#store';

/** Requests a clean-up when there is something to remove; for housekeeping. */
export class DueCleanUp {
  /** @param binKeptMs how long what was deleted can be restored, in milliseconds */
  constructor(
    private readonly repositories: Pick<
      Repositories,
      'binPurge' | 'installationTasks' | 'unusedBlobs'
    >,
    private readonly binKeptMs: number,
  ) {}

  async requestIfDue(): Promise<void> {
    const { binPurge, installationTasks, unusedBlobs } = this.repositories;
    await unusedBlobs.noteOrphans();
    const items = await binPurge.countDue(new Date(Date.now() - this.binKeptMs));
    if (items + (await unusedBlobs.count()) === 0) return;
    await installationTasks.request('clean_up', { priority: 'batch' }, null);
  }
}
