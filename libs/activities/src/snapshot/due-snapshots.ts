import { isSnapshotDue, type SnapshotIntervals } from '#domain';
import { inTime, type Logger } from '#platform';
import type { InstallationTasksRepository, SnapshotAgeRepository } from '#store';

/** Looking whether a snapshot is due never holds up the work before it longer than this. */
const MAX_WAIT_MS = 2_000;

/** Requests a snapshot when one is due; for the end of scoring tasks. */
export class DueSnapshots {
  /** @param intervals `null` when snapshots are disabled */
  constructor(
    private readonly age: Pick<SnapshotAgeRepository, 'sinceLast'>,
    private readonly tasks: Pick<InstallationTasksRepository, 'request'>,
    private readonly intervals: SnapshotIntervals | null,
    private readonly logger: Logger,
  ) {}

  /** Costs one short query unless a snapshot is due. Never throws: what fails is logged. */
  async requestIfDue(): Promise<void> {
    if (this.intervals === null) return;
    try {
      await inTime(MAX_WAIT_MS, this.request(this.intervals));
    } catch (err) {
      this.logger.warn({ err }, 'cannot look whether a snapshot is due');
    }
  }

  private async request(intervals: SnapshotIntervals): Promise<void> {
    const since = await this.age.sinceLast(new Date());
    if (!isSnapshotDue(since, intervals)) return;
    await this.tasks.request('snapshot', { priority: 'batch' }, null);
  }
}
