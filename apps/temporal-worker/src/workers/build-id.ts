import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DIST } from './workflow-bundle.ts';

/** Source folders whose code is bundled into workflows. */
const LIBRARIES = [
  'contracts/src/model',
  'contracts/src/tasks',
  'contracts/src/workflows',
  'domain/src',
  'workflows/src',
];
const LENGTH = 12;

/**
 * Computes the build id of the workflows from a hash of their code. The same code has the same id
 * on every machine, so a worker that is only restarted, or upgraded in other parts, keeps its
 * version.
 * @param dist output folder of the build
 * @returns the first 12 hexadecimal digits of the hash
 */
export async function buildIdOf(dist: string = DIST): Promise<string> {
  const hash = createHash('sha256');
  for (const library of LIBRARIES) {
    const folder = path.join(dist, 'libs', library);
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
