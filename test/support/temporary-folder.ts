import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** An empty folder for one test; the test removes it. */
export function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), `afterword-${name}-`));
}
