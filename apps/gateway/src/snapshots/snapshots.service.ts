import { Inject, Injectable } from '@nestjs/common';
import { SnapshotFolder } from '#backups';
import type { SnapshotList, Task } from '#contracts/api';
import type { Config } from '#platform';
import { InstallationTasksRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { toTask } from '../tasks/task-view.ts';

/** The snapshots in their folder, and requests for more. */
@Injectable()
export class SnapshotsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly requests: InstallationTasksRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** All snapshots, newest first. @throws AppError `snapshot_failed` */
  async list(): Promise<SnapshotList> {
    const snapshots = await new SnapshotFolder(this.config.snapshots.folder).list();
    const items = snapshots.map(({ id, eventNumber, takenAt, sizeBytes }) => ({
      ...{ id, eventNumber },
      takenAt: takenAt.toISOString(),
      bytes: sizeBytes,
    }));
    return { items };
  }

  /**
   * Requests a snapshot, or joins the one that is pending or running.
   * @throws AppError `idempotency_key_reused`
   */
  async take(key: string | null): Promise<Task> {
    const request = idempotentRequest('POST /snapshots', key, {});
    const task = await this.requests.request('snapshot', {}, request);
    this.dispatcher.request();
    return toTask(task, this.config.temporal);
  }
}
