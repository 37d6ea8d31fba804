import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';

const PROGRAM = path.join(import.meta.dirname, 'loop-delay.mjs');

/** Measures how long the event loops of the processes of a stack are held. */
export class LoopDelays {
  private constructor(private readonly folder: string) {}

  static async create(): Promise<LoopDelays> {
    return new LoopDelays(await temporaryFolder('loop-delays'));
  }

  /** Environment of the processes that are measured. */
  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${PROGRAM}`, BENCH_LOOP_DELAYS: this.folder };
  }

  /**
   * The longest delay of the loop of a process, in milliseconds.
   * @param since milliseconds since the epoch
   */
  async longestMs(pid: number, since: number): Promise<number> {
    const lines = (await readFile(path.join(this.folder, String(pid)), 'utf8')).trim().split('\n');
    const delays = lines.map((line) => line.split(' ').map(Number));
    const wanted = delays.flatMap(([at = 0, delayMs = 0]) => (at >= since ? [delayMs] : []));
    return Math.max(0, ...wanted);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
