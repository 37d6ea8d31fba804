import { setCurrentDetails } from '@temporalio/workflow';
import type { StepOf, TaskWarning } from '#contracts/tasks';
import type {
  CollectedSources,
  ReadSources,
  TaskOutcome,
  WorkflowStatus,
} from '#contracts/workflows';
import { percentDone } from '#domain';

/** State of the run of a report. */
export class ReportState {
  private current: StepOf<'agent_report'> = 'collect';
  private done = 0;
  private total: number | null = null;
  private completed = false;
  private warnings: readonly TaskWarning[] = [];

  /** @param startedAt ISO 8601 UTC */
  constructor(private readonly startedAt: string) {}

  get step(): StepOf<'agent_report'> {
    return this.current;
  }

  collected({ unread }: CollectedSources): void {
    this.total = unread;
    this.begin('read');
  }

  /** More sources may have become unread meanwhile. */
  read({ read, unread }: ReadSources): void {
    this.done += read;
    this.total = this.done + unread;
    this.begin('read');
  }

  writing(): void {
    this.begin('write');
  }

  finished({ warnings }: TaskOutcome): void {
    this.completed = true;
    this.warnings = warnings;
    this.begin('write');
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { current: stage, done, total, warnings, startedAt } = this;
    const percent = percentDone(done, total, this.completed);
    return { stage, done, total, percent, warnings, startedAt };
  }

  /** Shows the step to operators. */
  private begin(step: StepOf<'agent_report'>): void {
    this.current = step;
    setCurrentDetails(`**${step}** · ${this.done} of ${this.total ?? '?'} sources read`);
  }
}
