import type { AppError } from '#platform';
import { FairQueue } from '../../rules/fair-queue.ts';
import { AdaptiveLimit, type RequestEnd } from './adaptive-limit.ts';

/** A wait that is longer is left to the caller, so that it takes no place meanwhile. */
const LONGEST_HELD_MS = 5_000;

/** A request that waits for its place. */
interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: AppError) => void;
}

/**
 * Lets requests to one server begin, as many at the same time as {@link AdaptiveLimit} allows, in turns
 * between owners. Shared by everything in a process that asks this server.
 */
export class RequestGate {
  private readonly limit: AdaptiveLimit;
  private readonly waiting = new FairQueue<Waiting>();
  private inFlight = 0;
  private opening: NodeJS.Timeout | null = null;

  /**
   * @param most the most requests at the same time
   * @param busy the error, with the time in milliseconds, while the server has asked for a long wait
   */
  constructor(
    most: number,
    private readonly busy: (retryAfterMs: number) => AppError,
  ) {
    this.limit = new AdaptiveLimit(most);
  }

  /**
   * Runs a request once it has a place.
   * @param endOf what a result or an error says about the load of the server
   * @throws AppError that `busy` makes, while the server has asked for a long wait
   * @throws the reason of the signal when it is aborted before the request has begun
   */
  async run<Result>(
    { owner = '', signal }: { readonly owner?: string; readonly signal: AbortSignal },
    request: () => Promise<Result>,
    endOf: (outcome: PromiseSettledResult<Result>, durationMs: number) => RequestEnd,
  ): Promise<Result> {
    await this.place(owner, signal);
    const startedAtMs = performance.now();
    const [outcome] = await Promise.allSettled([request()]);
    const nowMs = performance.now();
    this.limit.note(endOf(outcome, nowMs - startedAtMs), this.inFlight, nowMs);
    this.inFlight -= 1;
    this.admit();
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  private place(owner: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.remove(owner, item);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the caller's reason, whatever it is
        reject(signal.reason);
      };
      const item: Waiting = {
        enter: () => {
          signal.removeEventListener('abort', leave);
          this.inFlight += 1;
          resolve();
        },
        refuse: (error) => {
          signal.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.add(owner, item);
      this.admit();
    });
  }

  private admit(): void {
    const waitMs = Math.ceil(this.limit.waitMs(performance.now()));
    if (waitMs > LONGEST_HELD_MS) return this.refuseAll(waitMs);
    if (waitMs > 0) return this.openIn(waitMs);
    while (this.inFlight < this.limit.limit) {
      const next = this.waiting.take(() => true);
      if (next === undefined) return;
      next.enter();
    }
  }

  private refuseAll(retryAfterMs: number): void {
    for (const { refuse } of this.waiting.takeAll()) refuse(this.busy(retryAfterMs));
  }

  private openIn(waitMs: number): void {
    this.opening ??= setTimeout(() => {
      this.opening = null;
      this.admit();
    }, waitMs);
  }
}
