type Waiter = () => void;

/**
 * A pool with a fixed number of slots. Browsers open at most six connections per host over
 * HTTP/1.1, and each event stream occupies one permanently; the others must stay free for calls.
 */
export class SlotPool {
  readonly #waiting: Waiter[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  /**
   * Requests a slot.
   *
   * @param onGranted - Called at once when a slot is free, otherwise when one is released.
   * @returns A function that releases the slot or stops waiting for it; safe to call more than
   * once.
   */
  take(onGranted: Waiter): () => void {
    let state: 'waiting' | 'granted' | 'released' = 'waiting';
    const grant = () => {
      state = 'granted';
      onGranted();
    };
    this.#waiting.push(grant);
    this.#serve();
    return () => {
      if (state === 'granted') this.#free += 1;
      else if (state === 'waiting') this.#waiting.splice(this.#waiting.indexOf(grant), 1);
      state = 'released';
      this.#serve();
    };
  }

  #serve(): void {
    if (this.#free === 0) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#free -= 1;
    next();
  }
}
