import { setImmediate as nextEventLoopTurn } from 'node:timers/promises';

/** An item of one caller, and the promise of its result. */
interface QueuedItem<Item, Result> {
  readonly item: Item;
  readonly answer: PromiseWithResolvers<Result>;
}

/**
 * Runs work for several callers in one batch. Calls during a running batch share the next one. A
 * single caller does not wait for others.
 */
export class Batched<Item, Result> {
  private waiting: QueuedItem<Item, Result>[] = [];
  private running = false;

  /**
   * @param work runs a batch completely or not at all, and returns results in the order of the
   * items. After a failure each item runs alone, so that one bad item does not fail the others.
   * They run concurrently, so that they do not wait one by one for an unavailable database.
   * @param limit maximum number of items in a batch
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limit: number,
  ) {}

  /** @throws whatever the work throws when it runs for this item alone */
  do(item: Item): Promise<Result> {
    const answer = Promise.withResolvers<Result>();
    this.waiting.push({ item, answer });
    if (!this.running) void this.run();
    return answer.promise;
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      // Lets all callers of the same event loop turn join the batch.
      await nextEventLoopTurn();
      const batch = this.waiting.splice(0, this.limit);
      await this.doAll(batch);
    }
    this.running = false;
  }

  private async doAll(batch: readonly QueuedItem<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(batch.map(({ item }) => item));
      for (const [index, result] of results.entries()) batch[index]?.answer.resolve(result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.answer.reject(error);
      else await Promise.all(batch.map((each) => this.doAll([each])));
    }
  }
}
