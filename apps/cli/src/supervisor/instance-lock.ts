import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { systemCode } from '#platform';
import { identityOf, isAlive } from './process-identity.ts';
import { StartError } from './start-error.ts';

const holderSchema = z.object({ pid: z.number(), identity: z.string(), page: z.string() });
type Holder = z.output<typeof holderSchema>;

/** Allows at most one supervisor per data folder. */
export class InstanceLock {
  private readonly file: string;

  /** @param runFolder the folder `run` of the data folder */
  constructor(runFolder: string) {
    mkdirSync(runFolder, { recursive: true });
    this.file = path.join(runFolder, 'supervisor.json');
  }

  /**
   * Acquires the lock. The lock of a supervisor that was killed is stale and is replaced.
   * @param page URL of the page, for the error message of a second start
   * @throws StartError when another supervisor holds it
   */
  acquire(page: string): void {
    const identity = identityOf(process.pid) ?? '';
    const holder = JSON.stringify({ pid: process.pid, identity, page } satisfies Holder);
    while (!writeNew(this.file, holder)) {
      const other = this.read();
      if (other !== null && isAlive(other.pid, other.identity)) throw alreadyRunning(other);
      rmSync(this.file, { force: true });
    }
  }

  /** Releases the lock. */
  release(): void {
    rmSync(this.file, { force: true });
  }

  private read(): Holder | null {
    try {
      return holderSchema.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    } catch {
      return null;
    }
  }
}

function alreadyRunning({ pid, page }: Holder): StartError {
  return new StartError(
    `Afterword already runs on this data folder (process ${pid}, ${page}): stop it first, or give this one its own folder and ports (AFTERWORD_DATA_FOLDER, AFTERWORD_PORT and the other port settings).`,
  );
}

function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}
