import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { HeardSegment } from '#contracts/model';
import type { AppError } from '#platform';
import { LifeWatch, type LifeLimits } from './life-watch.ts';
import { PendingCall } from './pending-call.ts';
import { crashed, unavailable } from './speech-errors.ts';
import {
  speechMessageSchema,
  type EngineDetails,
  type SpeechMessage,
} from './speech-messages.schema.ts';
import type { CancelGrace, SpeechLogger } from './speech-process.options.ts';

const CHECK_INTERVAL_MS = 500;

/** Limits of one speech process. */
export interface SpeechProcessLimits extends LifeLimits {
  readonly startTimeoutMs: number;
  readonly cancelGrace: CancelGrace;
}

/** One running speech process: sends calls, receives answers, and monitors the process. */
export class SpeechProcess {
  /** Resolves when the model is loaded; rejects with `speech_engine_unavailable`. */
  readonly ready: Promise<EngineDetails>;
  /** Resolves when the process has exited and every call in flight has failed. */
  readonly gone: Promise<void>;
  /** Whether the process accepts no more calls. */
  ended = false;
  /** Whether the process has answered a call, with a result or an error: it works. */
  hasAnswered = false;
  private readonly readiness = Promise.withResolvers<EngineDetails>();
  private readonly calls = new Map<number, PendingCall>();
  private readonly life: LifeWatch;
  private readonly watch: NodeJS.Timeout;
  private readonly startedMs = performance.now();
  private isReady = false;
  private nextId = 1;
  private reason: AppError | null = null;

  constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly limits: SpeechProcessLimits,
    private readonly logger: SpeechLogger,
  ) {
    this.life = new LifeWatch(limits);
    this.ready = this.readiness.promise;
    this.ready.catch(() => undefined);
    this.gone = new Promise((resolve) => this.listen(resolve));
    const shortestMs = Math.min(limits.silenceTimeoutMs, limits.stallTimeoutMs);
    const intervalMs = Math.min(CHECK_INTERVAL_MS, shortestMs / 4);
    this.watch = setInterval(() => this.checkLife(intervalMs), intervalMs);
  }

  get pid(): number | null {
    return this.ended ? null : (this.child.pid ?? null);
  }

  /** `false` while the process has work but has sent no message for two seconds. */
  get isResponsive(): boolean {
    return !this.isReady || this.calls.size === 0 || this.life.isResponsive;
  }

  /**
   * Sends a request and waits for its answer. On abort, the process is asked to stop the work. If it
   * does not, it is killed, which fails the other calls in flight with `speech_engine_crashed`.
   */
  async call(
    request: object,
    onSegment: (segment: HeardSegment) => void,
    signal: AbortSignal,
  ): Promise<unknown> {
    const id = this.nextId++;
    const call = new PendingCall(onSegment, signal);
    if (this.ended) throw this.reason ?? crashed('it had just ended');
    if (this.calls.size === 0) this.life.messageReceived();
    this.calls.set(id, call);
    this.send({ ...request, id });
    return this.untilAnswered(id, call, signal);
  }

  /** Kills the process; every call in flight fails with the given error. */
  kill(reason: AppError): void {
    this.reason ??= reason;
    this.ended = true;
    this.child.kill('SIGKILL');
  }

  /**
   * Closes the input of the process, on which it exits, and waits until it has exited.
   * @param reason the error of every call in flight
   * @param graceMs time until the process is killed, in milliseconds
   */
  async close(reason: AppError, graceMs = 2_000): Promise<void> {
    this.reason ??= reason;
    this.ended = true;
    this.child.stdin.end();
    const timer = setTimeout(() => this.kill(reason), graceMs);
    await this.gone;
    clearTimeout(timer);
  }

  private async untilAnswered(
    id: number,
    call: PendingCall,
    signal: AbortSignal,
  ): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      this.send({ op: 'cancel', id });
      const { sharedMs, aloneMs } = this.limits.cancelGrace;
      const graceMs = this.hasWantedCalls() ? sharedMs : aloneMs;
      timer = setTimeout(() => this.kill(crashed('cancelled work did not stop')), graceMs);
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await call.answer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    }
  }

  private hasWantedCalls(): boolean {
    return [...this.calls.values()].some(({ isCancelled }) => !isCancelled);
  }

  private listen(onGone: () => void): void {
    createInterface({ input: this.child.stdout }).on('line', (line) => this.receiveLine(line));
    createInterface({ input: this.child.stderr }).on('line', (line) =>
      this.logger.debug({ line }, 'speech process wrote to stderr'),
    );
    this.child.stdin.on('error', () => undefined);
    this.child.on('error', (error) => {
      this.reason ??= unavailable(`The speech process cannot be started: ${error.message}`);
      if (this.child.pid === undefined) this.end('it was never started', onGone);
    });
    this.child.on('close', (code, signal) =>
      this.end(signal === null ? `code ${code}` : `signal ${signal}`, onGone),
    );
  }

  private receiveLine(line: string): void {
    const message = parse(line);
    if (message?.event === 'beat') return this.life.beatReceived();
    this.life.messageReceived();
    if (message === null) return this.logger.warn({}, 'speech process sent an invalid message');
    this.receive(message);
  }

  private receive(message: Exclude<SpeechMessage, { event: 'beat' }>): void {
    if (message.event === 'ready') {
      this.isReady = true;
      this.readiness.resolve(message.details);
    } else if (message.event === 'unavailable') {
      this.reason ??= unavailable(message.message);
    } else if (this.calls.get(message.id)?.receive(message, this.life.lastMessageMs) === true) {
      this.hasAnswered = true;
      this.calls.delete(message.id);
    }
  }

  private send(message: object): void {
    this.child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  private checkLife(intervalMs: number): void {
    const nowMs = performance.now();
    if (!this.isReady) return this.checkStart(nowMs - this.startedMs);
    if (this.calls.size === 0) return;
    const silencesMs = [...this.calls.values()].map((call) => call.silentForMs(nowMs));
    const verdict = this.life.check(intervalMs, silencesMs);
    if (verdict !== null) this.kill(verdict);
  }

  private checkStart(startingMs: number): void {
    if (startingMs > this.limits.startTimeoutMs)
      this.kill(unavailable('The speech process did not load its model in time.'));
  }

  private end(how: string, onGone: () => void): void {
    clearInterval(this.watch);
    this.ended = true;
    const reason = this.reason ?? crashed(how);
    this.readiness.reject(
      this.reason ?? unavailable(`The speech process ended during its start: ${how}.`),
    );
    for (const call of this.calls.values()) call.fail(reason);
    if (this.calls.size > 0) this.logger.warn({ how, code: reason.code }, 'speech process ended');
    this.calls.clear();
    onGone();
  }
}

function parse(line: string): SpeechMessage | null {
  try {
    return speechMessageSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
