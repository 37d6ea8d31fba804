import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const POLL_MS = 500;
const BUFFER_BYTES = 64 * 1024;

/** Follows a file that another process appends to, starting at its current end. */
export class LogTail {
  private readonly timer: NodeJS.Timeout;
  private readonly decoder = new StringDecoder('utf8');
  private position: number;
  private rest = '';

  /** @param afterRead called after each complete read; may truncate the file */
  constructor(
    private readonly file: string,
    private readonly onLine: (line: string) => void,
    private readonly afterRead: () => void,
  ) {
    this.position = existsSync(file) ? statSync(file).size : 0;
    this.timer = setInterval(() => {
      this.read();
    }, POLL_MS);
    this.timer.unref();
  }

  /** Reads the remaining content and stops. */
  close(): void {
    clearInterval(this.timer);
    this.read();
  }

  private read(): void {
    if (!existsSync(this.file)) return;
    const descriptor = openSync(this.file, 'r');
    try {
      this.readFrom(descriptor);
    } finally {
      closeSync(descriptor);
    }
    this.afterRead();
  }

  private readFrom(descriptor: number): void {
    if (fstatSync(descriptor).size < this.position) this.position = 0;
    const buffer = Buffer.alloc(BUFFER_BYTES);
    for (;;) {
      const bytes = readSync(descriptor, buffer, 0, BUFFER_BYTES, this.position);
      if (bytes === 0) return;
      this.position += bytes;
      this.take(this.decoder.write(buffer.subarray(0, bytes)));
    }
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.onLine(line);
  }
}
