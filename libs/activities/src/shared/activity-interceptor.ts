import { activityInfo, Context } from '@temporalio/activity';
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
  Next,
} from '@temporalio/worker';
import { z } from 'zod';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';
import { TASK_STEPS, type TaskRun } from '#contracts/tasks';
import { AppError, type Logger } from '#platform';
import { isDatabaseAway, type TaskRetriesRepository, type TasksRepository } from '#store';
import { countEngineFault, ENGINE_TRIES, isTemporary, patientWaitMs } from './engine-faults.ts';
import { withHeartbeats } from './heartbeats.ts';
import { isFinal, RetryNotes } from './retry-notes.ts';
import { RunEnding } from './run-ending.ts';

/** Long enough for the pollers of the stopping worker to have left the queue. */
const RETURN_DELAY_MS = 100;

/** What the input of an activity names: the run of a task, or an entity. */
const requestSchema = z
  .object({
    taskId: z.string(),
    attempt: z.number(),
    /** See `SoleActivityRun`. */
    endsIn: z.enum(TASK_STEPS),
    kind: z.string(),
    id: z.string(),
  })
  .partial();
type Request = z.output<typeof requestSchema>;

/** Dependencies of the interceptor. */
export interface InterceptorDependencies {
  readonly logger: Logger;
  /** Stores which activities of a task are being retried. */
  readonly retries: TaskRetriesRepository;
  /** Stores the ends of runs whose only activity has failed or was cancelled. */
  readonly tasks: Pick<TasksRepository, 'end'>;
}

/**
 * Interceptors for every activity of a worker. An `AppError` becomes an `ApplicationFailure` with
 * its code as `type`, an unexpected error becomes `internal`, and a cancellation is unchanged.
 * While an activity runs, heartbeats are sent if its retry class has a heartbeat timeout. Retries
 * are shown in the task, log entries name the task, and the only activity of a run records how the
 * run ends when it does not complete.
 */
export function activityInterceptors(
  dependencies: InterceptorDependencies,
): ActivityInterceptorsFactory {
  return () => ({ inbound: new ActivityInterceptor(dependencies) });
}

class ActivityInterceptor implements ActivityInboundCallsInterceptor {
  constructor(private readonly deps: InterceptorDependencies) {}

  async execute(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
  ): Promise<unknown> {
    const request = requestSchema.safeParse(input.args[0]).data ?? {};
    const run = runOf(request);
    const notes = run && new RetryNotes(this.deps.retries, run, this.deps.logger);
    await notes?.started();
    try {
      const outcome = await withHeartbeatsIfExpected(() => next(input));
      await notes?.succeeded();
      return outcome;
    } catch (error) {
      const failure = this.failureOf(error, request);
      await notes?.failed(failure);
      throw await this.recordedIfLast(failure, messageOf(error), request);
    }
  }

  /** The failure, after the end of the run was recorded if this was its only activity. */
  private async recordedIfLast(
    failure: Error,
    message: string | null,
    request: Request,
  ): Promise<Error> {
    const run = runOf(request);
    if (run === null || request.endsIn === undefined || !endsActivity(failure)) return failure;
    const { tasks, logger } = this.deps;
    return new RunEnding(tasks, run, request.endsIn, logger).recorded(failure, message);
  }

  private failureOf(error: unknown, request: Request): Error {
    if (error instanceof CancelledFailure) return returnedWorkOr(error);
    const failure = toApplicationFailure(toAppError(error));
    logFailure(this.deps.logger, request, failure, error);
    return failure;
  }
}

/** Whether the activity is over: it has failed for good, or a person has cancelled its task. */
function endsActivity(failure: Error): boolean {
  if (failure instanceof ApplicationFailure) return isFinal(failure, activityInfo());
  return Context.current().cancellationDetails?.cancelRequested === true;
}

function runOf({ taskId, attempt }: Request): TaskRun | null {
  return taskId === undefined || attempt === undefined ? null : { taskId, attempt };
}

function withHeartbeatsIfExpected(work: () => Promise<unknown>): Promise<unknown> {
  const { heartbeatTimeoutMs = 0 } = activityInfo();
  return heartbeatTimeoutMs === 0 ? work() : withHeartbeats(work);
}

/**
 * A stopping worker returns its work, so that another takes it at once; the work was not cancelled.
 */
function returnedWorkOr(cancelled: CancelledFailure): Error {
  if (Context.current().cancellationDetails?.workerShutdown !== true) return cancelled;
  return ApplicationFailure.create({
    type: 'worker_stopping' satisfies ErrorCode,
    message: ERROR_DEFINITIONS.worker_stopping.title,
    nextRetryDelay: RETURN_DELAY_MS,
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

/** What a task says of an error; `null` for what its failure says. */
function messageOf(error: unknown): string | null {
  return error instanceof AppError && error.confidential ? error.message : null;
}

function toApplicationFailure(error: AppError): ApplicationFailure {
  const isLastTry = isEngineFault(error.code) && countEngineFault() >= ENGINE_TRIES;
  return ApplicationFailure.create({
    type: error.code,
    message: error.confidential ? ERROR_DEFINITIONS[error.code].title : error.message,
    nonRetryable: !error.retryable || isLastTry,
    details: [error.details],
    ...nextTryOf(error),
  });
}

function isEngineFault(code: ErrorCode): boolean {
  const ofEngine = /^(speech|language)_/.test(code);
  return ofEngine && !isTemporary(code);
}

/** The next try waits for the time that the engine has named. */
function nextTryOf({ code, details }: AppError): { readonly nextRetryDelay?: number } {
  const { retryAfterMs } = details;
  if (typeof retryAfterMs === 'number') return { nextRetryDelay: retryAfterMs };
  const waitMs = patientWaitMs(code, activityInfo().attempt);
  return waitMs === null ? {} : { nextRetryDelay: waitMs };
}

function logFailure(
  logger: Logger,
  { taskId, kind, id }: Request,
  failure: ApplicationFailure,
  cause: unknown,
): void {
  const { activityType, attempt } = activityInfo();
  const expected = cause instanceof AppError;
  logger[expected ? 'warn' : 'error'](
    {
      taskId,
      kind,
      id,
      activity: activityType,
      attempt,
      code: failure.type,
      err: expected ? undefined : cause,
    },
    failure.message,
  );
}
