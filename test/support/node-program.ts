import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stillAlive, treeOf, type SeenProcess } from './process-tree.ts';
import { eventually } from './eventually.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist/apps');
/** Stops a program when the test process exits for any reason. */
const STOP_WITH_PARENT = path.join(DIST, 'cli/src/supervisor/stop-with-parent.js');
const READY_MS = 180_000;

/** A worker or gateway that a test starts in addition to those of a stack. */
export class NodeProgram {
  private printed = '';
  private readonly exit: Promise<unknown>;
  private seen: readonly SeenProcess[] = [];

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    }
    this.exit = once(child, 'exit');
  }

  /**
   * Starts a program and waits until it is ready.
   * @param settings all settings that differ from the defaults
   */
  static async start(
    app: 'temporal-worker' | 'gateway',
    settings: Readonly<Record<string, string>>,
  ): Promise<NodeProgram> {
    const env = { ...process.env, ...settings };
    const execArgv = ['--import', STOP_WITH_PARENT];
    const child = fork(path.join(DIST, app, 'src/main.js'), { env, execArgv, silent: true });
    const program = new NodeProgram(child);
    let ready = false;
    child.on('message', (message) => (ready ||= message === 'ready'));
    await eventually(() => {
      if (!ready) throw new Error(`${app} is not ready:\n${program.printed}`);
    }, READY_MS);
    return program;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** All output so far. */
  get output(): string {
    return this.printed;
  }

  /** Sends a signal and waits until it and its descendants have exited. @returns its exit time */
  async end(signal: NodeJS.Signals): Promise<number> {
    this.seen = treeOf(this.pid);
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    await this.exit;
    const endedAt = Date.now();
    await eventually(() => {
      const left = stillAlive(this.seen);
      if (left.length > 0) throw new Error(`still running: ${left.join(', ')}`);
    });
    return endedAt;
  }
}
