import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const credentialsSchema = z.object({ admin: z.string(), afterword: z.string() });

/** Passwords of the two roles: `admin` is for setup only, `afterword` is the product's role. */
export type Credentials = z.output<typeof credentialsSchema>;

const newPassword = () => randomBytes(24).toString('base64url');

/**
 * The passwords of the built-in PostgreSQL. Other users of the machine can reach its port as well, so
 * it requires a password; only the user that runs Afterword can read the file.
 * @param dataFolder holds the file, which is created on the first call
 */
export function loadCredentials(dataFolder: string): Credentials {
  const file = path.join(dataFolder, 'secrets', 'database.json');
  if (existsSync(file)) return credentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const credentials = { admin: newPassword(), afterword: newPassword() };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  return credentials;
}
