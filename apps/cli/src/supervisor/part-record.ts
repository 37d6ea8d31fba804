import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive } from './process-identity.ts';
import { endProcess, type Ending } from './end-process.ts';

interface Recorded {
  readonly pid: number;
  readonly identity: string;
}

/**
 * Records the process of a part in the data folder, so that the next start finds what a killed
 * supervisor left behind. No other process is ever stopped.
 */
export class PartRecord {
  private readonly file: string;

  /** @param runFolder the folder `run` of the data folder */
  constructor(runFolder: string, part: string) {
    this.file = path.join(runFolder, `${part}.json`);
  }

  /** Records a process that was just started. */
  write(pid: number): void {
    const identity = identityOf(pid);
    if (identity === null) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ pid, identity } satisfies Recorded));
  }

  /** Removes the record after the process has exited. */
  clear(): void {
    rmSync(this.file, { force: true });
  }

  /**
   * Stops the process of an earlier run if it still runs.
   * @returns whether there was one
   */
  async endLeftOver(ending: Ending): Promise<boolean> {
    const recorded = this.read();
    if (recorded === null || !isAlive(recorded.pid, recorded.identity)) return false;
    await endProcess(recorded.pid, ending);
    this.clear();
    return true;
  }

  private read(): Recorded | null {
    try {
      return parse(readFileSync(this.file, 'utf8'));
    } catch {
      return null;
    }
  }
}

function parse(text: string): Recorded | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('pid' in value) || !('identity' in value)) return null;
  const { pid, identity } = value;
  return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : null;
}
