import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DIST } from './workflow-bundle.ts';

/** What is bundled into workflows. */
const LIBRARIES = [
  'contracts/src/model',
  'contracts/src/tasks',
  'contracts/src/workflows',
  'domain/src',
  'workflows/src',
];
const LENGTH = 12;

/**
 * Names the version of the workflows: equal code has equal names on every machine, so a worker that is
 * only started again, or upgraded elsewhere, stays the version that it was.
 */
export async function buildIdOf(): Promise<string> {
  const hash = createHash('sha256');
  for (const library of LIBRARIES) {
    const folder = path.join(DIST, 'libs', library);
    for (const file of await codeIn(folder)) {
      hash.update(`${library}/${file}\0`).update(await readFile(path.join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, LENGTH);
}

async function codeIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.js')).sort();
}
