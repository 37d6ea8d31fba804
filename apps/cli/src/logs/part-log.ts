import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { LogTail } from './log-tail.ts';

const LARGEST_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 15;

/** The log file of a part. The part writes it; the supervisor follows it and limits its size. */
export class PartLog {
  readonly file: string;
  private follower: LogTail | null = null;

  /** @param onLine receives each line that the part writes from now on */
  constructor(
    folder: string,
    part: string,
    private readonly onLine: (line: string) => void,
  ) {
    mkdirSync(folder, { recursive: true });
    this.file = path.join(folder, `${part}.log`);
  }

  /** Starts following the file. @returns the path to write to */
  open(): string {
    this.follower ??= new LogTail(this.file, this.onLine, () => {
      this.keepSmall();
    });
    return this.file;
  }

  /** Reads the remaining lines and stops following. */
  close(): void {
    this.follower?.close();
    this.follower = null;
  }

  /** The last lines, for the error of a part that failed to start. */
  tail(): string {
    if (!existsSync(this.file)) return '';
    return readFileSync(this.file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }

  /** Rotates a large log. The part writes in append mode, so it continues at the new start. */
  private keepSmall(): void {
    if (statSync(this.file).size < LARGEST_BYTES) return;
    copyFileSync(this.file, `${this.file}.1`);
    truncateSync(this.file);
  }
}
