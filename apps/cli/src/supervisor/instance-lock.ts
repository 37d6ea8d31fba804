import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { identityOf, isAlive } from './process-identity.ts';
import { StartError } from './start-error.ts';
import { systemCode } from './system-code.ts';

const holderSchema = z.object({ pid: z.number(), identity: z.string(), page: z.string() });
type Holder = z.output<typeof holderSchema>;

/** One supervisor at most runs on a data folder. */
export class InstanceLock {
  private readonly file: string;

  /** @param runFolder the folder `run` of the data folder */
  constructor(runFolder: string) {
    mkdirSync(runFolder, { recursive: true });
    this.file = path.join(runFolder, 'supervisor.json');
  }

  /**
   * Takes the folder. What a supervisor that was killed left behind does not count.
   * @param page address of our page, for the message that another start shows
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

  /** Gives the folder back. */
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
    `Afterword already runs on this data folder (process ${pid}, ${page}): stop it first, or give this one a folder and ports of its own (AFTERWORD_DATA_FOLDER, AFTERWORD_PORT and its neighbours).`,
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
