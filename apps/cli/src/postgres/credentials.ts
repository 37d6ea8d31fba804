import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const credentialsSchema = z.object({ admin: z.string(), afterword: z.string() });

/** Passwords of the two roles: `admin` only sets things up, `afterword` is what the product uses. */
export type Credentials = z.output<typeof credentialsSchema>;

const newPassword = () => randomBytes(24).toString('base64url');

/**
 * The passwords of the built-in PostgreSQL. Other users of the machine reach its port as well, so it
 * asks for a password; the file is readable only by whoever runs Afterword.
 * @param dataFolder where they are kept; made on the first call
 */
export function loadCredentials(dataFolder: string): Credentials {
  const file = path.join(dataFolder, 'secrets', 'database.json');
  if (existsSync(file)) return credentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const credentials = { admin: newPassword(), afterword: newPassword() };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  return credentials;
}
