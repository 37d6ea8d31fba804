import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import type { AppError } from '#platform';
import { programPath } from './program-path.ts';
import type { ReadingOrder } from './reading-order.ts';
import { endedBadly, failed, tookTooLong, type ProcessEnd } from './reading-errors.ts';
import { ReceivedDocument } from './received-document.ts';

const PROGRAM = programPath('reading.program', import.meta.url);

/** Share of the memory for JavaScript values; the rest is for buffers and the program itself. */
const HEAP_SHARE = 0.7;

/** Messages of the process that are kept, to tell why it has ended. */
const MAX_MESSAGE_CHARACTERS = 8_192;

/** The process that reads one document, and what it has said so far. */
export class ReadingProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly received: ReceivedDocument;
  private messages = '';
  private reason: AppError | null = null;

  /** @param program replaces the reading program in specs */
  constructor(
    private readonly order: Omit<ReadingOrder, 'parentPid'>,
    program = PROGRAM,
  ) {
    this.received = new ReceivedDocument(order.limits);
    const args = [...fence(order.limits.memoryMebibytes), program];
    // Without an environment: it holds the secrets of the worker, and options of Node.js.
    this.child = spawn(process.execPath, args, { env: {}, stdio: 'pipe' });
    // Without a listener, an error before `result` is called would end the whole worker.
    this.child.on('error', () => undefined);
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => this.note(text));
    // A pipe that breaks is not a failure by itself: the end of the process says what happened.
    this.child.stdin.on('error', () => undefined);
    const sent: ReadingOrder = { ...order, parentPid: process.pid };
    this.child.stdin.end(JSON.stringify(sent));
  }

  /** Process id; `undefined` when it could not be started. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Waits until the process has ended; kills it at the time limit and on abort.
   * @throws AppError for each way to end without a result; the reason of the abort
   */
  async result(signal: AbortSignal): Promise<ReceivedDocument> {
    const abort = () => this.child.kill('SIGKILL');
    const { timeoutMs } = this.order.limits;
    const timer = setTimeout(() => this.kill(tookTooLong(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    try {
      const [end] = await Promise.all([this.ended(), this.receive(this.child.stdout)]);
      signal.throwIfAborted();
      if (this.reason !== null) throw this.reason;
      if (end.code !== 0) throw endedBadly(end, this.order.limits.memoryMebibytes);
      return this.received;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  private kill(reason: AppError): void {
    this.reason ??= reason;
    this.child.kill('SIGKILL');
  }

  /** Takes the output piece by piece, so that other work of this process goes on in between. */
  private async receive(output: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const chunk of output) {
        if (this.reason === null) this.received.add(chunk);
        await setImmediate();
      }
    } catch (cause) {
      this.kill(failed('It has written something else than a document.', cause));
    }
  }

  private note(text: string): void {
    this.messages = (this.messages + text).slice(-MAX_MESSAGE_CHARACTERS);
  }

  private async ended(): Promise<ProcessEnd> {
    return new Promise((resolve, reject) => {
      this.child.once('error', (cause) => reject(failed('It cannot be started.', cause)));
      this.child.once('close', (code, signal) =>
        resolve({ code, signal, messages: this.messages }),
      );
    });
  }
}

/** Options of Node.js: what the process may do, and the memory of its heap. */
function fence(memoryMebibytes: number): readonly string[] {
  return [
    '--no-warnings',
    '--permission',
    '--allow-fs-read=*',
    // For the thread that ends the process when it takes too much.
    '--allow-worker',
    `--max-old-space-size=${Math.floor(memoryMebibytes * HEAP_SHARE)}`,
  ];
}
