import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { TASK_TYPES } from '#contracts/tasks';
import { TasksRepository } from '#store';
import { inTime } from '../../infrastructure/in-time.ts';
import { UnknownTaskTypesError } from './unknown-task-types.error.ts';

/** The start waits no longer for a database that does not answer. */
const PATIENCE_MS = 2_000;
const TRY_AGAIN_MS = 1_000;

/**
 * Keeps a gateway from serving a database that a newer version has worked on: it could neither show
 * nor run tasks of types that are not in its catalogue. A database that is away is checked when it
 * first answers, for the gateway starts without one.
 */
@Injectable()
export class TaskTypesCheck implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly found = Promise.withResolvers<UnknownTaskTypesError>();
  /** Resolves when a database that was away at the start has tasks of unknown types. */
  readonly violated = this.found.promise;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly tasks: TasksRepository,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(TaskTypesCheck.name);
  }

  /** @throws UnknownTaskTypesError which stops the start */
  async onApplicationBootstrap(): Promise<void> {
    const unknown = await this.unknownTypes();
    if (unknown === null) this.tryLater();
    else if (unknown.length > 0) throw new UnknownTaskTypesError(unknown);
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private tryLater(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.tryAgain(), TRY_AGAIN_MS);
  }

  private async tryAgain(): Promise<void> {
    const unknown = await this.unknownTypes();
    if (unknown === null) this.tryLater();
    else if (unknown.length > 0) this.refuse(unknown);
  }

  private refuse(unknown: readonly string[]): void {
    const error = new UnknownTaskTypesError(unknown);
    this.logger.error({ err: error }, 'the gateway stops: it does not know all task types');
    this.found.resolve(error);
  }

  /** `null` when the database does not answer, or has no tables yet. */
  private unknownTypes(): Promise<readonly string[] | null> {
    return inTime(PATIENCE_MS, this.tasks.unknownTypes(TASK_TYPES)).catch(() => null);
  }
}
