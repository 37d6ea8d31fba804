import type { Fact, ReportContent, SpokenText } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { CurrentReport, TaskRecord } from '#store';
import type { TestWorker } from '../worker.fixture.ts';

/** A project whose reports are made by the activities, as its workflow calls them. */
export class TestProject {
  private constructor(
    private readonly worker: TestWorker,
    readonly id: string,
    private readonly ownerId: string,
  ) {}

  static async create(worker: TestWorker, ownerId = 'ada'): Promise<TestProject> {
    const given = { ownerId, name: 'Summer festival', currency: 'EUR', timeZone: 'UTC' };
    const project = { ...given, refresh: 'manual' } as const;
    const { id } = await worker.repositories.projects.create(project, null);
    return new TestProject(worker, id, ownerId);
  }

  /** Adds a conversation with one exchange. @returns its id */
  async converse(...turns: readonly SpokenText[]): Promise<string> {
    const { conversations, exchanges } = this.worker.repositories;
    const given = { ownerId: this.ownerId, title: 'Planning', tags: [], projectId: this.id };
    const { id } = await conversations.create(given, null);
    await exchanges.add({ conversationId: id, turns, narratives: [] }, null);
    return id;
  }

  /** Requests a report. @returns its task */
  async request(agent = 'financial', engine?: string): Promise<TaskRecord> {
    const terms = { agent, engine };
    const { reportRequests } = this.worker.repositories;
    return (await reportRequests.request(this.id, terms, null)).task;
  }

  /** Makes a report by all activities. @returns its task */
  async report(agent = 'financial', engine?: string): Promise<TaskRecord> {
    return this.make(await this.request(agent, engine));
  }

  /** Does the work of the task of a report. */
  async make(task: TaskRecord): Promise<TaskRecord> {
    const run: TaskRun = { taskId: task.id, attempt: task.attempt };
    const { worker } = this;
    let { unread } = await worker.run((all) => all.collectSources(run));
    while (unread > 0) ({ unread } = await worker.run((all) => all.readSources(run)));
    await worker.run((all) => all.writeReport({ ...run, endsIn: 'write' }));
    return worker.task({ taskId: task.id });
  }

  /** Makes the reports that decisions ask for. */
  async followDecisions(): Promise<void> {
    const { tasks } = await this.worker.repositories.pendingWork.take({
      kind: 'project',
      id: this.id,
    });
    for (const { taskId } of tasks) await this.make(await this.worker.task({ taskId }));
  }

  async latest(agent = 'financial'): Promise<CurrentReport> {
    const report = await this.worker.repositories.reports.latest(this.id, agent);
    if (report === null) throw new Error('there is no report');
    return report;
  }

  async content(agent = 'financial'): Promise<ReportContent> {
    return (await this.latest(agent)).content;
  }

  /** All facts, in the order in which they were said. */
  async facts(agent = 'financial'): Promise<readonly Pick<Fact, 'id' | 'quote' | 'citation'>[]> {
    const page = await this.worker.repositories.facts.list(this.id, { agent, limit: 200 });
    return page.items;
  }
}
