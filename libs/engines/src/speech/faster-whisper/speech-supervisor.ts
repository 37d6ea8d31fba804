import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { unavailable } from './speech-errors.ts';
import { SpeechProcess } from './speech-process.ts';
import type { CancelGrace, SpeechProcessOptions } from './speech-process.options.ts';

const DEFAULT_START_TIMEOUT_MS = 180_000;
const DEFAULT_CANCEL_GRACE: CancelGrace = { aloneMs: 1_500, sharedMs: 3_000 };
const FIRST_BACK_OFF_MS = 500;
const MAX_BACK_OFF_MS = 10_000;

/** Runs at most one speech process: starts it on demand, and again after it has ended. */
export class SpeechSupervisor {
  private current: SpeechProcess | null = null;
  private starting: Promise<SpeechProcess> | null = null;
  /** Number of consecutive starts since a process last answered a call. */
  private failedStarts = 0;
  private closed = false;

  /** @param serves arguments of the program, which tell what the process serves */
  constructor(
    private readonly options: SpeechProcessOptions,
    private readonly serves: readonly string[],
  ) {}

  /** Process id of the running speech process, or `null` when none runs. */
  get pid(): number | null {
    return this.current?.pid ?? null;
  }

  /** `false` while the running process has work but appears to hang. */
  get isResponsive(): boolean {
    return this.current?.isResponsive ?? true;
  }

  /**
   * Returns the running process, and starts one when there is none. Concurrent callers share a start.
   * @throws AppError `speech_engine_unavailable` when it cannot be started
   */
  async process(): Promise<SpeechProcess> {
    if (this.closed) throw closedError();
    if (this.starting !== null) return this.starting;
    if (this.current !== null && !this.current.ended) return this.current;
    this.starting = this.start().finally(() => {
      this.starting = null;
    });
    return this.starting;
  }

  /** Ends the process; no process is started afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.current?.close(closedError());
    await this.starting?.catch(() => undefined);
  }

  private async start(): Promise<SpeechProcess> {
    await this.current?.gone;
    if (this.current?.hasAnswered === true) this.failedStarts = 0;
    await delay(backOffMs(this.failedStarts), undefined, { ref: false });
    if (this.closed) throw closedError();
    this.failedStarts += 1;
    const started = this.spawn();
    this.current = started;
    const details = await started.ready;
    this.options.logger.info({ pid: started.pid, ...details }, 'speech process is ready');
    return started;
  }

  private spawn(): SpeechProcess {
    const { pythonPath, speechFolder } = this.options;
    const program = pythonPath.includes(path.sep) ? path.resolve(pythonPath) : pythonPath;
    const child = spawn(program, ['-m', 'afterword_speech', ...this.serves], { cwd: speechFolder });
    const startTimeoutMs = this.options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS;
    const { silenceTimeoutMs, stallTimeoutMs, logger } = this.options;
    const cancelGrace = this.options.cancelGrace ?? DEFAULT_CANCEL_GRACE;
    const limits = { silenceTimeoutMs, stallTimeoutMs, startTimeoutMs, cancelGrace };
    return new SpeechProcess(child, limits, logger);
  }
}

/** The first restart is immediate; each further consecutive failed start doubles the wait. */
function backOffMs(failedStarts: number): number {
  if (failedStarts < 2) return 0;
  return Math.min(MAX_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failedStarts - 2));
}

function closedError(): ReturnType<typeof unavailable> {
  return unavailable('The speech engine has been closed.');
}
