import { emptyReplay } from '#domain';
import { AppError, type Logger } from '#platform';
import type { ProjectionsRepository } from '#store';
import { foldEvents, type Progress } from '../check/fold-events.ts';
import type { SnapshotFolder } from './snapshot-folder.ts';
import type { Snapshot } from './snapshot-file.ts';

/** Transactions are short, so one that runs longer than this is an operator's. */
const SETTLING_TIMEOUT_MS = 60_000;

/** Takes snapshots of what the change log says. */
export class SnapshotTaker {
  constructor(
    private readonly projections: ProjectionsRepository,
    private readonly folder: SnapshotFolder,
    /** Number of snapshots to keep. */
    private readonly keep: number,
    private readonly logger: Logger,
  ) {}

  /**
   * Takes a snapshot at the last settled event, from the newest one that can be used and the events
   * since, and removes the oldest ones.
   * @param progress `signal` stops it; nothing is left behind
   * @throws AppError `snapshot_failed`; the abort reason
   */
  async take({ signal, onEvents }: Progress & { readonly signal: AbortSignal }): Promise<Snapshot> {
    const upTo = await this.projections.settledNumber(SETTLING_TIMEOUT_MS);
    if (upTo === null) {
      throw new AppError(
        'snapshot_failed',
        'A transaction of the database has been open for long.',
      );
    }
    const snapshot = await this.projections.view(async (view) => {
      const { newest, unused } = await this.folder.newest(view);
      for (const { snapshot: each, error } of unused) {
        this.logger.warn(
          { snapshotId: each.id, fault: error.fault, reason: error.message },
          'a snapshot cannot be used',
        );
      }
      const state = newest?.state ?? emptyReplay();
      await foldEvents(view, state, { upTo, signal, onEvents });
      return this.folder.write(state, view, signal);
    });
    await this.folder.removeAllBut(this.keep);
    return snapshot;
  }
}
