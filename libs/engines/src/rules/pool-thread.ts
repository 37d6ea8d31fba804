import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ruleFailed, threadFailed, tookTooLong } from './thread-faults.ts';
import type { ThreadMessage } from './thread-messages.ts';

/** How long a thread may go on with a call that nobody waits for, before it is ended. */
const ABANDONED_MS = 500;

/** Node.js runs sources as they are, if it strips and transforms their types. */
const OPTIONS_FOR_SOURCES = [
  '--conditions=afterword-source',
  '--experimental-transform-types',
  '--no-warnings',
];

/** What a thread runs, and the limits of each call. */
export interface ThreadOptions {
  readonly program: URL;
  readonly timeoutMs: number;
  /** Of its heap. */
  readonly memoryMebibytes: number;
}

/** One call, and where its outcome goes. */
export interface ThreadCall {
  readonly owner: string;
  readonly request: unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that works on one call at a time. */
export class PoolThread {
  private state: 'starting' | 'idle' | 'busy' | 'ended' = 'starting';
  private readonly worker: Worker;
  private call: ThreadCall | null = null;
  private timer: NodeJS.Timeout | undefined;
  private fault: unknown = null;

  /** @param onChange called whenever it has become idle or has ended */
  constructor(
    private readonly options: ThreadOptions,
    private readonly onChange: (thread: PoolThread) => void,
  ) {
    const isSource = path.extname(fileURLToPath(options.program)) === '.ts';
    this.worker = new Worker(options.program, {
      execArgv: isSource ? OPTIONS_FOR_SOURCES : [],
      // The rules need no settings and no secrets.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMebibytes },
    });
    this.worker.on('message', (message: ThreadMessage<never>) => this.received(message));
    this.worker.on('error', (error: unknown) => {
      this.fault ??= error;
    });
    this.worker.on('exit', () => this.hasEnded());
  }

  get isIdle(): boolean {
    return this.state === 'idle';
  }

  get isStarting(): boolean {
    return this.state === 'starting';
  }

  get isEnded(): boolean {
    return this.state === 'ended';
  }

  /** Whose call it works on, also when nobody waits for it any more; `null` for none. */
  owner: string | null = null;

  /** Why it has ended before it was ready; `null` if it has not. */
  startFault: Error | null = null;

  /** Gives an idle thread a call. The process does not exit as long as it works on one. */
  give(call: ThreadCall): void {
    this.state = 'busy';
    this.call = call;
    this.owner = call.owner;
    this.worker.ref();
    const { timeoutMs } = this.options;
    this.timer = setTimeout(() => {
      call.reject(tookTooLong(timeoutMs));
      void this.end();
    }, timeoutMs);
    try {
      this.worker.postMessage(call.request);
    } catch (error) {
      call.reject(error);
      this.rest();
    }
  }

  /** Whether it works on this call. */
  worksOn(call: ThreadCall): boolean {
    return this.call === call;
  }

  /** Nobody waits for the outcome any more: the thread ends unless it finishes at once. */
  abandon(): void {
    this.call = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.end(), ABANDONED_MS);
  }

  /** Ends it, whatever it does. */
  async end(): Promise<void> {
    this.hasEnded();
    await this.worker.terminate();
  }

  private received(message: ThreadMessage<never>): void {
    if (this.state === 'ended') return;
    if (message.kind === 'answer') this.call?.resolve(message.answer);
    if (message.kind === 'failed') this.call?.reject(ruleFailed(message.error));
    this.rest();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.state = 'idle';
    this.call = null;
    this.owner = null;
    this.worker.unref();
    this.onChange(this);
  }

  private hasEnded(): void {
    if (this.state === 'ended') return;
    clearTimeout(this.timer);
    const error = threadFailed(
      this.fault ?? new Error('it has ended'),
      this.options.memoryMebibytes,
    );
    if (this.state === 'starting') this.startFault = error;
    this.state = 'ended';
    this.call?.reject(error);
    this.onChange(this);
  }
}
