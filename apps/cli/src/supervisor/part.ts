/** What the supervisor runs, in the order of starting. */
export const PART_NAMES = ['postgres', 'temporal', 'worker', 'gateway'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** A program to run. */
export interface PartCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A Node program of ours: it gets a channel that tells it when the supervisor is gone. */
  readonly channel: boolean;
}

/** One program that the supervisor starts, watches and stops. */
export interface Part {
  readonly name: PartName;
  /** What people call it. */
  readonly title: string;
  /** Done before each start of the program, the first and every later one. */
  prepare(): Promise<void>;
  command(): PartCommand;
  /** What it said over its channel. */
  onMessage?(message: unknown): void;
  /** Whether it does its work now. A throw counts as no. */
  isReady(): Promise<boolean>;
  /** Time from its start in which it must be ready. */
  readonly readyTimeoutMs: number;
  /** Asks it to finish what it has in hand and end. */
  readonly stopSignal: NodeJS.Signals;
  /** Time to finish before it is ended by force. */
  readonly stopGraceMs: number;
}
