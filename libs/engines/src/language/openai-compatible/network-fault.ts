import { z } from 'zod';

/** How `fetch` says that there was no connection, and that it was lost. */
const FETCH_MESSAGES = ['fetch failed', 'terminated'];

const coded = z.object({ code: z.string().regex(/^[A-Z][A-Z0-9_]*$/) });
const caused = z.object({ cause: z.unknown() });
const fetchFault = z.object({ name: z.literal('TypeError'), message: z.enum(FETCH_MESSAGES) });

/** A connection that could not be made or was lost. */
export interface NetworkFault {
  /** The system's name for it, such as `ECONNREFUSED`; `null` when there is none. */
  readonly code: string | null;
}

/**
 * Finds out whether `fetch` failed because of the network. Errors are known by their shape: those
 * of `fetch` may come from another realm, where `instanceof` does not tell.
 * @returns `null` when something else was the matter
 */
export function networkFault(error: unknown): NetworkFault | null {
  if (!fetchFault.safeParse(error).success) return null;
  return { code: networkCode(error) };
}

/** The code of an error or of the nearest of its causes that has one; never a message. */
export function networkCode(error: unknown): string | null {
  for (let fault = error, depth = 0; depth < 5; depth += 1) {
    const code = coded.safeParse(fault).data?.code;
    if (code !== undefined) return code;
    fault = caused.safeParse(fault).data?.cause;
  }
  return null;
}
