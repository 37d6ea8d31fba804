/** What every program needs of the surrounding environment, and nothing of ours. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ', 'USER'];

/** The environment of the programs that are not ours: PostgreSQL and Temporal. */
export function baseEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
}

/**
 * The environment of our own parts: all that was set, with what the supervisor found out.
 * @param found settings by their names
 */
export function partEnvironment(
  found: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return { ...process.env, ...found };
}
