import { emptyReplay, REPLAYED_TABLES, type Replayed, type ReplayedTable } from './replayed.ts';

/** Increases when the state of the same log changes its form, so that older snapshots are not used. */
export const REPLAY_FORMAT = 1;

/**
 * The rows of a state, each as a line of JSON. A state has the same lines whether it was replayed
 * from the beginning or from a snapshot, so their hash identifies what the log says.
 */
export function* linesOf({ rows }: Replayed): Generator<string> {
  for (const table of REPLAYED_TABLES) {
    for (const [id, row] of rows[table]) yield JSON.stringify([table, id, row]);
  }
}

/** Builds a state from its lines. */
export class ReplayedReader {
  private readonly state = emptyReplay();

  /**
   * Adds a line of {@link linesOf}. Its form is not checked: the caller makes sure that the hash of
   * all lines is the one that was written.
   * @throws Error when the line is no row of a known table
   */
  add(line: string): void {
    const [table, id, row] = JSON.parse(line) as [ReplayedTable, string, never];
    this.state.rows[table].set(id, row);
  }

  /** The state, whose last event has this number. */
  end(eventNumber: number): Replayed {
    this.state.eventNumber = eventNumber;
    return this.state;
  }
}
