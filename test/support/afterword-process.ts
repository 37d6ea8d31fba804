import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.ts';
import { freePorts } from './free-port.ts';
import { stillAlive, treeOf, type SeenProcess } from './process-tree.ts';

const READY = 'Press Ctrl-C to stop.';

/** A command that starts Afterword. */
export interface AfterwordCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Afterword as a person starts it, in a process of its own. */
export class AfterwordProcess {
  private said = '';
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
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    this.exit = once(this.child, 'close').then(([code]: (number | null)[]) => code ?? null);
  }

  /** All that it printed so far. */
  get output(): string {
    return this.said;
  }

  /** Waits for the table. Fails with the output when it ends or the time is up. */
  async ready(timeoutMs = 180_000): Promise<void> {
    await eventually(() => {
      if (this.said.includes(READY)) return;
      if (this.child.exitCode !== null) timeoutMs = 0;
      throw new Error(`not ready:\n${this.said}`);
    }, timeoutMs);
    this.look();
  }

  /** Waits for a line. */
  async says(text: string, timeoutMs = 30_000): Promise<void> {
    await eventually(() => {
      if (!this.said.includes(text)) throw new Error(`never said “${text}”:\n${this.said}`);
    }, timeoutMs);
  }

  /** Remembers all processes that belong to it now. */
  look(): void {
    this.seen = [...this.seen, ...treeOf(this.child.pid ?? 0)];
  }

  /** Processes that once belonged to it, run on, and belong to nobody any more. */
  strays(): readonly number[] {
    const own = new Set(treeOf(this.child.pid ?? 0).map(({ pid }) => pid));
    return stillAlive(this.seen).filter((pid) => !own.has(pid));
  }

  /** All processes that belong to it now. */
  family(): readonly SeenProcess[] {
    return treeOf(this.child.pid ?? 0);
  }

  /** Sends a signal and waits for its end. @returns its exit code, `null` after a signal */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.look();
    this.child.kill(signal);
    return this.exit;
  }

  /** Waits until it ended by itself. */
  ended(): Promise<number | null> {
    return this.exit;
  }

  /** Waits until no process that ever belonged to it is left. */
  async isGone(timeoutMs = 30_000): Promise<void> {
    await eventually(() => {
      const left = stillAlive(this.seen);
      if (left.length > 0) throw new Error(`still there: ${left.join(', ')}`);
    }, timeoutMs);
  }
}

/** Settings of an instance of its own: free ports, and a data folder. */
export async function ownSettings(dataFolder: string): Promise<Record<string, string>> {
  const [port, database, temporal, ui] = await freePorts(4);
  return {
    AFTERWORD_DATA_FOLDER: dataFolder,
    AFTERWORD_PORT: String(port),
    AFTERWORD_DATABASE_PORT: String(database),
    AFTERWORD_TEMPORAL_PORT: String(temporal),
    AFTERWORD_TEMPORAL_UI_PORT: String(ui),
  };
}
