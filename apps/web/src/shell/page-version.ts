/**
 * The version of the page that an HTML document starts: the path of its script, which has a hash of
 * its content in its name.
 *
 * @param html - The document.
 * @returns `null` when it starts no script, so that it is not the page.
 */
export function versionIn(html: string): string | null {
  const scripts = html.match(/<script\b[^>]*>/gi) ?? [];
  const module = scripts.find((tag) => /\btype="module"/i.test(tag));
  return module?.match(/\bsrc="([^"]+)"/i)?.[1] ?? null;
}

const TIMEOUT_MS = 5_000;

/**
 * Asks the gateway for the version of the page that it serves now.
 *
 * @returns `null` when it does not answer with a page.
 */
export async function servedVersion(): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(import.meta.env.BASE_URL, { cache: 'no-store', signal });
    return response.ok ? versionIn(await response.text()) : null;
  } catch {
    return null;
  }
}

/** The version of the page that is open. */
export function runningVersion(): string | null {
  return versionIn(document.documentElement.outerHTML);
}
