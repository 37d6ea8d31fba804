import type { EngineCall } from '../engine-call.ts';
import { FairQueue } from './fair-queue.ts';
import { PoolThread, type ThreadCall, type ThreadOptions } from './pool-thread.ts';
import { threadsClosed } from './thread-faults.ts';

/** What the threads of a pool run, how many there may be, and the limits of each call. */
export interface ThreadPoolOptions extends ThreadOptions {
  readonly threads: number;
}

/**
 * Runs calls in threads, so that none holds the loop of this process. Threads are started when they
 * are needed, and stay. The owners of calls take turns, and one alone never has all threads, so that
 * the next owner finds one.
 */
export class ThreadPool {
  private readonly waiting = new FairQueue<ThreadCall>();
  private readonly threads = new Set<PoolThread>();
  private closed = false;

  constructor(private readonly options: ThreadPoolOptions) {}

  /**
   * Runs one call; its time limit does not include the wait for a thread.
   * @param request a value that can be cloned
   * @throws AppError `language_engine_stalled` at its time or memory limit; `internal` when a rule
   * throws, or the thread cannot start
   * @throws the reason of `call.signal` when it is aborted; the thread ends within a second then
   */
  async run<Answer>(request: unknown, { signal, owner = '' }: EngineCall): Promise<Answer> {
    signal.throwIfAborted();
    if (this.closed) throw threadsClosed();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const call: ThreadCall = { owner, request, resolve, reject };
    const abort = () => this.abandon(call, signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    this.waiting.add(owner, call);
    this.assign();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Ends all threads. Calls that wait, or are worked on, are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.takeAll()) reject(threadsClosed());
    await Promise.all(Array.from(this.threads, async (thread) => thread.end()));
  }

  private abandon(call: ThreadCall, reason: unknown): void {
    this.waiting.remove(call.owner, call);
    call.reject(reason);
    for (const thread of this.threads) if (thread.worksOn(call)) thread.abandon();
  }

  private assign(): void {
    const mayTake = (owner: string): boolean => this.mayTake(owner);
    for (const thread of this.threads) {
      const call = thread.isIdle ? this.waiting.take(mayTake) : undefined;
      if (call !== undefined) thread.give(call);
    }
    if (!this.closed && this.hasRoom && this.waiting.hasFor(mayTake)) this.start();
  }

  private get hasRoom(): boolean {
    const isStarting = Array.from(this.threads).some((thread) => thread.isStarting);
    return !isStarting && this.threads.size < this.options.threads;
  }

  /** Whether an owner has fewer threads than all but one. */
  private mayTake(owner: string): boolean {
    const taken = Array.from(this.threads).filter((thread) => thread.owner === owner).length;
    return taken < Math.max(1, this.options.threads - 1);
  }

  private start(): void {
    this.threads.add(new PoolThread(this.options, (thread) => this.changed(thread)));
  }

  private changed(thread: PoolThread): void {
    if (thread.isEnded) this.threads.delete(thread);
    const { startFault } = thread;
    if (startFault !== null) {
      for (const { reject } of this.waiting.takeAll()) reject(startFault);
    }
    this.assign();
  }
}
