import type { FactDecision } from '#contracts/model';
import type { TaskRun } from '#contracts/tasks';
import type { TaskRecord } from '#store';
import {
  aDocument,
  aFact,
  aReading,
  aReport,
  newProject,
} from '../../../store/src/projects.fixture.ts';
import type { TestStore } from '../../../store/src/store.fixture.ts';
import { oneOf } from './random-runs.fixture.ts';

type Facts = ReturnType<typeof aReading>['facts'];

const AGENTS = ['financial', 'performance'] as const;
const DECISIONS: readonly [FactDecision, ...FactDecision[]] = [
  { kind: 'confirmed' },
  { kind: 'rejected' },
  { kind: 'corrected', correction: { label: 'lights' } },
];

/** Random changes of projects, by the repositories that the product uses. */
export class RandomProjects {
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    /** The id of a random row of a table. */
    private readonly someId: (table: string, where?: string) => Promise<string | null>,
  ) {}

  /** Makes one change. @param ownerId owner of a new project */
  async change(ownerId: string): Promise<void> {
    const id = await this.someId('projects');
    if (id === null || this.random() < 0.1) {
      await newProject(this.store, { ownerId });
      return;
    }
    await oneOf(this.random, [
      () => this.settle(id),
      () => this.join(id),
      () => this.join(id),
      () => this.addDocument(id),
      () => this.requestReport(id),
      () => this.requestReport(id),
      () => this.takeWork(id),
      () => this.decide(),
    ])();
  }

  /** Does the work of a task of a project, or a part of it. */
  async run(task: TaskRecord, run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    if (task.type === 'agent_report') await this.report(run, runId, goesOn);
    else await this.readDocument(run, runId, goesOn);
  }

  private async settle(id: string): Promise<void> {
    const { projects } = this.store.repositories;
    const currency = oneOf(this.random, ['EUR', 'USD']);
    await projects.change(id, { name: 'Renamed', currency });
    await projects.change(id, { timeZone: oneOf(this.random, ['UTC', 'Europe/Berlin']) });
    await projects.setPlan(id, { budget: [], goals: [], milestones: [] });
  }

  /** A conversation joins a project of its owner, or leaves it. */
  private async join(id: string): Promise<void> {
    const { projects, conversations } = this.store.repositories;
    const { ownerId } = await projects.find(id);
    const conversation = await this.someId('conversations', `owner_id = '${ownerId}'`);
    if (conversation === null) return;
    const projectId = this.random() < 0.7 ? id : null;
    await conversations.change(conversation, { projectId });
    const title = 'In a project';
    await conversations.create({ ownerId, title, tags: [], projectId: id }, null);
  }

  private async addDocument(id: string): Promise<void> {
    await this.store.repositories.documents.add(aDocument(id), null, () => Promise.resolve());
  }

  private async requestReport(id: string): Promise<void> {
    const agent = oneOf(this.random, AGENTS);
    await this.store.repositories.reportRequests.request(id, { agent }, null);
  }

  private async takeWork(id: string): Promise<void> {
    await this.store.repositories.pendingWork.take({ kind: 'project', id });
  }

  private async decide(): Promise<void> {
    const id = await this.someId('facts');
    if (id === null) return;
    const [fact] = await this.store.rows('SELECT project_id FROM facts WHERE id = $1', [id]);
    const decision = this.random() < 0.3 ? null : oneOf(this.random, DECISIONS);
    await this.store.repositories.facts.decide(String(fact?.['project_id']), id, decision);
  }

  private async report(run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    const { reportRuns } = this.store.repositories;
    const work = await reportRuns.start(run, runId);
    if (work === null) return;
    const { agent, project, startedAt: since } = work;
    const unread = { projectId: project.id, agent, reader: 'reader-1', since };
    for (const { id } of await reportRuns.unread(unread, 3)) {
      const reading = aReading(project.id, id, { agent });
      await reportRuns.keepReading({ ...reading, facts: await this.citing(id, reading.facts) });
    }
    const made = aReport(await reportRuns.material(work));
    if (goesOn) await reportRuns.complete(run, work, made);
    else await reportRuns.writePartial(run, work, made);
  }

  /** The facts of a conversation, said in a turn that it has. */
  private async citing(id: string, facts: Facts): Promise<Facts> {
    const ofFirst = 'SELECT id FROM turns WHERE conversation_id = $1 ORDER BY id LIMIT 1';
    const [turn] = await this.store.rows(ofFirst, [id]);
    if (turn === undefined) return [];
    return (facts ?? []).map((fact) => aFact(id, { id: fact.id }, String(turn['id'])));
  }

  private async readDocument(run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    const { documentReading } = this.store.repositories;
    const document = await documentReading.start(run, runId);
    if (document === null || !goesOn) return;
    const parts = [{ place: { line: 1 }, text: 'We paid 300.', cells: null }];
    await documentReading.complete(run, document, { format: 'text', parts, warnings: [] });
  }
}
