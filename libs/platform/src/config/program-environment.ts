/** What programs need to run: where to find others, libraries, and temporary files. */
const FOR_ANY_PROGRAM = ['PATH', 'HOME', 'LD_LIBRARY_PATH', 'TMPDIR', 'USER'];

/** What the driver of PostgreSQL takes from the environment when a URL does not say it. */
const FOR_POSTGRES = ['PGHOST', 'PGPORT', 'PGUSER', 'PGPASSWORD', 'PGPASSFILE', 'PGDATABASE'];

/**
 * The environment for programs of PostgreSQL. None of our settings is in it, because they hold
 * secrets; and no other variable of libpq, because some have precedence over what we set.
 */
export function postgresProgramEnvironment(): Record<string, string> {
  return Object.fromEntries(
    [...FOR_ANY_PROGRAM, ...FOR_POSTGRES].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
