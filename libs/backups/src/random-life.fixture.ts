import { taskError } from '#domain';
import type { TaskEnding } from '#contracts/tasks';
import type { TaskRecord } from '#store';
import { seededRandom } from '../../../test/support/seeded-random.ts';
import { aClip, anExchange, runOf, type TestStore } from '../../store/src/store.fixture.ts';
import { RandomBin } from './check/random-bin.fixture.ts';
import { RandomMemories } from './check/random-memories.fixture.ts';
import { RandomProjects } from './check/random-projects.fixture.ts';
import { RandomRequests, unlessRefused } from './check/random-requests.fixture.ts';
import { oneOf, RandomRuns } from './check/random-runs.fixture.ts';

const OWNERS = ['ada', 'ben', 'eve'] as const;

/** Random changes of all kinds, by the repositories that the product uses. */
export class RandomLife {
  private readonly random: () => number;
  private readonly conversations: string[] = [];
  private runCount = 0;
  private readonly runs: RandomRuns;
  private readonly projects: RandomProjects;
  private readonly requests: RandomRequests;
  private readonly memories: RandomMemories;
  private readonly bin: RandomBin;

  constructor(
    private readonly store: TestStore,
    readonly seed: number,
  ) {
    this.random = seededRandom(seed);
    const someId = (table: string, where?: string) => this.someId(table, where);
    this.requests = new RandomRequests(store, this.random, someId);
    this.projects = new RandomProjects(store, this.random, someId);
    this.memories = new RandomMemories(store, this.random, someId);
    this.bin = new RandomBin(store, this.random, someId);
    this.runs = new RandomRuns(store, this.random, (...run) => this.projects.run(...run));
  }

  /** Makes some changes, one after the other. */
  async go(changes: number): Promise<void> {
    for (let made = 0; made < changes; made += 1) await this.change();
  }

  private async change(): Promise<void> {
    await this.oneOf([
      () => this.converse(),
      () => this.say(),
      () => this.say(),
      () => this.upload(),
      () => this.memories.write(),
      () => this.takeWork(),
      () => this.takeWork(),
      () => this.runTask(),
      () => this.runTask(),
      () => this.runTask(),
      () => this.endTask(),
      () => this.cancelTask(),
      () => this.retryTask(),
      () => this.resetTask(),
      () => this.requests.request(this.some(this.conversations)),
      () => this.memories.pin(),
      () => this.memories.pin(),
      () => this.edit(),
      () => this.memories.rescore(),
      () => this.maintain(),
      () => this.bin.change(),
      () => this.bin.change(),
      () => unlessRefused(() => this.projects.change(this.oneOf(OWNERS))),
      () => unlessRefused(() => this.projects.change(this.oneOf(OWNERS))),
      () => unlessRefused(() => this.projects.change(this.oneOf(OWNERS))),
    ])();
  }

  private oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return oneOf(this.random, items);
  }

  private some<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.random() * items.length)];
  }

  private async converse(): Promise<void> {
    const given = { ownerId: this.oneOf(OWNERS), title: 'Launch planning', tags: ['launch'] };
    const { id } = await this.store.repositories.conversations.create(given, null);
    this.conversations.push(id);
    const conversation = this.some(this.conversations) ?? id;
    await this.store.repositories.conversations.change(conversation, { title: 'Renamed' });
  }

  private async say(): Promise<void> {
    const id = this.some(this.conversations);
    if (id === undefined) return this.converse();
    const texts = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => 'We said that.');
    const { exchanges } = this.store.repositories;
    await unlessRefused(() => exchanges.add(anExchange(id, ...texts), null));
  }

  private async upload(): Promise<void> {
    const id = this.some(this.conversations);
    if (id === undefined) return this.converse();
    const { clips } = this.store.repositories;
    await unlessRefused(() => clips.acceptClip(aClip(id), null));
  }

  private async takeWork(): Promise<void> {
    const id = this.some(this.conversations);
    if (id === undefined) return this.converse();
    await this.store.repositories.pendingWork.take({ kind: 'conversation', id });
  }

  private async runTask(): Promise<void> {
    const task = await this.someTask('ended_at IS NULL');
    if (!task) return;
    await unlessRefused(() => this.runs.run(task, task.runId ?? this.newRunId()));
  }

  private async endTask(): Promise<void> {
    const task = await this.someTask('ended_at IS NULL');
    if (!task) return;
    const code = this.oneOf(['timed_out', 'internal', 'language_engine_refused'] as const);
    const failed = { state: 'failed', error: taskError(code, task.step ?? 'score') } as const;
    const ending: TaskEnding = this.random() < 0.5 ? { state: 'cancelled' } : failed;
    await this.store.repositories.tasks.end(runOf(task), ending);
  }

  private async cancelTask(): Promise<void> {
    const task = await this.someTask(`state IN ('pending', 'running')`);
    if (!task) return;
    const { tasks } = this.store.repositories;
    if (this.random() < 0.5) await unlessRefused(() => tasks.requestCancel(task.id));
    else await tasks.cancelAll({ conversationId: task.conversationId ?? 'none' });
  }

  private async retryTask(): Promise<void> {
    const task = await this.someTask('ended_at IS NOT NULL');
    if (!task) return;
    const settings = this.random() < 0.5 ? {} : { engine: this.oneOf(['builtin', 'other']) };
    await unlessRefused(() => this.store.repositories.tasks.retry(task.id, settings));
  }

  /** What happens when an operator resets a workflow in the Temporal Web UI. */
  private async resetTask(): Promise<void> {
    const task = await this.someTask('first_run_id IS NOT NULL');
    if (!task || task.firstRunId === null) return;
    const run = { ...runOf(task), firstRunId: task.firstRunId };
    await this.store.repositories.transcriptions.start(run, this.newRunId());
  }

  private async edit(): Promise<void> {
    const id = await this.someId('segments');
    if (id === null) return;
    const [segment] = await this.store.rows('SELECT conversation_id FROM segments WHERE id = $1', [
      id,
    ]);
    const edited = this.random() < 0.3 ? null : `Edited ${this.random()}.`;
    const { segments } = this.store.repositories;
    const conversationId = String(segment?.['conversation_id']);
    await unlessRefused(() => segments.edit(conversationId, id, edited));
  }

  /** What `reconcile` does to tasks. */
  private async maintain(): Promise<void> {
    const task = await this.someTask('ended_at IS NULL');
    if (!task) return;
    const { maintenance, tasks } = this.store.repositories;
    await this.oneOf([
      () => maintenance.follow(runOf(task), this.newRunId()),
      () => maintenance.startAgain(runOf(task)),
      () => maintenance.cancelAgain(runOf(task)),
      () => tasks.advance(runOf(task), 3, 9),
    ])();
  }

  private async someTask(where: string): Promise<TaskRecord | null> {
    const id = await this.someId('tasks', where);
    return id === null ? null : this.store.repositories.tasks.find(id);
  }

  /** Ids sort by creation, so the same seed chooses the same row. */
  private async someId(table: string, where = 'true'): Promise<string | null> {
    const count = await this.store.count(table, where);
    const [row] = await this.store.rows(
      `SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1 OFFSET $1`,
      [Math.floor(this.random() * count)],
    );
    return row ? String(row['id']) : null;
  }

  private newRunId(): string {
    this.runCount += 1;
    return `run-${this.seed}-${this.runCount}`;
  }
}
