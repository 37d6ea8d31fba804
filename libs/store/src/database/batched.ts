import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work for one caller, and how it is told what came of it. */
interface Waiting<Item, Result> {
  readonly item: Item;
  readonly answer: PromiseWithResolvers<Result>;
}

/**
 * Does work for several callers in one go: whoever asks while a batch is under way shares the next
 * one. A caller alone waits for nobody.
 */
export class Batched<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = false;

  /**
   * @param work does a batch as a whole or not at all; results in the order of the items. A batch
   * that fails is taken apart, so that one bad item does not spoil the others; its items are done
   * side by side then, lest each waits in vain for a database that is away.
   * @param limit most items of a batch
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limit: number,
  ) {}

  /** @throws what the work throws for this item alone */
  do(item: Item): Promise<Result> {
    const answer = Promise.withResolvers<Result>();
    this.waiting.push({ item, answer });
    if (!this.running) void this.run();
    return answer.promise;
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      // Those who are in the same turn of the event loop come along.
      await nextTurn();
      const batch = this.waiting.splice(0, this.limit);
      await this.doAll(batch);
    }
    this.running = false;
  }

  private async doAll(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(batch.map(({ item }) => item));
      for (const [index, result] of results.entries()) batch[index]?.answer.resolve(result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.answer.reject(error);
      else await Promise.all(batch.map((each) => this.doAll([each])));
    }
  }
}
