import { problemOfBody, type PageProblem } from './problem.ts';

/**
 * Asks why a recording cannot be played: a player learns only that it cannot.
 *
 * @param url - The address of its bytes.
 * @returns Null when the gateway sends it, so the browser does not know its format.
 */
export async function audioProblem(url: string): Promise<PageProblem | null> {
  try {
    const response = await fetch(url, { headers: { range: 'bytes=0-0' } });
    if (response.ok) return null;
    const body: unknown = await response.json();
    return problemOfBody(body, response.status);
  } catch {
    return null;
  }
}
