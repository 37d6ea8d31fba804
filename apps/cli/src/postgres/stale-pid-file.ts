import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess, type Ending } from '../supervisor/end-process.ts';
import { commandLineOf, identityOf } from '../supervisor/process-identity.ts';

/**
 * PostgreSQL notes its process in its data folder and refuses to start while a process with that
 * number lives, though after a restart of a container that is often quite another one. A PostgreSQL
 * on this very folder is ended; a note about anything else is removed.
 */
export async function clearStalePidFile(folder: string, ending: Ending): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || identityOf(pid) === null) return;
  if (commandLineOf(pid).includes(folder)) await endProcess(pid, ending);
  else rmSync(file, { force: true });
}
