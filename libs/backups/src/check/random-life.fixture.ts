import type { Significance } from '#contracts/model';
import { taskError } from '#domain';
import { isEnded, type TaskEnding } from '#contracts/tasks';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { aPlan, aResult, CHUNK_MS, joinChunks } from '../../../store/src/heard.fixture.ts';
import { aClip, anExchange, runOf, type TestStore } from '../../../store/src/store.fixture.ts';

type Task = Awaited<ReturnType<TestStore['task']>>;

const OWNERS = ['ada', 'ben', 'eve'] as const;
const LEVELS = [0, 1, 2, 3, 3, 3] as const satisfies readonly Significance[];
const PROBE = { codec: 'opus', channels: 2, sampleRateHz: 48_000, hasVideo: false };
const CONTENT = { overview: 'They decided.', keyPoints: [], decisions: [], actionItems: [] };

/** Random changes of all kinds, by the repositories that the product uses. */
export class RandomLife {
  private readonly random: () => number;
  private readonly conversations: string[] = [];
  private runs = 0;

  constructor(
    private readonly store: TestStore,
    readonly seed: number,
  ) {
    this.random = seededRandom(seed);
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
      () => this.remember(),
      () => this.takeWork(),
      () => this.takeWork(),
      () => this.runTask(),
      () => this.runTask(),
      () => this.runTask(),
      () => this.endTask(),
      () => this.cancelTask(),
      () => this.retryTask(),
      () => this.resetTask(),
      () => this.requestTask(),
      () => this.pin(),
      () => this.pin(),
      () => this.edit(),
      () => this.rescore(),
      () => this.maintain(),
    ])();
  }

  private oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.random() * items.length)] ?? items[0];
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
    await this.store.repositories.exchanges.add(anExchange(id, ...texts), null);
  }

  private async upload(): Promise<void> {
    const id = this.some(this.conversations);
    if (id === undefined) return this.converse();
    await this.store.repositories.clips.acceptClip(aClip(id), null);
  }

  private async remember(): Promise<void> {
    const given = { ownerId: this.oneOf(OWNERS), narrative: 'It mattered.', priorDialogue: [] };
    await this.store.repositories.memories.write(given, null, this.random() < 0.8);
  }

  private async takeWork(): Promise<void> {
    const id = this.some(this.conversations);
    if (id === undefined) return this.converse();
    await this.store.repositories.pendingWork.take({ kind: 'conversation', id });
  }

  /** Does a task's work, or a part of it, as the run that its activities belong to. */
  private async runTask(): Promise<void> {
    const task = await this.someTask('ended_at IS NULL');
    if (!task) return;
    const runId = task.runId ?? this.newRunId();
    const run = { ...runOf(task), firstRunId: task.firstRunId ?? runId };
    const goesOn = this.random() < 0.8;
    if (task.type === 'transcription') await this.transcribe(task, run, runId, goesOn);
    else if (task.type === 'correction') await this.correct(run, runId, goesOn);
    else if (task.type === 'summary') await this.summarise(run, runId, goesOn);
    else if (task.type === 'significance') await this.score(task, run, runId, goesOn);
    else await this.runInstallationTask(run, runId, goesOn);
  }

  private async transcribe(
    task: Task,
    run: ReturnType<typeof runOf>,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const { transcriptions, transcripts } = this.store.repositories;
    const clipId = task.clipId ?? '';
    await transcriptions.start(run, runId);
    const durationMs = this.random() < 0.3 ? null : Math.floor(this.random() * 100_000);
    await transcriptions.recordProbe(run, clipId, {
      ...PROBE,
      container: this.oneOf(['ogg', 'wav']),
      durationMs,
    });
    if (!goesOn) return;
    await transcriptions.savePlan(run, aPlan(1));
    const result = aResult(`${task.id}:${task.attempt}`, ['good', 'morning']);
    const chunk = { index: 0, resultKey: result.key, audioMs: CHUNK_MS };
    await transcriptions.finishChunk(run, chunk, result);
    await transcripts.complete(run, clipId, joinChunks);
  }

  private async correct(
    run: ReturnType<typeof runOf>,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const work = await this.store.repositories.corrections.start(run, runId);
    if (work === null || !goesOn) return;
    const corrections = work.segments.map(({ segmentId, raw }) => ({
      ...{ segmentId, raw, changes: [] },
      corrected: this.random() < 0.5 ? null : 'Corrected.',
    }));
    await this.store.repositories.corrections.complete(run, {
      ...{ engine: 'instant', corrections },
      warnings: this.random() < 0.3 ? [{ code: 'correction_refused', message: 'One stays.' }] : [],
    });
  }

  private async summarise(
    run: ReturnType<typeof runOf>,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const work = await this.store.repositories.summaries.start(run, runId);
    if (work === null || !goesOn) return;
    const { revision } = work;
    const made = { engine: 'instant', turnCount: work.turns.length, warnings: [] };
    const content = this.random() < 0.2 ? null : CONTENT;
    await this.store.repositories.summaries.complete(run, { ...made, revision, content });
  }

  private async score(
    task: Task,
    run: ReturnType<typeof runOf>,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const work = await this.store.repositories.scoring.start(run, runId);
    if (work === null) return;
    const scores = work.memories.map(({ memoryId }) => ({
      ...{ memoryId, reason: 'It changes the plan.', engine: 'instant', rubricVersion: '1' },
      significance: this.oneOf(LEVELS),
    }));
    const completion = goesOn ? { warnings: [] } : null;
    await this.store.repositories.scoring.save(runOf(task), scores, completion);
  }

  private async runInstallationTask(
    run: ReturnType<typeof runOf>,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const { installationRuns } = this.store.repositories;
    if ((await installationRuns.start(run, runId)) === null) return;
    await installationRuns.advance(run, { step: 'keep', done: 7, total: 7 });
    if (goesOn) await installationRuns.complete(run, []);
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
    if (this.random() < 0.5) await this.unlessRefused(() => tasks.requestCancel(task.id));
    else await tasks.cancelAll({ conversationId: task.conversationId ?? 'none' });
  }

  private async retryTask(): Promise<void> {
    const task = await this.someTask('ended_at IS NOT NULL');
    if (!task) return;
    const settings = this.random() < 0.5 ? {} : { engine: this.oneOf(['builtin', 'other']) };
    await this.unlessRefused(() => this.store.repositories.tasks.retry(task.id, settings));
  }

  /** What happens when an operator resets a workflow in the Temporal Web UI. */
  private async resetTask(): Promise<void> {
    const task = await this.someTask('first_run_id IS NOT NULL');
    if (task?.firstRunId == null) return;
    const run = { ...runOf(task), firstRunId: task.firstRunId };
    await this.store.repositories.transcriptions.start(run, this.newRunId());
  }

  private async requestTask(): Promise<void> {
    await this.oneOf<() => Promise<void>>([
      () => this.requestOfInstallation(),
      () => this.requestTranscription(),
      () => this.requestOfConversation(),
    ])();
  }

  private async requestOfInstallation(): Promise<void> {
    const type = this.oneOf(['backup', 'snapshot'] as const);
    await this.store.repositories.installationTasks.request(type, {}, null);
  }

  private async requestTranscription(): Promise<void> {
    const clipId = await this.someId('clips');
    if (clipId === null) return;
    const settings = this.random() < 0.5 ? {} : { language: 'de' };
    const wanted = { type: 'transcription', clipId, settings } as const;
    await this.unlessRefused(() => this.store.repositories.requestedTasks.create(wanted, null));
  }

  private async requestOfConversation(): Promise<void> {
    const conversationId = this.some(this.conversations);
    if (conversationId === undefined) return;
    const type = this.oneOf(['correction', 'summary', 'significance'] as const);
    const wanted = { type, conversationId };
    await this.unlessRefused(() => this.store.repositories.requestedTasks.create(wanted, null));
  }

  private async pin(): Promise<void> {
    const id = await this.someId('memories');
    if (id !== null) await this.store.repositories.memories.setPin(id, this.random() < 0.7);
  }

  private async rescore(): Promise<void> {
    const id = await this.someId('memories');
    if (id !== null) await this.store.repositories.memories.rescore(id);
  }

  private async edit(): Promise<void> {
    const id = await this.someId('segments');
    if (id === null) return;
    const [segment] = await this.store.rows('SELECT conversation_id FROM segments WHERE id = $1', [
      id,
    ]);
    const edited = this.random() < 0.3 ? null : `Edited ${this.random()}.`;
    await this.store.repositories.segments.edit(String(segment?.['conversation_id']), id, edited);
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

  private async someTask(where: string): Promise<Task | null> {
    const id = await this.someId('tasks', where);
    return id === null ? null : this.store.task(id);
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
    this.runs += 1;
    return `run-${this.seed}-${this.runs}`;
  }

  /** A request may be refused for what else is open. */
  private async unlessRefused(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isRefusal = error instanceof Error && error.name === 'AppError';
      if (!isRefusal) throw error;
    }
  }
}
