import type { AppError } from '#platform';
import type { HeardSegment } from '#contracts/model';
import type { CallMessage } from './speech-messages.schema.ts';
import { processError } from './speech-errors.ts';

/** One request that the speech process has not answered yet. */
export class PendingCall {
  /** The answer's value; rejects with `AppError`, or with the signal's reason once cancelled. */
  readonly answer: Promise<unknown>;
  private readonly settle = Promise.withResolvers<unknown>();
  private lastHeardMs: number | null = null;

  /**
   * @param onSegment called for each segment that the process sends for this call
   * @param signal the caller's; its reason is what a cancelled call rejects with
   */
  constructor(
    private readonly onSegment: (segment: HeardSegment) => void,
    private readonly signal: AbortSignal,
  ) {
    this.answer = this.settle.promise;
  }

  /** Takes one message for this call; true when it was the last. */
  take(message: CallMessage, nowMs: number): boolean {
    this.lastHeardMs = nowMs;
    if (message.event === 'alive') return false;
    if (message.event === 'segment') {
      if (!this.signal.aborted) this.onSegment(message.segment);
      return false;
    }
    this.finish(message);
    return true;
  }

  /** Ends the call because the process did. */
  fail(error: AppError): void {
    this.settle.reject(this.signal.aborted ? this.signal.reason : error);
  }

  /** Milliseconds without a sign of life since work on the call began; 0 while it still queues. */
  silentForMs(nowMs: number): number {
    return this.lastHeardMs === null ? 0 : nowMs - this.lastHeardMs;
  }

  private finish(message: Exclude<CallMessage, { event: 'alive' | 'segment' }>): void {
    if (this.signal.aborted) return this.settle.reject(this.signal.reason);
    if (message.event === 'result') return this.settle.resolve(message.value);
    if (message.event === 'error') return this.settle.reject(processError(message));
    this.settle.reject(processError({ code: 'cancelled', message: 'The call ended early.' }));
  }
}
