import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.ts';
import { freePorts } from './free-port.ts';
import { stillAlive, treeOf, type SeenProcess } from './process-tree.ts';

const READY = 'Press Ctrl-C to stop.';
/** Less than a hook of a spec has, so that the failure says what was printed. */
const READY_MS = 240_000;

/** A command that starts Afterword. */
export interface AfterwordCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Afterword as a user starts it, in its own process. */
export class AfterwordProcess {
  private printed = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;
  private seen: readonly SeenProcess[] = [];

  constructor(command: AfterwordCommand) {
    this.child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    }
    this.exit = once(this.child, 'close').then(([code]: (number | null)[]) => code ?? null);
  }

  /** All output so far. */
  get output(): string {
    return this.printed;
  }

  /** Waits for the ready table. Fails with the output when the process exits or on a timeout. */
  async ready(timeoutMs = READY_MS): Promise<void> {
    await eventually(() => {
      if (this.printed.includes(READY)) return;
      if (this.child.exitCode !== null) timeoutMs = 0;
      throw new Error(`not ready:\n${this.printed}`);
    }, timeoutMs);
    this.recordProcesses();
  }

  /** Waits for a text in the output. */
  async prints(text: string, timeoutMs = 30_000): Promise<void> {
    await eventually(() => {
      if (!this.printed.includes(text))
        throw new Error(`did not print “${text}”:\n${this.printed}`);
    }, timeoutMs);
  }

  /** Records all processes that belong to it now. */
  recordProcesses(): void {
    this.seen = [...this.seen, ...treeOf(this.child.pid ?? 0)];
  }

  /** Recorded processes that still run but are no longer its descendants. */
  orphans(): readonly number[] {
    const own = new Set(treeOf(this.child.pid ?? 0).map(({ pid }) => pid));
    return stillAlive(this.seen).filter((pid) => !own.has(pid));
  }

  /** All processes that belong to it now. */
  family(): readonly SeenProcess[] {
    return treeOf(this.child.pid ?? 0);
  }

  /** Sends a signal and waits until it exits. @returns its exit code, `null` after a signal */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.recordProcesses();
    this.child.kill(signal);
    return this.exit;
  }

  /** Kills all its processes, which hold its output open, and waits until it has exited. */
  async killAll(): Promise<void> {
    this.recordProcesses();
    for (const pid of stillAlive(this.seen)) process.kill(pid, 'SIGKILL');
    await this.exit;
  }

  /** Waits until it exits by itself. */
  ended(): Promise<number | null> {
    return this.exit;
  }

  /** Waits until none of its recorded processes runs any more. */
  async isGone(timeoutMs = 30_000): Promise<void> {
    await eventually(() => {
      const left = stillAlive(this.seen);
      if (left.length > 0) throw new Error(`still running: ${left.join(', ')}`);
    }, timeoutMs);
  }
}

/** Settings of a separate instance: free ports and a data folder. */
export async function ownSettings(dataFolder: string): Promise<Record<string, string>> {
  const [port, database, temporal, ui] = await freePorts(4);
  return {
    AFTERWORD_DATA_FOLDER: dataFolder,
    AFTERWORD_PORT: String(port),
    AFTERWORD_DATABASE_PORT: String(database),
    AFTERWORD_TEMPORAL_PORT: String(temporal),
    AFTERWORD_TEMPORAL_UI_PORT: String(ui),
    // Costs a process and its time; specs of speakers turn it on.
    AFTERWORD_DIARISATION: 'off',
  };
}
