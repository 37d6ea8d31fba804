import { kindOf, type TaskType } from '#contracts/tasks';
import type { EntityResume, EntityTask, QuietTiming } from '#contracts/workflows';

/** A task that waits until its entity is quiet. */
interface QuietTask {
  readonly task: EntityTask;
  readonly sinceMs: number;
}

/** What the previous run of the workflow knew. */
type Earlier = Pick<EntityResume, 'lastNewsMs' | 'quiet'>;

/** The tasks of an entity that wait until it is quiet, at most one of each type. */
export class QuietTasks {
  private waiting: ReadonlyMap<TaskType, QuietTask> = new Map();
  /** Since when tasks wait that the previous run knew of, until work is taken. */
  private earlierSinceMs: ReadonlyMap<TaskType, number>;
  /** When new material last arrived. */
  private lastNewsMs: number;

  /**
   * @param timing when to run the tasks
   * @param now milliseconds since the epoch, here and below
   */
  constructor(
    private readonly timing: QuietTiming,
    now: number,
    earlier: Earlier = { lastNewsMs: now, quiet: [] },
  ) {
    this.lastNewsMs = earlier.lastNewsMs;
    this.earlierSinceMs = new Map(earlier.quiet.map(({ type, sinceMs }) => [type, sinceMs]));
  }

  get count(): number {
    return this.waiting.size;
  }

  get types(): readonly TaskType[] {
    return [...this.waiting.keys()];
  }

  /** New material has arrived, so the quiet period starts again. */
  news(now: number): void {
    this.lastNewsMs = now;
  }

  /**
   * Replaces the waiting tasks by those that were taken; each keeps the time since which it waits.
   * @param tasks tasks of types that wait for quiet
   * @returns those that need not wait
   */
  taken(tasks: readonly EntityTask[], now: number): readonly EntityTask[] {
    const byType = Map.groupBy(tasks, ({ type }) => type);
    const skipping = [...byType.values()].flatMap((same) => same.find(skipsWait) ?? []);
    const waiting = [...byType].filter(([, same]) => !same.some(skipsWait));
    this.waiting = new Map(
      waiting.flatMap(([type, [task]]) => {
        const known = this.waiting.get(type)?.sinceMs ?? this.earlierSinceMs.get(type);
        return task ? [[type, { task, sinceMs: known ?? now }]] : [];
      }),
    );
    this.earlierSinceMs = new Map();
    return skipping;
  }

  /**
   * Removes and returns the tasks whose wait is over.
   * @param isTextChanging whether a running task changes the text; then only the longest wait ends
   */
  takeDue(now: number, isTextChanging: boolean): readonly EntityTask[] {
    const due = [...this.waiting.values()].filter(
      (each) => now >= this.dueMs(each, isTextChanging),
    );
    this.waiting = new Map([...this.waiting].filter(([, each]) => !due.includes(each)));
    return due.map(({ task }) => task);
  }

  /**
   * When to look whether tasks are due. Tasks that change the text mostly end before the quiet
   * period does, so the longest wait becomes the time only when one has not.
   */
  checkTimes(now: number, isTextChanging: boolean): readonly number[] {
    return [...this.waiting.values()].map((each) => {
      const quietEndMs = this.quietEndMs(each);
      return quietEndMs > now ? quietEndMs : this.dueMs(each, isTextChanging);
    });
  }

  /** What the next run of the workflow needs to know. */
  earlier(): Earlier {
    const quiet = [...this.waiting].map(([type, { sinceMs }]) => ({ type, sinceMs }));
    return { lastNewsMs: this.lastNewsMs, quiet };
  }

  private dueMs(waiting: QuietTask, isTextChanging: boolean): number {
    return isTextChanging ? waiting.sinceMs + this.timing.longestWaitMs : this.quietEndMs(waiting);
  }

  private quietEndMs({ sinceMs }: QuietTask): number {
    const { longestWaitMs, quietMs } = this.timing;
    return Math.min(sinceMs + longestWaitMs, this.lastNewsMs + quietMs);
  }
}

/** Whether tasks of a type wait until their entity is quiet. */
export function waitsForQuiet({ type }: EntityTask): boolean {
  return kindOf(type).waitsForQuiet;
}

function skipsWait({ skipsQuietWait }: EntityTask): boolean {
  return skipsQuietWait;
}
