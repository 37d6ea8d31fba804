import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream';
import { abortError } from './abort-error.ts';

/**
 * Connects streams. An error of any of them destroys all; it reaches who reads the last one, as it is.
 * @param signal destroys them with its reason
 * @returns the last stream
 */
export function joined(
  source: Readable,
  through: readonly Transform[],
  last: Transform,
  signal: AbortSignal,
): Readable {
  const stop = () => last.destroy(abortError(signal));
  // `pipeline` destroys the streams after a failing one with its error, and those before it.
  pipeline([source, ...through, last], () => signal.removeEventListener('abort', stop));
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return last;
}

/**
 * A source that ends as soon as `signal` is aborted. The stream that it reads may hang even when it is
 * destroyed, such as one of a generator that waits.
 * @returns fails with the error of `bytes`, or the abort reason
 */
export function abortable(bytes: Readable, signal: AbortSignal): Readable {
  const source = joined(bytes, [], new PassThrough(), signal);
  // Without a listener, a source that breaks before it is read would end the process.
  return source.on('error', () => undefined);
}
