import { emptyReplay, REPLAYED_TABLES, type Replayed } from './replayed.ts';

/** Increases when the state of the same log changes its form, so that older snapshots are not used. */
export const REPLAY_FORMAT = 6;

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
   * Adds a line of {@link linesOf}. The form of its row is not checked: the caller makes sure that
   * the hash of all lines is the one that was written.
   * @throws Error when the line is no row of a known table
   */
  add(line: string): void {
    const parsed: unknown = JSON.parse(line);
    const [table, id, row] = isArray(parsed) ? parsed : [];
    const name = REPLAYED_TABLES.find((each) => each === table);
    if (name === undefined || typeof id !== 'string') throw new Error('the line is no row');
    const rows: Map<string, unknown> = this.state.rows[name];
    rows.set(id, row);
  }

  /** The state, whose last event has this number. */
  end(eventNumber: number): Replayed {
    this.state.eventNumber = eventNumber;
    return this.state;
  }
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
