import { AsyncLocalStorage } from 'node:async_hooks';
import { Context } from '@temporalio/activity';
import { engineFaults } from './engine-faults.ts';

/** What a heartbeat tells: how far an activity is. */
export interface HeartbeatDetails {
  /** In the unit of the task's type. */
  readonly done: number;
  readonly total: number;
  /** End of the last segment decoded, in milliseconds of the clip. */
  readonly lastSegmentEndMs?: number;
}

/** Lets the work say how far it is, and tells it when to stop. */
export interface HeartbeatScope {
  /** Aborted when the activity is cancelled, or the worker is shutting down past its grace time. */
  readonly signal: AbortSignal;
  readonly report: (details: HeartbeatDetails) => void;
  /**
   * Has heartbeats follow whoever does the work: while they give no sign of life there are none, so
   * that Temporal gives the work to another worker even if nothing here ends what hangs.
   */
  readonly follow: (isAlive: () => boolean) => void;
}

const HEARTBEAT_INTERVAL_MS = 1_000;

const scopes = new AsyncLocalStorage<HeartbeatScope>();

/**
 * The heartbeats of the present activity.
 * @throws when the activity has no heartbeat timeout, and so sends none
 */
export function heartbeatScope(): HeartbeatScope {
  const scope = scopes.getStore();
  if (scope === undefined) throw new Error('this activity has no heartbeat timeout');
  return scope;
}

/**
 * Sends a heartbeat each second while the work runs, with the latest progress. Each one also asks
 * whether the activity was cancelled, so cancelling is noticed within about a second. The work finds
 * its {@link heartbeatScope}.
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
  // Told with the next heartbeat: each one costs Temporal a write, and short work needs none.
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
    // The engine says "aborted" in its own words; to Temporal it is a cancellation.
    if (context.cancellationSignal.aborted) return await context.cancelled;
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Waits for something that cannot be ended, but no longer than until the activity is cancelled. */
export function unlessCancelled<Result>(promise: Promise<Result>): Promise<Result> {
  return Promise.race([promise, Context.current().cancelled]);
}
