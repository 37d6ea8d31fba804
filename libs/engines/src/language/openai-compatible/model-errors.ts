import { APICallError, InvalidResponseDataError, NoObjectGeneratedError } from 'ai';
import { z } from 'zod';
import { AppError } from '#platform';
import { networkCode, networkFault } from './network-fault.ts';
import { retryAfterMs } from './retry-after.ts';

/** Servers of one kind answer 400 to what their filter holds back, and say so only in the body. */
const heldBack = z.object({ error: z.object({ code: z.literal('content_filter') }) });

/** Times out before it has answered, or finds the piece in use: the next try may do better. */
const PASSING_STATUSES: readonly number[] = [408, 409, 423, 425];

const SAME_AGAIN = 'Check the model and AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS, and lower';
const UNSUITED_ACTION = `${SAME_AGAIN} AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS if the text is too long for the model.`;

/**
 * Turns what a call of a model failed with into the one error type. What the server said, and the
 * error itself, are left behind: both may quote the conversation, and some servers quote the key.
 */
export function modelError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (APICallError.isInstance(error)) return callError(error);
  if (NoObjectGeneratedError.isInstance(error)) return unusable(error.finishReason);
  if (InvalidResponseDataError.isInstance(error)) return invalidAnswer('it holds no answer');
  if (networkFault(error) !== null) return unreachable(error);
  const name = error instanceof Error ? error.name : typeof error;
  return new AppError('internal', `The call of the language model failed unexpectedly (${name}).`);
}

/** An answer that came, but not as it was asked for. */
export function invalidAnswer(why: string): AppError {
  return new AppError(
    'language_answer_invalid',
    `The answer of the language model cannot be used: ${why}.`,
  );
}

/**
 * An answer that holds no object of the shape asked for.
 * @param finishReason why the model stopped, as the SDK names it
 */
export function unusable(finishReason: string | undefined): AppError {
  if (finishReason === 'content-filter') return refused();
  if (finishReason === 'length') return invalidAnswer('it was cut off at the longest length');
  return invalidAnswer('it is not JSON of the shape that was asked for');
}

/** No answer in the time that one may take. */
export function stalled(timeoutMs: number): AppError {
  const seconds = Math.ceil(timeoutMs / 1000);
  const message = `The language model did not answer within ${seconds} seconds.`;
  return new AppError('language_engine_stalled', message, { details: { timeoutMs } });
}

function refused(): AppError {
  return new AppError('language_engine_refused', 'The language model refused this piece of work.');
}

function callError(error: APICallError): AppError {
  const status = error.statusCode;
  if (status === undefined) return unreachable(error.cause);
  if (status < 300) return brokenOff(error) ?? invalidAnswer('it is not a chat completion');
  if (status === 429) return waiting('language_engine_busy', 'is busy', error);
  if (status >= 500 || PASSING_STATUSES.includes(status)) {
    return waiting('language_engine_unavailable', 'failed', error);
  }
  return heldBack.safeParse(error.data).success ? refused() : misconfigured(status);
}

/** The connection was lost after the server had begun to answer. */
function brokenOff({ cause }: APICallError): AppError | null {
  return networkFault(cause) === null ? null : unreachable(cause);
}

/** Only the system's code for the fault is told: the message around it may hold the address. */
function unreachable(fault: unknown): AppError {
  const code = networkCode(fault);
  const message = 'The server of the language model cannot be reached';
  return new AppError(
    'language_engine_unavailable',
    code === null ? `${message}.` : `${message} (${code}).`,
  );
}

function waiting(
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
 * The same request would get the same answer: an unknown model or key, a request that the server
 * does not understand or that is too long. To try it again costs money and changes nothing.
 */
function misconfigured(status: number): AppError {
  const setUpWrong = [401, 403, 404].includes(status);
  return new AppError(
    'language_engine_misconfigured',
    `The server of the language model does not accept the request (HTTP ${status}).`,
    { details: { status }, ...(setUpWrong ? {} : { nextAction: UNSUITED_ACTION }) },
  );
}
