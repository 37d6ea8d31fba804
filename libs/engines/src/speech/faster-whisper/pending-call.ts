import type { AppError } from '#platform';
import type { HeardSegment } from '#contracts/model';
import type { CallMessage } from './speech-messages.schema.ts';
import { processError } from './speech-errors.ts';

/** A request that the speech process has not answered yet. */
export class PendingCall {
  /** The value of the answer; rejects with `AppError`, or with the signal's reason when cancelled. */
  readonly answer: Promise<unknown>;
  private readonly settle = Promise.withResolvers<unknown>();
  private lastMessageMs: number | null = null;

  /**
   * @param onSegment called for each segment that the process sends for this call
   * @param signal the caller's signal; a cancelled call rejects with its reason
   */
  constructor(
    private readonly onSegment: (segment: HeardSegment) => void,
    private readonly signal: AbortSignal,
  ) {
    this.answer = this.settle.promise;
  }

  /** Whether nobody waits for the answer any more. */
  get isCancelled(): boolean {
    return this.signal.aborted;
  }

  /**
   * Handles one message for this call.
   * @param nowMs time of the message, as `performance.now()`
   * @returns whether it was the last message
   */
  receive(message: CallMessage, nowMs: number): boolean {
    this.lastMessageMs = nowMs;
    if (message.event === 'alive') return false;
    if (message.event === 'segment') {
      if (!this.signal.aborted) this.onSegment(message.segment);
      return false;
    }
    this.finish(message);
    return true;
  }

  /** Fails the call because the process has ended. */
  fail(error: AppError): void {
    this.settle.reject(this.signal.aborted ? this.signal.reason : error);
  }

  /** Milliseconds since the last message for this call; 0 while the call is queued. */
  silentForMs(nowMs: number): number {
    return this.lastMessageMs === null ? 0 : nowMs - this.lastMessageMs;
  }

  private finish(message: Exclude<CallMessage, { event: 'alive' | 'segment' }>): void {
    if (this.signal.aborted) return this.settle.reject(this.signal.reason);
    if (message.event === 'result') return this.settle.resolve(message.value);
    if (message.event === 'error') return this.settle.reject(processError(message));
    this.settle.reject(processError({ code: 'cancelled', message: 'The call ended early.' }));
  }
}
