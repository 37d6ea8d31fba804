import type { Repositories } from '#store';

/** Requests that the rules of retention are applied, when there are any; for housekeeping. */
export class DueRetention {
  constructor(
    private readonly repositories: Pick<Repositories, 'installationTasks' | 'retentionRules'>,
  ) {}

  async requestIfDue(): Promise<void> {
    const { installationTasks, retentionRules } = this.repositories;
    const rules = await retentionRules.list();
    if (rules.every(({ keptDays }) => keptDays === null)) return;
    await installationTasks.request('retention', { priority: 'batch' }, null);
  }
}
