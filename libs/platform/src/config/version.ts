import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/** The version of Afterword. Every process runs in the project's root. */
export function afterwordVersion(): string {
  const content = readFileSync(path.resolve('package.json'), 'utf8');
  return packageSchema.parse(JSON.parse(content)).version;
}
