import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, postgresProgramEnvironment } from '#platform';
import { connectionEnvironment } from './connection-environment.ts';
import { programFailure } from './program-failure.ts';
import { MessageTail, messagesOf } from './program-output.ts';

/** Time between asking a program to end and killing it. */
const END_GRACE_MS = 5_000;

/** Time after its exit in which its last messages arrive. */
const MESSAGES_GRACE_MS = 1_000;

/** The language of messages, because some are recognised. */
const MESSAGES = { LC_ALL: 'C' };

/**
 * A program of PostgreSQL that works on a database. It never outlives this process: its input or
 * output is a pipe of ours, and it ends when that breaks.
 */
export class RunningProgram {
  /** Resolves when the program has ended, whatever its end. */
  readonly gone: Promise<void>;
  /**
   * Resolves when the program has done its work.
   * @throws AppError `backup_database_failed` with its last messages; `backup_tools_missing` when
   *   it cannot be started or lacks TLS; the abort reason
   */
  readonly succeeded: Promise<void>;
  private readonly child: ChildProcessWithoutNullStreams;

  /**
   * @param file path of the program
   * @param args without secrets: every user of the machine can see them
   * @param url of the database
   * @param signal ends the program
   */
  constructor(
    private readonly file: string,
    args: readonly string[],
    url: string,
    private readonly signal: AbortSignal,
  ) {
    const connection = connectionEnvironment(url);
    const env = { ...postgresProgramEnvironment(), ...connection, ...MESSAGES };
    this.child = spawn(file, ['--no-password', ...args], { env });
    // A pipe that breaks is not a failure by itself: the end of the program says what happened.
    this.child.stdin.on('error', () => undefined);
    this.succeeded = this.watch(connection['PGPASSWORD'] ?? '');
    this.gone = this.succeeded.catch(() => undefined);
  }

  /** What it reads. */
  get input(): Writable {
    return this.child.stdin;
  }

  /** What it writes. */
  get output(): Readable {
    return this.child.stdout;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Asks it to end, kills it if it does not, and waits for that. */
  async end(): Promise<void> {
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), END_GRACE_MS);
    await this.gone;
    clearTimeout(kill);
  }

  private async watch(password: string): Promise<void> {
    const messages = new MessageTail();
    this.child.stderr.on('data', (chunk: Uint8Array) => messages.add(chunk));
    const abort = () => void this.end();
    this.signal.addEventListener('abort', abort, { once: true });
    try {
      // Not before the constructor is done.
      if (this.signal.aborted) queueMicrotask(abort);
      const end = await this.exit();
      this.signal.throwIfAborted();
      if (end.code === 0) return;
      throw programFailure(path.basename(this.file), {
        ...end,
        messages: messagesOf(messages.toString(), password),
      });
    } finally {
      this.signal.removeEventListener('abort', abort);
    }
  }

  /** Waits for the exit, and for all messages. What it has written may still be read. */
  private async exit(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    const messagesEnd = finished(this.child.stderr).catch(() => undefined);
    const end = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
      (resolve, reject) => {
        this.child.once('error', (cause) => reject(notStarted(this.file, cause)));
        this.child.once('exit', (code, signal) => resolve({ code, signal }));
      },
    );
    // A program that it has started itself may hold the pipe open.
    await Promise.race([messagesEnd, sleep(MESSAGES_GRACE_MS, undefined, { ref: false })]);
    return end;
  }
}

function notStarted(file: string, cause: Error): AppError {
  return new AppError('backup_tools_missing', `${file} cannot be started.`, { cause });
}
