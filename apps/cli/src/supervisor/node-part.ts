import type { Part, PartCommand, PartName } from './part.ts';
import { partEnvironment } from './child-environment.ts';

/** One of our own programs. */
export interface NodePartOptions {
  readonly name: PartName;
  readonly title: string;
  /** Path of the built `main.js`. */
  readonly main: string;
  /** Settings that the supervisor found out. */
  readonly settings: Readonly<Record<string, string>>;
  readonly stopGraceMs: number;
  /** Asks it; without this it is ready when it sends `ready` over its channel. */
  readonly isReady?: () => Promise<boolean>;
}

/** What a part sends with `process.send` once it does its work. */
const READY_MESSAGE = 'ready';
/** Ends one of our parts when the supervisor is gone; loaded before its own code. */
const STOP_WITH_PARENT = new URL('./stop-with-parent.js', import.meta.url).href;

/** Runs one of our own programs on the Node that runs the supervisor. */
export class NodePart implements Part {
  readonly name: PartName;
  readonly title: string;
  readonly readyTimeoutMs = 60_000;
  readonly stopSignal = 'SIGTERM';
  readonly stopGraceMs: number;
  private saidReady = false;

  constructor(private readonly options: NodePartOptions) {
    this.name = options.name;
    this.title = options.title;
    this.stopGraceMs = options.stopGraceMs;
  }

  prepare(): Promise<void> {
    this.saidReady = false;
    return Promise.resolve();
  }

  command(): PartCommand {
    return {
      file: process.execPath,
      args: ['--enable-source-maps', '--import', STOP_WITH_PARENT, this.options.main],
      env: partEnvironment(this.options.settings),
      channel: true,
    };
  }

  onMessage(message: unknown): void {
    if (message === READY_MESSAGE) this.saidReady = true;
  }

  async isReady(): Promise<boolean> {
    return this.options.isReady === undefined ? this.saidReady : await this.options.isReady();
  }
}
