import { APICallError, InvalidResponseDataError, NoObjectGeneratedError } from 'ai';
import { AppError } from '#platform';
import { kindOfBody, kindOfError, type ReportedKind } from '../../remote/error-words.ts';
import { networkCode, networkFault } from '../../remote/network-fault.ts';
import { responseFault } from '../../remote/response-fault.ts';
import { retryAfterMs } from '../../remote/retry-after.ts';

const CHECK_SETTINGS = 'Check the model and AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS, and lower';
const UNSUITED_ACTION = `${CHECK_SETTINGS} AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS if the text is too long for the model.`;

/**
 * Maps the error of a model call to an `AppError`. The original error and the server's message are
 * dropped: both may quote the conversation, and some servers quote the key.
 * @param checks the settings to check when the server does not accept the request
 */
export function modelError(error: unknown, checks: readonly string[]): AppError {
  if (error instanceof AppError) return error;
  if (APICallError.isInstance(error)) return callError(error, checks);
  if (NoObjectGeneratedError.isInstance(error)) return unusable(error.finishReason);
  if (InvalidResponseDataError.isInstance(error)) return invalidAnswer('it has no content');
  if (networkFault(error) !== null) return unreachable(error);
  const name = error instanceof Error ? error.name : typeof error;
  return new AppError('internal', `The call of the language model failed unexpectedly (${name}).`);
}

/**
 * The error for an answer that does not match the request.
 * @param why a clause that completes the error message
 */
export function invalidAnswer(why: string): AppError {
  return new AppError(
    'language_answer_invalid',
    `The answer of the language model cannot be used: ${why}.`,
  );
}

/**
 * The error for an answer without an object that matches the schema.
 * @param finishReason why the model stopped, as reported by the SDK
 */
export function unusable(finishReason: string | undefined): AppError {
  if (finishReason === 'content-filter') return refused();
  if (finishReason === 'length') return invalidAnswer('it was cut off at the maximum length');
  return invalidAnswer('it is not JSON that matches the requested schema');
}

/** The error for an answer that did not arrive within the time limit, in milliseconds. */
export function stalled(timeoutMs: number): AppError {
  const seconds = Math.ceil(timeoutMs / 1000);
  const message = `The language model did not answer within ${seconds} seconds.`;
  return new AppError('language_engine_stalled', message, { details: { timeoutMs } });
}

/** The error for a server that reports an error within an answer that it has begun as a success. */
export function reported(kind: ReportedKind): AppError {
  if (kind === 'refused') return refused();
  if (kind === 'overloaded') {
    return new AppError('language_engine_busy', 'The server of the language model is busy.');
  }
  const message = 'The server of the language model reported an error instead of an answer.';
  return new AppError('language_engine_unavailable', message);
}

function refused(): AppError {
  return new AppError('language_engine_refused', 'The language model refused this request.');
}

function callError(error: APICallError, checks: readonly string[]): AppError {
  const status = error.statusCode;
  if (status === undefined) return unreachable(error.cause);
  if (status < 300) return connectionLost(error) ?? invalidAnswer('it is not a chat completion');
  switch (responseFault(status, kindOfBody(error.data) ?? kindOfError(error.data))) {
    case 'refused':
      return refused();
    case 'busy':
      return retryLater('language_engine_busy', 'is busy', error);
    case 'unavailable':
      return retryLater('language_engine_unavailable', 'failed', error);
    case 'misconfigured':
      return misconfigured(status, checks);
  }
}

/** The error for a connection that was lost after the server had started to answer. */
function connectionLost({ cause }: APICallError): AppError | null {
  return networkFault(cause) === null ? null : unreachable(cause);
}

/** The message has only the system's error code: the original message may contain the address. */
function unreachable(fault: unknown): AppError {
  const code = networkCode(fault);
  const message = 'The server of the language model cannot be reached';
  return new AppError(
    'language_engine_unavailable',
    code === null ? `${message}.` : `${message} (${code}).`,
  );
}

function retryLater(
  code: 'language_engine_busy' | 'language_engine_unavailable',
  what: string,
  { statusCode, responseHeaders }: APICallError,
): AppError {
  const waitMs = retryAfterMs(responseHeaders?.['retry-after'], Date.now());
  return new AppError(code, `The server of the language model ${what} (HTTP ${statusCode ?? 0}).`, {
    details: { status: statusCode, ...(waitMs === null ? {} : { retryAfterMs: waitMs }) },
  });
}

/**
 * The error for a request that a retry cannot fix: an unknown model or key, or a request that is
 * too long or that the server does not support. A retry would only add cost.
 */
function misconfigured(status: number, checks: readonly string[]): AppError {
  const isSetupError = [401, 403, 404].includes(status);
  const setup = `Check ${checks.join(', ')} and the name of the model, then retry the task.`;
  return new AppError(
    'language_engine_misconfigured',
    `The server of the language model does not accept the request (HTTP ${status}).`,
    { details: { status }, nextAction: isSetupError ? setup : UNSUITED_ACTION },
  );
}
