import type { Part, PartCommand, PartName } from './part.ts';
import { partEnvironment } from './child-environment.ts';

/** One of our own programs. */
export interface NodePartOptions {
  readonly name: PartName;
  readonly title: string;
  /** Path of the built `main.js`. */
  readonly main: string;
  /** Settings that the supervisor determined. */
  readonly settings: Readonly<Record<string, string>>;
  readonly stopGraceMs: number;
  /** Readiness check; without it, the part is ready when it sends `ready` over its IPC channel. */
  readonly isReady?: () => Promise<boolean>;
}

/** The message that a part sends with `process.send` when it is ready. */
const READY_MESSAGE = 'ready';
/** Stops a part when the supervisor is gone; loaded before the part's own code. */
const STOP_WITH_PARENT = new URL('./stop-with-parent.js', import.meta.url).href;
const START_QUICKLY = new URL('./start-quickly.js', import.meta.url).href;

/** Runs one of our own programs with the supervisor's Node. */
export class NodePart implements Part {
  readonly name: PartName;
  readonly title: string;
  readonly readyTimeoutMs = 120_000;
  readonly stopSignal = 'SIGTERM';
  readonly stopGraceMs: number;
  private readyReceived = false;

  constructor(private readonly options: NodePartOptions) {
    this.name = options.name;
    this.title = options.title;
    this.stopGraceMs = options.stopGraceMs;
  }

  prepare(): Promise<void> {
    this.readyReceived = false;
    return Promise.resolve();
  }

  command(): PartCommand {
    return {
      file: process.execPath,
      args: [
        '--enable-source-maps',
        ...['--import', START_QUICKLY, '--import', STOP_WITH_PARENT],
        this.options.main,
      ],
      env: partEnvironment(this.options.settings),
      channel: true,
    };
  }

  onMessage(message: unknown): void {
    if (message === READY_MESSAGE) this.readyReceived = true;
  }

  async isReady(): Promise<boolean> {
    return this.options.isReady === undefined ? this.readyReceived : await this.options.isReady();
  }
}
