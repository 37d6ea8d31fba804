import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { ERROR_DEFINITIONS, type ErrorCode, type TaskRun } from '#contracts/messages';
import { AppError, type Logger } from '#platform';
import { isDatabaseAway, type TaskRetriesRepository } from '#store';
import { countEngineFault, ENGINE_TRIES } from './engine-faults.ts';
import { StepRetries } from './step-retries.ts';

/** Failures of an engine that say nothing of the work: it waits until the engine is back. */
const PASSING: readonly ErrorCode[] = ['language_engine_unavailable', 'language_engine_busy'];

/** Long enough for the stopping worker to have left the queue. */
const HAND_BACK_DELAY_MS = 100;

/** What a request says about what it is for. */
interface Subject {
  readonly taskId?: string;
  readonly attempt?: number;
  readonly conversationId?: string;
}

/** What the border needs of the dependencies of activities. */
interface BorderDependencies {
  readonly logger: Logger;
  /** Where it is noted that steps of tasks are tried again; work that is of no task needs none. */
  readonly retries?: TaskRetriesRepository;
}

type Activity<Request, Outcome> = (request: Request) => Promise<Outcome>;

/**
 * The one place where errors leave the activities: an `AppError` becomes an `ApplicationFailure`
 * whose `type` is its code. Cancellation passes as it is; what nobody expected becomes `internal`.
 * A task shows while a step of it is tried again.
 */
export function atBorder<Request extends Subject, Outcome>(
  { logger, retries }: BorderDependencies,
  activity: Activity<Request, Outcome>,
): Activity<Request, Outcome> {
  return async (request) => {
    const run = runOf(request);
    const step = run && retries ? new StepRetries(retries, run, logger) : null;
    await step?.begun();
    try {
      const outcome = await activity(request);
      await step?.worked();
      return outcome;
    } catch (error) {
      if (error instanceof CancelledFailure) return await leave(step, handedBackOr(error));
      const failure = toApplicationFailure(toAppError(error));
      logFailure(logger, request, failure, error);
      return await leave(step, failure);
    }
  };
}

function runOf({ taskId, attempt }: Subject): TaskRun | null {
  return taskId === undefined || attempt === undefined ? null : { taskId, attempt };
}

async function leave(step: StepRetries | null, failure: Error): Promise<never> {
  await step?.failed(failure);
  throw failure;
}

/** A worker that stops gives its work back for another to take at once; nothing was cancelled. */
function handedBackOr(cancelled: CancelledFailure): Error {
  if (Context.current().cancellationDetails?.workerShutdown !== true) return cancelled;
  return ApplicationFailure.create({
    type: 'worker_stopping' satisfies ErrorCode,
    message: ERROR_DEFINITIONS.worker_stopping.title,
    nextRetryDelay: HAND_BACK_DELAY_MS,
  });
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) {
    const { title } = ERROR_DEFINITIONS.database_unavailable;
    return new AppError('database_unavailable', title, { cause: error });
  }
  return new AppError('internal', ERROR_DEFINITIONS.internal.title, { cause: error });
}

function toApplicationFailure(error: AppError): ApplicationFailure {
  const isLastTry = failsForEver(error.code) && countEngineFault() >= ENGINE_TRIES;
  return ApplicationFailure.create({
    type: error.code,
    message: error.message,
    nonRetryable: !error.retryable || isLastTry,
    details: [error.details],
    ...nextTryOf(error),
  });
}

function failsForEver(code: ErrorCode): boolean {
  const ofEngine = /^(speech|language)_/.test(code);
  return ofEngine && !PASSING.includes(code);
}

/** An engine that says when it has room again is asked then, and not before. */
function nextTryOf({ details }: AppError): { readonly nextRetryDelay?: number } {
  const { retryAfterMs } = details;
  return typeof retryAfterMs === 'number' ? { nextRetryDelay: retryAfterMs } : {};
}

function logFailure(
  logger: Logger,
  { taskId, conversationId }: Subject,
  failure: ApplicationFailure,
  cause: unknown,
): void {
  const { activityType, attempt } = activityInfo();
  const expected = cause instanceof AppError;
  logger[expected ? 'warn' : 'error'](
    {
      taskId,
      conversationId,
      activity: activityType,
      attempt,
      code: failure.type,
      err: expected ? undefined : cause,
    },
    failure.message,
  );
}
