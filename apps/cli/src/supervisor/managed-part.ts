import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartLog } from '../logs/part-log.ts';
import type { Reporter } from '../logs/reporter.ts';
import { BackOff } from './back-off.ts';
import { endProcess, sendSignal } from './end-process.ts';
import { exitOf } from './exit-of.ts';
import type { PartRecord } from './part-record.ts';
import type { Part } from './part.ts';
import { spawnPart } from './spawn-part.ts';
import { StartError } from './start-error.ts';
import type { StartStep } from './supervisor.ts';
import { waitUntil } from './wait-until.ts';

/** One run of a part's program. */
interface Run {
  readonly child: ChildProcess;
  readonly startedAt: number;
  /** Aborted when the program has exited. */
  readonly over: AbortSignal;
  readonly ended: Promise<string>;
}

/** Keeps one part running until `stop` is called. */
export class ManagedPart implements StartStep {
  private readonly backOff = new BackOff();
  private readonly stopping = new AbortController();
  private run: Run | null = null;
  private launching: Promise<unknown> = Promise.resolve();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    readonly part: Part,
    private readonly log: PartLog,
    private readonly record: PartRecord,
    private readonly reporter: Reporter,
  ) {}

  get title(): string {
    return this.part.title;
  }

  /** Process id of the part while it runs. */
  get pid(): number | undefined {
    return this.run?.child.pid;
  }

  /** Stops a process of this part that a killed supervisor left behind. */
  async endLeftOver(): Promise<void> {
    if (await this.record.endLeftOver(this.part)) {
      this.reporter.remark(this.part.name, 'a process left over from an earlier run was stopped');
    }
  }

  /**
   * Starts the part for the first time and waits until it is ready.
   * @throws StartError when it exits or is not ready in time; it is stopped then
   */
  async start(): Promise<void> {
    const run = await this.launch();
    if (!(await this.becomesReady(run)) && !this.isStopping()) await this.failToStart(run);
    this.watching = this.watch(run);
  }

  /** Stops the part with its signal, or by force after its grace period. Safe to call at any time. */
  async stop(): Promise<void> {
    this.stopping.abort();
    // A launch in progress must not leave a process behind.
    await this.launching.catch(() => undefined);
    const pid = this.pid;
    if (pid !== undefined) await endProcess(pid, this.part);
    await this.watching;
    this.log.close();
  }

  private launch(): Promise<Run> {
    const launching = this.prepareAndSpawn();
    this.launching = launching;
    return launching;
  }

  private async prepareAndSpawn(): Promise<Run> {
    await this.part.prepare();
    const child = spawnPart(this.part.command(), this.log.open());
    child.on('message', (message) => this.part.onMessage?.(message));
    const over = new AbortController();
    if (child.pid !== undefined) this.record.write(child.pid);
    const ended = exitOf(child).then((how) => {
      this.cleanUpAfter(child);
      over.abort();
      return how;
    });
    this.run = { child, startedAt: Date.now(), over: over.signal, ended };
    return this.run;
  }

  /** A part that was killed cannot stop its children; they share its process group. */
  private cleanUpAfter(child: ChildProcess): void {
    this.run = null;
    this.record.clear();
    if (child.pid !== undefined) sendSignal(-child.pid, 'SIGKILL');
  }

  private becomesReady(run: Run): Promise<boolean> {
    return waitUntil(() => this.part.isReady(), {
      timeoutMs: this.part.readyTimeoutMs,
      signal: AbortSignal.any([run.over, this.stopping.signal]),
    });
  }

  private async failToStart(run: Run): Promise<never> {
    const how = run.over.aborted
      ? `ended while starting (${await run.ended})`
      : `was not ready after ${this.part.readyTimeoutMs / 1000} seconds`;
    await this.stop();
    throw new StartError(
      `${this.part.title} ${how}; its log is ${this.log.file}.`,
      this.log.tail(),
    );
  }

  /** Restarts the part whenever it exits, until `stop` is called. */
  private async watch(first: Run): Promise<void> {
    let run = first;
    for (;;) {
      const how = await run.ended;
      if (this.isStopping()) return;
      const waitMs = this.backOff.next(Date.now() - run.startedAt);
      const when = waitMs === 0 ? 'now' : `in ${waitMs / 1000} s`;
      this.reporter.warn(this.part.name, `ended unexpectedly (${how}); starting it again ${when}`);
      await sleep(waitMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.isStopping()) return;
      run = await this.relaunch();
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async relaunch(): Promise<Run> {
    const run = await this.launch();
    if (await this.becomesReady(run)) {
      this.reporter.remark(this.part.name, 'is running again');
    } else if (!run.over.aborted && run.child.pid !== undefined) {
      await endProcess(run.child.pid, this.part);
    }
    return run;
  }
}
