import { AppError } from '#platform';
import { isErrorCode } from '#contracts/messages';

/** An error as the speech process reports it. */
interface ReportedError {
  readonly code: string;
  readonly message: string;
}

/** Turns an error that the process reported into the one error type. */
export function processError({ code, message }: ReportedError): AppError {
  return new AppError(isErrorCode(code) ? code : 'speech_engine_crashed', message);
}

/** The process ended while it had work. */
export function crashed(how: string): AppError {
  return new AppError('speech_engine_crashed', `The speech process ended unexpectedly: ${how}.`);
}

/** The process had work but gave no sign of life. */
export function stalled(silentMs: number): AppError {
  const seconds = Math.round(silentMs / 1000);
  return new AppError(
    'speech_engine_stalled',
    `The speech process said nothing for ${seconds} seconds while it had work, so it was ended.`,
    { details: { silentMs } },
  );
}

/** The process never came up. */
export function unavailable(why: string): AppError {
  return new AppError('speech_engine_unavailable', why);
}
