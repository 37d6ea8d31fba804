/** How the work on a backup is followed and stopped. */
export interface BackupProgress {
  /** Aborted when the work is to stop. */
  readonly signal: AbortSignal;
  /** Called with each further amount of bytes that was read or written. */
  readonly onBytes: (bytes: number) => void;
}
