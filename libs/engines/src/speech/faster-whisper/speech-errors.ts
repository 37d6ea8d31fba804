import { AppError } from '#platform';
import { isErrorCode } from '#contracts/model';

/** An error as the speech process reports it. */
interface ReportedError {
  readonly code: string;
  readonly message: string;
}

/** Maps an error that the process reported to an `AppError`. */
export function processError({ code, message }: ReportedError): AppError {
  return new AppError(isErrorCode(code) ? code : 'speech_engine_crashed', message);
}

/** The error for a process that ended while it had work. */
export function crashed(how: string): AppError {
  return new AppError('speech_engine_crashed', `The speech process ended unexpectedly: ${how}.`);
}

/** The error for a process that had work but sent no message, not even a heartbeat. */
export function frozen(silentMs: number): AppError {
  const silence = `The speech process was frozen for ${secondsOf(silentMs)} seconds`;
  return stalledWith(`${silence} while it had work, so it was killed.`, silentMs);
}

/** The error for a process that sends heartbeats but makes no progress. */
export function stalled(silentMs: number): AppError {
  const silence = `The speech process made no progress for ${secondsOf(silentMs)} seconds`;
  return stalledWith(`${silence}, so it was killed.`, silentMs);
}

function stalledWith(message: string, silentMs: number): AppError {
  return new AppError('speech_engine_stalled', message, { details: { silentMs } });
}

function secondsOf(ms: number): number {
  return Math.round(ms / 1000);
}

/** The error for a process that did not start. */
export function unavailable(why: string): AppError {
  return new AppError('speech_engine_unavailable', why);
}
