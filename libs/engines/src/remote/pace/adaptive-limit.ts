/** How a request to a server has ended. */
export type RequestEnd =
  /** `work` is in any unit that grows with the size of request and answer. */
  | { readonly kind: 'answered'; readonly durationMs: number; readonly work: number }
  /** The server had too much to do, failed, or did not answer in time. */
  | { readonly kind: 'overloaded'; readonly retryAfterMs: number | null }
  /** It says nothing of the load: refused, cancelled, of a wrong form. */
  | { readonly kind: 'other' };

/** Requests at the same time to begin with; enough to learn from. */
const BEGINNING = 2;
/** Share of the limit that is left after an overload. */
const DECREASE = 0.5;
/** Share of the latest request in the moving average. */
const WEIGHT = 0.3;
/**
 * Requests that wait in a queue of the server, below and above which it is asked more or less. As in TCP
 * Vegas (Brakmo and Peterson, 1995), how many wait follows from how much longer a request takes than the
 * quickest one did.
 */
const QUEUED = { few: 0.4, many: 0.9 } as const;
/** The quickest request is forgotten slowly, because texts and servers change. */
const FORGETTING = 1.005;

/**
 * How many requests a server is sent at the same time, by what it answers: a little more while answers
 * are as quick as they can be (additive increase), half of it after an overload (multiplicative
 * decrease), and a little less while requests wait in a queue of the server.
 */
export class AdaptiveLimit {
  private value: number;
  private quickestMs = Infinity;
  private averageMs: number | null = null;
  private closedUntilMs = 0;

  /** @param most the most requests at the same time */
  constructor(private readonly most: number) {
    this.value = Math.min(BEGINNING, most);
  }

  /** Requests that may be in flight; at least 1. */
  get limit(): number {
    return Math.max(1, Math.floor(this.value));
  }

  /** How long the server has asked to wait, from now, in milliseconds; 0 when it has not. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.closedUntilMs - nowMs);
  }

  /**
   * Learns from a request.
   * @param inFlight number of requests, this one included, when it ended
   */
  note(end: RequestEnd, inFlight: number, nowMs: number): void {
    if (end.kind === 'overloaded') {
      this.value = Math.max(1, Math.min(this.value, inFlight) * DECREASE);
      this.closedUntilMs = Math.max(this.closedUntilMs, nowMs + (end.retryAfterMs ?? 0));
    }
    if (end.kind === 'answered') this.learn(end.durationMs / Math.max(1, end.work), inFlight);
  }

  private learn(perWorkMs: number, inFlight: number): void {
    const average = this.averageMs ?? perWorkMs;
    this.averageMs = average + WEIGHT * (perWorkMs - average);
    this.quickestMs = Math.min(this.quickestMs * FORGETTING, perWorkMs);
    const queued = inFlight * (1 - this.quickestMs / this.averageMs);
    if (queued > QUEUED.many) this.value = Math.max(1, this.value - 1 / this.value);
    // A limit that is not used says nothing about a higher one.
    else if (queued < QUEUED.few && inFlight >= this.limit) this.value += 1 / this.value;
    this.value = Math.min(this.value, this.most);
  }
}
