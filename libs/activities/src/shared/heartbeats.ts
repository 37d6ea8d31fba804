import { AsyncLocalStorage } from 'node:async_hooks';
import { Context } from '@temporalio/activity';
import { engineFaults } from './engine-faults.ts';

/** Progress of an activity, as sent with a heartbeat. */
export interface HeartbeatDetails {
  /** In the unit of the task's type. */
  readonly done: number;
  readonly total: number;
  /** End of the last segment decoded, in milliseconds of the clip. */
  readonly lastSegmentEndMs?: number;
}

/** Lets the work of an activity report progress, and signals it to stop. */
export interface HeartbeatScope {
  /** Aborted when the activity is cancelled, or after the shutdown grace time of the worker. */
  readonly signal: AbortSignal;
  readonly report: (details: HeartbeatDetails) => void;
  /**
   * Sends heartbeats only while `isAlive` returns `true`. When the engine hangs, Temporal then
   * gives the work to another worker, even if this one cannot stop it.
   */
  readonly follow: (isAlive: () => boolean) => void;
}

/**
 * Shorter than the throttle of the workers (`worker-options.ts`). The SDK then always has a heartbeat
 * to send when the throttle allows one, even if this process is busy at that moment.
 */
const HEARTBEAT_INTERVAL_MS = 300;

const scopes = new AsyncLocalStorage<HeartbeatScope>();

/**
 * The heartbeats of the current activity.
 * @throws Error when the activity has no heartbeat timeout, and so sends no heartbeats
 */
export function heartbeatScope(): HeartbeatScope {
  const scope = scopes.getStore();
  if (scope === undefined) throw new Error('this activity has no heartbeat timeout');
  return scope;
}

/**
 * Records heartbeats with the latest progress while the work runs; the SDK sends them as often as the
 * worker's throttle allows. Temporal's response says whether the activity was cancelled, so a
 * cancellation is noticed within that time. The work gets its scope from {@link heartbeatScope}.
 * @throws what the work throws; a `CancelledFailure` when the activity was cancelled
 */
export async function withHeartbeats<Result>(work: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  const faults = engineFaults();
  const carried = faults === 0 ? {} : { engineFaults: faults };
  let isAlive = () => true;
  const follow = (watch: () => boolean) => {
    isAlive = watch;
  };
  let latest: HeartbeatDetails = { done: 0, total: 0 };
  // Sent with the next heartbeat: each one is a write for Temporal, and short work needs none.
  const report = (details: HeartbeatDetails) => {
    latest = details;
  };
  const beat = () => {
    if (isAlive()) context.heartbeat({ ...latest, ...carried });
  };
  const timer = setInterval(beat, HEARTBEAT_INTERVAL_MS);
  try {
    const scope = { signal: context.cancellationSignal, report, follow };
    return await scopes.run(scope, work);
  } catch (error) {
    // Engines throw errors of their own when they are aborted; Temporal needs a cancellation.
    if (context.cancellationSignal.aborted) return await context.cancelled;
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Waits for a promise that cannot be aborted, until the activity is cancelled.
 * @throws CancelledFailure when the activity is cancelled first
 */
export function unlessCancelled<Result>(promise: Promise<Result>): Promise<Result> {
  return Promise.race([promise, Context.current().cancelled]);
}
