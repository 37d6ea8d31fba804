import type { Project, ProjectDocument, ReportView, Task } from '#contracts/api';
import type { MoneyValue, ReportEntry, SpokenText } from '#contracts/model';
import type { ApiClient } from './api-client.ts';
import { eventually } from './eventually.ts';

/** A project of a running gateway, its material and its reports. */
export class ProjectClient {
  private constructor(
    private readonly api: ApiClient,
    readonly id: string,
  ) {}

  /** Creates a project. @param more fields of the project in addition to its name */
  static async create(
    api: ApiClient,
    more: Partial<Pick<Project, 'currency' | 'timeZone' | 'refresh' | 'ownerId'>> = {},
  ): Promise<ProjectClient> {
    const body = { name: 'Summer festival', ...more };
    return new ProjectClient(api, (await api.send<Project>('POST', '/projects', body)).id);
  }

  /** Adds a conversation of one exchange. @returns its id */
  async converse(turns: readonly SpokenText[]): Promise<string> {
    const { id } = await this.api.createConversation('Planning', { projectId: this.id });
    await this.api.say(id, ...turns);
    return id;
  }

  /** Uploads a document. @param writtenOn ISO 8601 date */
  upload(
    fileName: string,
    bytes: string | Uint8Array<ArrayBuffer>,
    writtenOn = '2026-11-20',
  ): Promise<ProjectDocument> {
    const form = new FormData();
    form.append('writtenOn', writtenOn);
    form.append('file', new Blob([bytes]), fileName);
    return this.api.json(`/projects/${this.id}/documents`, { method: 'POST', body: form });
  }

  /** Waits until a document was read, or could not be. */
  async read({ id }: ProjectDocument): Promise<ProjectDocument> {
    return eventually(async () => {
      const now = await this.api.json<ProjectDocument>(`/projects/${this.id}/documents/${id}`);
      if (now.state === 'pending') throw new Error('the document was not read yet');
      return now;
    });
  }

  /** Requests a report, or joins the one that is being made. @returns its task */
  request(agent: string): Promise<Task> {
    return this.api.send('POST', `/projects/${this.id}/reports`, { agent });
  }

  /** Makes a report. */
  async report(agent: string, timeoutMs?: number): Promise<ReportView> {
    const { id } = await this.request(agent);
    await this.api.until(id, 'completed', timeoutMs);
    return this.latest(agent);
  }

  /** The latest report. @throws when there is none */
  latest(agent: string): Promise<ReportView> {
    return this.api.json(`/projects/${this.id}/reports/latest?agent=${agent}`);
  }
}

/** The amounts of the entries of a report, such as `12000 EUR`; ranges by their lower end. */
export function amountsOf({ content }: ReportView): readonly string[] {
  return content.entries
    .map(({ value }: ReportEntry) => value)
    .filter((value): value is MoneyValue => value?.kind === 'money')
    .map(({ amount, currency }) => `${Number(amount)} ${currency}`);
}
