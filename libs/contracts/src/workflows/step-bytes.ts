/** The part that a step has in the progress of its task, in bytes. */
export interface StepBytes {
  /** Progress of the task when the step starts. */
  readonly doneBytes: number;
  /** How much the step adds to it; an estimate. */
  readonly stepBytes: number;
  readonly totalBytes: number;
}
