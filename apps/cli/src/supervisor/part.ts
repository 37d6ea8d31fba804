/** The parts that the supervisor runs, in start order. */
export const PART_NAMES = ['postgres', 'temporal', 'worker', 'gateway'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** A program to run. */
export interface PartCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** The complete environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether to open an IPC channel, which closes when the supervisor is gone. Node programs only. */
  readonly channel: boolean;
}

/** One program that the supervisor starts, watches and stops. */
export interface Part {
  readonly name: PartName;
  /** Display name. */
  readonly title: string;
  /** Called before each start of the program, including restarts. */
  prepare(): Promise<void>;
  command(): PartCommand;
  /** Called for each message over the IPC channel. */
  onMessage?(message: unknown): void;
  /** Readiness check. A throw counts as not ready. */
  isReady(): Promise<boolean>;
  /** Time in which it must become ready after a start. */
  readonly readyTimeoutMs: number;
  /** Asks it to finish work in progress and exit. */
  readonly stopSignal: NodeJS.Signals;
  /** Grace period before it is killed. */
  readonly stopGraceMs: number;
}
