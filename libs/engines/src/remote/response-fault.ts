import type { ReportedKind } from './error-words.ts';

/** Statuses of timeouts and conflicts, after which a retry may succeed. */
const TRANSIENT_STATUSES: readonly number[] = [408, 409, 423, 425];

/** What a response that is no success means: two may succeed later, and two never will. */
export type ResponseFault = 'busy' | 'unavailable' | 'refused' | 'misconfigured';

/**
 * What a response that is no success means for the request.
 * @param status of HTTP, 300 or more
 * @param kind what its body says
 */
export function responseFault(status: number, kind: ReportedKind): ResponseFault {
  if (kind === 'refused') return 'refused';
  if (status === 429 || (status >= 500 && kind === 'overloaded')) return 'busy';
  return status >= 500 || TRANSIENT_STATUSES.includes(status) ? 'unavailable' : 'misconfigured';
}
