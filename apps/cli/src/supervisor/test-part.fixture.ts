import type { Part, PartCommand } from './part.ts';

/** A part that runs a piece of JavaScript in Node. */
export class TestPart implements Part {
  readonly name = 'worker';
  readonly title = 'worker';
  readonly stopSignal = 'SIGTERM';
  /** How often it was prepared for a start. */
  prepared = 0;
  readonly messages: unknown[] = [];

  /** @param code runs as a module; a message to the parent makes the part ready */
  constructor(
    public code: string,
    readonly readyTimeoutMs = 20_000,
    readonly stopGraceMs = 20_000,
  ) {}

  prepare(): Promise<void> {
    this.prepared += 1;
    this.messages.length = 0;
    return Promise.resolve();
  }

  command(): PartCommand {
    const args = ['--input-type=module', '--eval', this.code];
    return { file: process.execPath, args, env: {}, channel: true };
  }

  onMessage(message: unknown): void {
    this.messages.push(message);
  }

  isReady(): Promise<boolean> {
    return Promise.resolve(this.messages.includes('ready'));
  }
}

/** Reports that it is ready and runs until it is stopped. */
export const RUNS = `process.send('ready'); setInterval(() => undefined, 1000);`;
/** Like {@link RUNS}, but ignores requests to stop. */
export const IGNORES_STOP = `process.on('SIGTERM', () => undefined); ${RUNS}`;
