import { ProjectionCheck, ProjectionMender, SnapshotFolder, type CheckReport } from '#backups';
import type { Difference } from '#domain';
import type { Config } from '#platform';
import { openDatabase, ProjectionsRepository } from '#store';
import type { Reporter } from '../logs/reporter.ts';
import { installationDatabaseUrl } from '../postgres/installation-database.ts';
import { describeDifference, describeReport, describeUnchecked } from './check-report.ts';

/** Options of `afterword check`. */
export interface CheckFlags {
  readonly repair: boolean;
  readonly fromBeginning: boolean;
  /** Another database than that of the installation. */
  readonly url?: string;
}

/** Differences that are kept for a repair; the next round finds the others. */
const MOST_REPAIRED_TOGETHER = 10_000;

/**
 * `afterword check`: compares the data with the change log, and repairs it if that was asked for.
 * @returns whether no difference is left
 * @throws the error of the database or of the folder of snapshots
 */
export async function check(
  config: Config,
  { repair, fromBeginning, url }: CheckFlags,
  reporter: Reporter,
): Promise<boolean> {
  const database = openDatabase(url ?? installationDatabaseUrl(config), 2, () => undefined);
  try {
    const projections = new ProjectionsRepository(database.db);
    // The snapshots are those of the installation's own database.
    const snapshots = url === undefined ? new SnapshotFolder(config.snapshots.folder) : null;
    const session = new CheckSession(projections, snapshots, fromBeginning, reporter);
    const left = repair ? await session.repair() : await session.check();
    reporter.say(describeUnchecked());
    return left === 0;
  } finally {
    await database.close();
  }
}

/** The checks of one command. */
class CheckSession {
  private readonly checking: ProjectionCheck;
  private readonly mender: ProjectionMender;
  private found: Difference[] = [];

  constructor(
    projections: ProjectionsRepository,
    snapshots: SnapshotFolder | null,
    private readonly fromBeginning: boolean,
    private readonly reporter: Reporter,
  ) {
    this.checking = new ProjectionCheck(projections, snapshots);
    this.mender = new ProjectionMender(projections);
  }

  /** @returns number of differences */
  async check(): Promise<number> {
    this.found = [];
    const startedMs = performance.now();
    const report = await this.checking.run({
      fromBeginning: this.fromBeginning,
      onDifference: (difference) => this.take(difference),
    });
    this.tell(report, performance.now() - startedMs);
    return report.differences;
  }

  /** Checks and repairs until nothing is left that can be repaired. @returns number of differences */
  async repair(): Promise<number> {
    for (;;) {
      const left = await this.check();
      if (left === 0) return 0;
      const repaired = await this.mender.mend(this.found);
      for (const { table, id, fields } of repaired) {
        this.reporter.say(`  repaired ${table} ${id}: ${fields.join(', ')}`);
      }
      if (repaired.length === 0) return left;
      this.reporter.say('Checking again.');
    }
  }

  private take(difference: Difference): void {
    this.reporter.say(`  ${describeDifference(difference)}`);
    if (this.found.length < MOST_REPAIRED_TOGETHER) this.found.push(difference);
  }

  private tell(report: CheckReport, elapsedMs: number): void {
    for (const line of describeReport(report, elapsedMs)) this.reporter.say(line);
  }
}
