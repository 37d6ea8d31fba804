import type { Significance } from '#contracts/model';
import { kindOf, type TaskRun } from '#contracts/tasks';
import type { TaskRecord } from '#store';
import { aPlan, aResult, CHUNK_MS, joinChunks } from '../../../store/src/heard.fixture.ts';
import { runOf, type TestStore } from '../../../store/src/store.fixture.ts';
import { correctedTo } from '../../../store/src/corrected.fixture.ts';
import { PLAIN_RESULT } from '../../../store/src/summary-result.fixture.ts';

const LEVELS = [0, 1, 2, 3, 3, 3] as const satisfies readonly Significance[];
const PROBE = { codec: 'opus', channels: 2, sampleRateHz: 48_000, hasVideo: false };
const CONTENT = { overview: 'They decided.', keyPoints: [], decisions: [], actionItems: [] };

/** A random item. */
export function oneOf<Item>(random: () => number, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** Does the work of a task of a project. */
type RunOfProject = (
  task: TaskRecord,
  run: TaskRun,
  runId: string,
  goesOn: boolean,
) => Promise<void>;

/** Runs of tasks as workers do them, of which some go on to the end. */
export class RandomRuns {
  constructor(
    private readonly store: TestStore,
    private readonly random: () => number,
    private readonly ofProject: RunOfProject,
  ) {}

  /** Does a task's work, or a part of it, as the run that its activities belong to. */
  async run(task: TaskRecord, runId: string): Promise<void> {
    const run = { ...runOf(task), firstRunId: task.firstRunId ?? runId };
    const goesOn = this.random() < 0.8;
    if (task.type === 'transcription') await this.transcribe(task, run, runId, goesOn);
    else if (task.type === 'correction') await this.correct(run, runId, goesOn);
    else if (task.type === 'summary') await this.summarise(run, runId, goesOn);
    else if (task.type === 'significance') await this.score(task, run, runId, goesOn);
    else if (kindOf(task.type).of === 'project') await this.ofProject(task, run, runId, goesOn);
    else await this.runInstallationTask(run, runId, goesOn);
  }

  private async transcribe(
    task: TaskRecord,
    run: TaskRun,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const { transcriptions, transcripts } = this.store.repositories;
    const clipId = task.clipId ?? '';
    await transcriptions.start(run, runId);
    const durationMs = this.random() < 0.3 ? null : Math.floor(this.random() * 100_000);
    await transcriptions.recordProbe(run, clipId, {
      ...PROBE,
      container: oneOf(this.random, ['ogg', 'wav']),
      durationMs,
    });
    if (!goesOn) return;
    await transcriptions.savePlan(run, aPlan(1));
    const result = aResult(`${task.id}:${task.attempt}`, ['good', 'morning']);
    const chunk = { index: 0, resultKey: result.key, audioMs: CHUNK_MS };
    await transcriptions.finishChunk(run, chunk, result);
    await transcripts.complete(run, clipId, joinChunks);
  }

  private async correct(run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    const work = await this.store.repositories.corrections.start(run, runId);
    if (work === null || !goesOn) return;
    const corrections = work.segments.map((segment) =>
      correctedTo(segment, this.random() < 0.5 ? null : 'Corrected.'),
    );
    await this.store.repositories.corrections.complete(run, {
      ...{ engine: 'instant', corrections },
      warnings: this.random() < 0.3 ? [{ code: 'correction_refused', message: 'One stays.' }] : [],
    });
  }

  private async summarise(run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    const work = await this.store.repositories.summaries.start(run, runId);
    if (work === null || !goesOn) return;
    const { revision } = work;
    const made = { engine: 'instant', ...PLAIN_RESULT, turnCount: work.turns.length, warnings: [] };
    const content = this.random() < 0.2 ? null : CONTENT;
    await this.store.repositories.summaries.complete(run, { ...made, revision, content });
  }

  private async score(
    task: TaskRecord,
    run: TaskRun,
    runId: string,
    goesOn: boolean,
  ): Promise<void> {
    const work = await this.store.repositories.scoring.start(run, runId);
    if (work === null) return;
    const scores = work.memories.map(({ memoryId }) => {
      const significance = oneOf(this.random, LEVELS);
      const value = significance === 1 ? null : significance + 0.25;
      const by = { reason: 'It changes the plan.', engine: 'instant', rubricVersion: '1' };
      return { memoryId, significance, value, ...by };
    });
    const completion = goesOn ? { warnings: [] } : null;
    await this.store.repositories.scoring.save(runOf(task), scores, completion);
  }

  private async runInstallationTask(run: TaskRun, runId: string, goesOn: boolean): Promise<void> {
    const { installationRuns } = this.store.repositories;
    if ((await installationRuns.start(run, runId)) === null) return;
    await installationRuns.advance(run, { step: 'keep', done: 7, total: 7 });
    if (goesOn) await installationRuns.complete(run, []);
  }
}
