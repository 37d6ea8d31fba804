/** Variables that every program needs; none of our settings. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ', 'USER'];

/** The environment of third-party programs: PostgreSQL and Temporal. */
export function baseEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
}

/**
 * The environment of our own parts: the inherited one plus the supervisor's settings.
 * @param found settings by name
 */
export function partEnvironment(
  found: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return { ...process.env, ...found };
}
