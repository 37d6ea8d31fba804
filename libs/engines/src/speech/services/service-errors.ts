import { AppError } from '#platform';
import { kindOfBody, kindOfError, type ReportedKind } from '../../remote/error-words.ts';
import { networkCode, networkFault } from '../../remote/network-fault.ts';
import { responseFault } from '../../remote/response-fault.ts';
import { retryAfterMs } from '../../remote/retry-after.ts';

/** A response that is no success. */
export interface FailedResponse {
  readonly status: number;
  /** The header Retry-After. */
  readonly retryAfter: string | undefined;
  /** Parsed JSON, or anything else. It may quote the key, and is read for its codes only. */
  readonly body: unknown;
}

const TOO_LARGE = 413;
const SIZE_ACTION =
  'Lower AFTERWORD_SPEECH_AUDIO_SECONDS, AFTERWORD_SPEECH_AUDIO_MEBIBYTES or AFTERWORD_SPEECH_CHUNK_SECONDS, then retry the task.';

/**
 * The error for a response that is no success. The message of the server is dropped: some quote the key.
 * @param checks the settings to check when the service does not accept the request
 */
export function failedResponse(
  { status, retryAfter, body }: FailedResponse,
  checks: readonly string[],
): AppError {
  const waitMs = retryAfterMs(retryAfter, Date.now());
  const wait = waitMs === null ? {} : { retryAfterMs: waitMs };
  switch (responseFault(status, kindOfBody(body) ?? kindOfError(body))) {
    case 'refused':
      return refused();
    case 'busy':
      return new AppError('speech_service_busy', `The speech service is busy (HTTP ${status}).`, {
        details: { status, ...wait },
      });
    case 'unavailable':
      return new AppError(
        'speech_service_unavailable',
        `The speech service failed (HTTP ${status}).`,
        {
          details: { status, ...wait },
        },
      );
    case 'misconfigured':
      return misconfigured(status, checks);
  }
}

/** The error that a body of a success reports; `null` when it reports none. */
export function errorInside(body: unknown): AppError | null {
  const kind = kindOfBody(body);
  return kind === null ? null : reported(kind);
}

/** The error for an answer that cannot be used. @param why a clause that completes the message */
export function invalidAnswer(why: string): AppError {
  return new AppError(
    'speech_answer_invalid',
    `The answer of the speech service cannot be used: ${why}.`,
  );
}

/** The error for an answer that did not arrive within the time limit, in milliseconds. */
export function stalled(timeoutMs: number): AppError {
  const seconds = Math.ceil(timeoutMs / 1000);
  const message = `The speech service did not answer within ${seconds} seconds.`;
  return new AppError('speech_service_stalled', message, { details: { timeoutMs } });
}

/** The error while the service has asked for a wait, in milliseconds. */
export function askedToWait(waitMs: number): AppError {
  const message = 'The speech service has asked to wait.';
  return new AppError('speech_service_busy', message, { details: { retryAfterMs: waitMs } });
}

/**
 * The error for whatever was thrown while a request was sent or its answer was read. The message has only the
 * system's error code: the original one may contain the address.
 */
export function requestError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (networkFault(error) !== null) return unreachable(error);
  const name = error instanceof Error ? error.name : typeof error;
  return new AppError('internal', `The call of the speech service failed unexpectedly (${name}).`);
}

/** The error for a connection that could not be made or was lost. */
export function unreachable(fault: unknown): AppError {
  const code = networkCode(fault);
  const message = 'The speech service cannot be reached';
  return new AppError(
    'speech_service_unavailable',
    code === null ? `${message}.` : `${message} (${code}).`,
  );
}

function reported(kind: ReportedKind): AppError {
  if (kind === 'refused') return refused();
  if (kind === 'overloaded') {
    return new AppError('speech_service_busy', 'The speech service is busy.');
  }
  const message = 'The speech service reported an error instead of a transcript.';
  return new AppError('speech_service_unavailable', message);
}

function refused(): AppError {
  return new AppError('speech_service_refused', 'The speech service refused this recording.');
}

/** The error for a request that a retry cannot fix; it would only add cost. */
function misconfigured(status: number, checks: readonly string[]): AppError {
  const message = `The speech service does not accept the request (HTTP ${status}).`;
  const nextAction =
    status === TOO_LARGE
      ? SIZE_ACTION
      : `Check ${checks.join(', ')} and the name of the model, then retry the task.`;
  return new AppError('speech_service_misconfigured', message, { details: { status }, nextAction });
}
