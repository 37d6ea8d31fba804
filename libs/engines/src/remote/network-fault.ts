import { z } from 'zod';

/** Messages of `fetch` for a failed connection and for a lost one. */
const FETCH_MESSAGES = ['fetch failed', 'terminated'];

const coded = z.object({ code: z.string().regex(/^[A-Z][A-Z0-9_]*$/) });
const caused = z.object({ cause: z.unknown() });
const fetchFault = z.object({ name: z.literal('TypeError'), message: z.enum(FETCH_MESSAGES) });

/** A connection that could not be made or was lost. */
export interface NetworkFault {
  /** The system's error code, such as `ECONNREFUSED`; `null` when there is none. */
  readonly code: string | null;
}

/**
 * Detects whether `fetch` failed because of the network. It checks the shape of the error instead of
 * its class, because errors of `fetch` may come from another realm, where `instanceof` fails.
 * @returns `null` when the error has another cause
 */
export function networkFault(error: unknown): NetworkFault | null {
  if (!fetchFault.safeParse(error).success) return null;
  return { code: networkCode(error) };
}

/** The code of an error, or of its nearest cause that has one; never a message. */
export function networkCode(error: unknown): string | null {
  for (let fault = error, depth = 0; depth < 5; depth += 1) {
    const code = coded.safeParse(fault).data?.code;
    if (code !== undefined) return code;
    fault = caused.safeParse(fault).data?.cause;
  }
  return null;
}
