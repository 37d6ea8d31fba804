import { AppError } from '#platform';

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** The error of a call that has not ended within its time limit, in milliseconds. */
export function tookTooLong(timeoutMs: number): AppError {
  const message = `The rules did not finish within ${timeoutMs / 1000} seconds, and were stopped.`;
  return new AppError('language_engine_stalled', message, { details: { timeoutMs } });
}

/** The error of a call whose thread has failed, or a thread that could not start. */
export function threadFailed(cause: unknown, memoryMebibytes: number): AppError {
  if (!isOutOfMemory(cause))
    return new AppError('internal', 'A thread of the rules failed.', { cause });
  const message = `The rules needed more than ${memoryMebibytes} MiB of memory, and were stopped.`;
  return new AppError('language_engine_stalled', message, { details: { memoryMebibytes } });
}

function isOutOfMemory(cause: unknown): boolean {
  return (
    typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === OUT_OF_MEMORY
  );
}

/** The error of a call in which a rule has thrown. */
export function ruleFailed(cause: unknown): AppError {
  return new AppError('internal', 'A rule failed.', { cause });
}

/** The error of a call that was waiting, or was made, when the threads were closed. */
export function threadsClosed(): AppError {
  return new AppError('language_engine_unavailable', 'The threads of the rules are closed.');
}
