import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { percentile } from './measure.ts';
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
    return Math.max(0, ...(await this.longestOfTenths(pid, since)));
  }

  /**
   * A percentile of the longest delays of each tenth of a second, in milliseconds. It is no less than
   * that of all delays.
   * @param fraction such as 0.99
   */
  async percentileMs(pid: number, since: number, fraction: number): Promise<number> {
    return percentile(await this.longestOfTenths(pid, since), fraction);
  }

  private async longestOfTenths(pid: number, since: number): Promise<readonly number[]> {
    const lines = (await readFile(path.join(this.folder, String(pid)), 'utf8')).trim().split('\n');
    const delays = lines.map((line) => line.split(' ').map(Number));
    return delays.flatMap(([at = 0, delayMs = 0]) => (at >= since ? [delayMs] : []));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
