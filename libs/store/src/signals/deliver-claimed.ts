import { orTooLate } from '#platform';

/** The result of a round of deliveries. */
export interface DispatchRound {
  readonly delivered: number;
  readonly failures: readonly unknown[];
}

/** A claimed row whose delivery has ended. */
export interface EndedDelivery<Row, Outcome> {
  readonly row: Row;
  readonly outcome: PromiseSettledResult<Outcome>;
}

/** How long deliveries that have ended wait for slower ones of their round. */
const SETTLE_EVERY_MS = 250;

/**
 * Delivers claimed rows concurrently. Rows are settled together once all deliveries have ended; a
 * slow delivery delays the others by a fraction of a second only.
 * @param settle stores the outcomes
 * @throws the error of `settle`, such as that the database is away, after all deliveries have ended
 */
export async function deliverClaimed<Row, Outcome>(
  rows: readonly Row[],
  deliver: (row: Row) => Promise<Outcome>,
  settle: (ended: readonly EndedDelivery<Row, Outcome>[]) => Promise<void>,
): Promise<DispatchRound> {
  const ended: EndedDelivery<Row, Outcome>[] = [];
  const failures: unknown[] = [];
  const all = Promise.all(
    rows.map(async (row) => {
      const [outcome] = await Promise.allSettled([callOf(deliver, row)]);
      if (outcome.status === 'rejected') failures.push(outcome.reason);
      ended.push({ row, outcome });
    }),
  );
  try {
    for (let left = rows.length; left > 0;) {
      await orTooLate(SETTLE_EVERY_MS, all);
      const some = ended.splice(0);
      left -= some.length;
      if (some.length > 0) await settle(some);
    }
  } finally {
    // Whoever waits for the round, such as a shutdown, waits for its calls.
    await all;
  }
  return { delivered: rows.length - failures.length, failures };
}

/** A delivery that throws synchronously fails as well. */
async function callOf<Row, Outcome>(
  deliver: (row: Row) => Promise<Outcome>,
  row: Row,
): Promise<Outcome> {
  return deliver(row);
}
