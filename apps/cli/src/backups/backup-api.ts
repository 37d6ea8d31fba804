import {
  backupPageSchema,
  erasureDetailsSchema,
  problemSchema,
  requestedErasureSchema,
  restorePlanSchema,
  taskSchema,
  type Backup,
  type ErasureDetails,
  type RequestedErasure,
  type RestorePlan,
  type Task,
} from '#contracts/api';
import { AppError } from '#platform';

const MOST_LISTED = 100;

/**
 * The API calls of the commands about backups and erasures. Each throws AppError with the code of the problem that
 * the gateway answers, or `internal` when there is no gateway.
 */
export class BackupApi {
  /** @param url base URL of the gateway, without a trailing slash */
  constructor(private readonly url: string) {}

  /** Complete backups, the newest first. */
  async list(): Promise<readonly Backup[]> {
    return backupPageSchema.parse(await this.call(`/backups?limit=${MOST_LISTED}`)).items;
  }

  /** Requests a backup, or joins the one that runs. */
  async backUp(force: boolean): Promise<Task> {
    return taskSchema.parse(await this.call('/backups', force ? { force } : {}));
  }

  /** What a restore would change. */
  async plan(backupId: string): Promise<RestorePlan> {
    const answer = await this.call(`/backups/${encodeURIComponent(backupId)}/restore`, {
      dryRun: true,
    });
    return restorePlanSchema.parse(answer);
  }

  /** @param confirm what a person has typed */
  async restore(backupId: string, confirm: string): Promise<Task> {
    const route = `/backups/${encodeURIComponent(backupId)}/restore`;
    return taskSchema.parse(await this.call(route, { confirm }));
  }

  /** @param confirm what a person has typed */
  async erase(ownerId: string, confirm: string): Promise<RequestedErasure> {
    const route = `/owners/${encodeURIComponent(ownerId)}/erasure`;
    return requestedErasureSchema.parse(await this.call(route, { confirm }));
  }

  async erasure(id: string): Promise<ErasureDetails> {
    return erasureDetailsSchema.parse(await this.call(`/erasures/${id}`));
  }

  async task(id: string): Promise<Task> {
    return taskSchema.parse(await this.call(`/tasks/${id}`));
  }

  private async call(route: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${route}`, initOf(body)).catch((cause: unknown) => {
      throw new AppError('internal', `There is no gateway at ${this.url}.`, {
        ...{ cause, nextAction: 'Start it with `afterword start`.' },
      });
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const { data: problem } = problemSchema.safeParse(answer);
    if (problem === undefined) {
      throw new AppError('internal', `${route} answered ${response.status}.`);
    }
    const { code, detail, nextAction, retryable } = problem;
    throw new AppError(code, detail, { nextAction, retryable });
  }
}

function initOf(body?: object): RequestInit {
  if (body === undefined) return {};
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}
