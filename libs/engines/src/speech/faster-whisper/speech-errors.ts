import { AppError } from '#platform';
import { isErrorCode } from '#contracts/model';

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
export function frozen(silentMs: number): AppError {
  const silence = `The speech process was frozen for ${secondsOf(silentMs)} seconds`;
  return stalledWith(`${silence} while it had work, so it was ended.`, silentMs);
}

/** The process lives, but its work does not get on. */
export function stalled(silentMs: number): AppError {
  const silence = `The speech process said nothing of its work for ${secondsOf(silentMs)} seconds`;
  return stalledWith(`${silence}, so it was ended.`, silentMs);
}

function stalledWith(message: string, silentMs: number): AppError {
  return new AppError('speech_engine_stalled', message, { details: { silentMs } });
}

function secondsOf(ms: number): number {
  return Math.round(ms / 1000);
}

/** The process never came up. */
export function unavailable(why: string): AppError {
  return new AppError('speech_engine_unavailable', why);
}
