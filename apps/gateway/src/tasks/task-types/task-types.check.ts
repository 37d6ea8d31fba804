import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TASK_TYPES } from '#contracts/tasks';
import { TasksRepository } from '#store';
import { inTime } from '#platform';
import { UnknownTaskTypesError } from './unknown-task-types.error.ts';

/** Maximum time that the start waits for the database. */
const TIMEOUT_MS = 2_000;
const RETRY_INTERVAL_MS = 1_000;

/**
 * Prevents a gateway from serving a database of a newer version: it could neither show nor run
 * tasks of types that are not in its catalogue. The gateway also starts without a database; it then
 * checks the types as soon as the database answers.
 */
@Injectable()
export class TaskTypesCheck implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly found = Promise.withResolvers<UnknownTaskTypesError>();
  /** Resolves when a database that was unavailable at startup has tasks of unknown types. */
  readonly violated = this.found.promise;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  /** Whether a failed read was logged; the retries are not. */
  private isReported = false;

  constructor(
    private readonly tasks: TasksRepository,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(TaskTypesCheck.name);
  }

  /** @throws UnknownTaskTypesError which aborts the startup */
  async onApplicationBootstrap(): Promise<void> {
    const unknown = await this.unknownTypes();
    if (unknown === null) this.scheduleRetry();
    else if (unknown.length > 0) throw new UnknownTaskTypesError(unknown);
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private scheduleRetry(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.retry(), RETRY_INTERVAL_MS);
  }

  private async retry(): Promise<void> {
    const unknown = await this.unknownTypes();
    if (unknown === null) this.scheduleRetry();
    else if (unknown.length > 0) this.reject(unknown);
  }

  private reject(unknown: readonly string[]): void {
    const error = new UnknownTaskTypesError(unknown);
    this.logger.error({ err: error }, 'the gateway stops: it does not know all task types');
    this.found.resolve(error);
  }

  /** `null` when the database does not answer, or has no tables yet. */
  private unknownTypes(): Promise<readonly string[] | null> {
    return inTime(TIMEOUT_MS, this.tasks.unknownTypes(TASK_TYPES)).catch((error: unknown) => {
      if (!this.isReported) this.logger.warn({ err: error }, 'cannot read the task types yet');
      this.isReported = true;
      return null;
    });
  }
}
