import type { StepOf } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';
import { ByteSteps } from '../shared/byte-steps.ts';

/** How a restore ended. */
type RestoreEnd = 'completed' | 'undone';

/** State of the run of a restore. */
export class RestoreState {
  readonly steps: ByteSteps<StepOf<'restore'>>;
  private ended: RestoreEnd | null = null;

  /** @param startedAt ISO 8601 UTC */
  constructor(startedAt: string) {
    this.steps = new ByteSteps<StepOf<'restore'>>('unpack', startedAt);
  }

  end(how: RestoreEnd): void {
    this.ended = how;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    return this.steps.status(this.ended === 'completed');
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    if (this.ended === 'completed') return 'restored and checked; writers are let in';
    if (this.ended === 'undone') return 'undone: everything is as it was before';
    return DETAILS[this.steps.step];
  }
}

const DETAILS: Readonly<Record<StepOf<'restore'>, string>> = {
  unpack: '**unpack**: restoring beside the current data, which can be changed',
  protect: '**protect**: writers are blocked while the current data is backed up',
  switch: '**switch**: the restored database takes the place of the current one',
  confirm: '**confirm**: checking the result before writers are let in',
};
