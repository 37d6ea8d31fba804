/** Rows of one statement. */
const BATCH = 1_000;

/** Works on things batch by batch, in order; the first thing that fails ends it. */
export async function inBatches<Thing>(
  things: readonly Thing[],
  work: (batch: readonly Thing[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < things.length; start += BATCH) {
    await work(things.slice(start, start + BATCH));
  }
}
