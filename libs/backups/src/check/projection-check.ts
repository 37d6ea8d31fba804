import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  differencesOf,
  emptyReplay,
  missingRow,
  REPLAYED_TABLES,
  surplusRow,
  type Difference,
  type Replayed,
  type ReplayedTable,
} from '#domain';
import type { ProjectionsRepository, ProjectionView } from '#store';
import { hashOfState } from '../snapshots/content-hash.ts';
import { SnapshotFaultError, type Snapshot } from '../snapshots/snapshot-file.ts';
import type { SnapshotFolder, UnusedSnapshot } from '../snapshots/snapshot-folder.ts';
import { foldEvents, type Progress } from './fold-events.ts';

/** How to check. */
export interface CheckOptions extends Progress {
  /** Replays all events, and checks every snapshot against them. By default the newest is used. */
  readonly fromBeginning?: boolean;
  /** Called with each difference, as it is found. */
  readonly onDifference: (difference: Difference) => void;
}

/** What was checked. */
export interface CheckReport {
  /** Number of the last event. */
  readonly eventNumber: number;
  /** Number of events that were replayed. */
  readonly events: number;
  /** Number of rows that were compared. */
  readonly rows: number;
  /** Number of differences. */
  readonly differences: number;
  /** The snapshot from which events were replayed; `null` for the beginning. */
  readonly snapshot: Snapshot | null;
  /** Snapshots that cannot be used, or are not what the log says. */
  readonly faults: readonly UnusedSnapshot[];
}

/** Rows that are looked through before other work gets its turn. */
const ROWS_PER_TURN = 5_000;

/**
 * Compares the rows that follow from the change log with the log. It reads both as they were at one
 * moment and takes no locks, so it may run at any time.
 */
export class ProjectionCheck {
  /** @param snapshots `null` to check without snapshots, as in a database that was just restored */
  constructor(
    private readonly projections: ProjectionsRepository,
    private readonly snapshots: SnapshotFolder | null = null,
  ) {}

  /**
   * What a snapshot and the events since say must be what all events say: differences that are found
   * from a snapshot are therefore looked for again from the beginning, so that a wrong snapshot is
   * not taken for a wrong row.
   * @throws the error of the database; AppError `snapshot_failed` when the folder cannot be read
   */
  async run(options: CheckOptions): Promise<CheckReport> {
    return this.projections.view(async (view) => {
      if (options.fromBeginning !== true) {
        const quick = await this.fromSnapshot(view, options);
        if (quick !== null && quick.differences === 0) return quick;
      }
      return this.fromBeginning(view, options);
    });
  }

  /** @returns `null` when there is no snapshot */
  private async fromSnapshot(
    view: ProjectionView,
    options: CheckOptions,
  ): Promise<CheckReport | null> {
    const { newest = null, unused = [] } = (await this.snapshots?.newest(view)) ?? {};
    if (newest === null) return null;
    const { state, snapshot } = newest;
    const events = await foldEvents(view, state, options);
    const compared = await compare(view, state, { ...options, onDifference: () => undefined });
    const { eventNumber } = state;
    return { eventNumber, events, ...compared, snapshot, faults: unused };
  }

  private async fromBeginning(view: ProjectionView, options: CheckOptions): Promise<CheckReport> {
    const state = emptyReplay();
    const faults: UnusedSnapshot[] = [];
    let events = 0;
    // The newest come first in the list; replaying needs the oldest first.
    const snapshots = [...((await this.snapshots?.list()) ?? [])].reverse();
    snapshots.sort((one, other) => one.eventNumber - other.eventNumber);
    for (const snapshot of snapshots) {
      const contentHash = await this.contentHash(snapshot, view);
      if (contentHash instanceof SnapshotFaultError) {
        faults.push({ snapshot, error: contentHash });
        continue;
      }
      events += await foldEvents(view, state, { ...options, upTo: snapshot.eventNumber });
      if ((await hashOfState(state)) === contentHash) continue;
      const error = new SnapshotFaultError('wrong', 'It is not what the change log says.');
      faults.push({ snapshot, error });
    }
    events += await foldEvents(view, state, options);
    const { eventNumber } = state;
    return {
      eventNumber,
      events,
      ...(await compare(view, state, options)),
      snapshot: null,
      faults,
    };
  }

  private async contentHash(
    snapshot: Snapshot,
    view: ProjectionView,
  ): Promise<string | SnapshotFaultError> {
    try {
      return (await this.snapshots?.read(snapshot, view))?.contentHash ?? '';
    } catch (error) {
      if (error instanceof SnapshotFaultError) return error;
      throw error;
    }
  }
}

/** Counts of a comparison. */
interface Compared {
  readonly rows: number;
  readonly differences: number;
}

/** Compares all rows with a state that has all events of the view. */
async function compare(
  view: ProjectionView,
  state: Replayed,
  { signal, onDifference }: CheckOptions,
): Promise<Compared> {
  let rows = 0;
  let differences = 0;
  const found = (difference: Difference) => {
    differences += 1;
    onDifference(difference);
  };
  for (const table of REPLAYED_TABLES) {
    const expected: ReadonlyMap<string, object> = state.rows[table];
    const seen = new Set<string>();
    for await (const page of view.rows(table)) {
      signal?.throwIfAborted();
      for (const { id, values } of page) {
        rows += 1;
        const row = expected.get(id);
        if (row === undefined) found(surplusRow(table, id));
        else {
          seen.add(id);
          differencesOf({ table, id }, row, values, digestOf).forEach(found);
        }
      }
    }
    if (seen.size < expected.size) await findMissing(table, expected, seen, found);
  }
  return { rows, differences };
}

async function findMissing(
  table: ReplayedTable,
  expected: ReadonlyMap<string, object>,
  seen: ReadonlySet<string>,
  found: (difference: Difference) => void,
): Promise<void> {
  let looked = 0;
  for (const id of expected.keys()) {
    if (!seen.has(id)) found(missingRow(table, id));
    looked += 1;
    if (looked % ROWS_PER_TURN === 0) await nextTurn();
  }
}

/** Identifies a value without showing it. */
function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
