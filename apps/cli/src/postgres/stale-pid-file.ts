import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess, type Ending } from '../supervisor/end-process.ts';
import { commandLineOf, identityOf } from '../supervisor/process-identity.ts';

/**
 * PostgreSQL writes its process id to its data folder and refuses to start while a process with that
 * id exists. After a container restart, that is often an unrelated process. A PostgreSQL that runs on
 * this folder is stopped; a pid file that names any other process is removed.
 */
export async function clearStalePidFile(folder: string, ending: Ending): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || identityOf(pid) === null) return;
  if (commandLineOf(pid).includes(folder)) await endProcess(pid, ending);
  else rmSync(file, { force: true });
}
