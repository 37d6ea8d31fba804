import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import type { Score } from '#engines';
import { AppError } from '#platform';
import type { MemoryScore, MemoryToScore } from '#store';
import { ENGINE_TRIES } from '../shared/engine-faults.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { scoreSchema } from '../shared/language/answers.schema.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** Number of memories that are scored concurrently and stored in one transaction. */
const COSTLY_BATCH_SIZE = 4;
const CHEAP_BATCH_SIZE = 200;

/** Errors that concern a single memory; the others are scored nevertheless. */
const MEMORY_ERRORS = ['language_answer_invalid', 'language_engine_refused'];

/** A run, its engine, and its heartbeats. */
interface Scoring {
  readonly run: TaskRun;
  readonly kept: KeptAnswers;
  readonly scope: HeartbeatScope;
}

/** Scores memories; a pivotal one is pinned together with its score. */
export class MemoryScorer {
  constructor(private readonly deps: LanguageDependencies) {}

  /**
   * @param faultsBefore number of engine faults in earlier tries; the last try completes the task
   * with warnings for the memories that still fail
   * @throws AppError the error of a memory that is to be retried, or of the first one when none
   * could be scored
   */
  async score(
    run: TaskRun,
    runId: string,
    faultsBefore: number,
    scope: HeartbeatScope,
  ): Promise<TaskOutcome> {
    const work = await this.deps.scoring.start(run, runId);
    if (work === null) return SKIPPED;
    const { memories, settings } = work;
    const kept = KeptAnswers.of(this.deps, run, 'significance', settings);
    const { scores, faults } = await this.scoreAll({ run, kept, scope }, memories);
    const warnings = [...kept.calls.warnings, ...faults.map(notScored)];
    if (faults.length === 0) await this.deps.scoring.save(run, scores, { warnings });
    else await this.completeWithFaults(run, faultsBefore, { scores, faults, warnings });
    return { kind: 'done', done: memories.length - faults.length, warnings, behind: false };
  }

  /** The scores are stored before it is decided whether the task is tried again. */
  private async completeWithFaults(
    run: TaskRun,
    faultsBefore: number,
    { scores, faults, warnings }: ScoredGroup & { readonly warnings: readonly TaskWarning[] },
  ): Promise<void> {
    await this.keep(run, scores);
    const [retryable] = faults.filter(({ error }) => error.retryable);
    if (retryable && faultsBefore + 1 < ENGINE_TRIES) throw retryable.error;
    if (faults[0] && !(await this.hasScored(run))) throw faults[0].error;
    await this.deps.scoring.save(run, [], { warnings });
  }

  /** Whether any memory of the task has been scored, in this try or an earlier one. */
  private async hasScored({ taskId }: TaskRun): Promise<boolean> {
    return ((await this.deps.tasks.find(taskId))?.done ?? 0) > 0;
  }

  private async keep(run: TaskRun, scores: readonly MemoryScore[]): Promise<void> {
    if (scores.length > 0) await this.deps.scoring.save(run, scores, null);
  }

  /** @returns all faults, and the scores of the last group, which are not stored yet */
  private async scoreAll(
    scoring: Scoring,
    memories: readonly MemoryToScore[],
  ): Promise<ScoredGroup> {
    const { run, kept, scope } = scoring;
    const faults: Fault[] = [];
    let scores: readonly MemoryScore[] = [];
    const batchSize = kept.engine.costly ? COSTLY_BATCH_SIZE : CHEAP_BATCH_SIZE;
    for (let from = 0; from < memories.length; from += batchSize) {
      await this.keep(run, scores);
      scope.signal.throwIfAborted();
      const scored = await this.scoreGroup(scoring, memories.slice(from, from + batchSize));
      faults.push(...scored.faults);
      scores = scored.scores;
      scope.report({ done: Math.min(from + batchSize, memories.length), total: memories.length });
    }
    return { scores, faults };
  }

  /** @throws an error that concerns more than a memory, once the scores of the others are stored */
  private async scoreGroup(
    scoring: Scoring,
    group: readonly MemoryToScore[],
  ): Promise<ScoredGroup> {
    const outcomes = await Promise.allSettled(group.map((memory) => scoreOne(scoring, memory)));
    const scores = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    try {
      const faults = outcomes.flatMap((outcome, index) => {
        const memory = group[index];
        return outcome.status === 'rejected' && memory ? [faultOf(memory, outcome.reason)] : [];
      });
      return { scores, faults };
    } catch (error) {
      await this.keep(scoring.run, scores);
      throw error;
    }
  }
}

async function scoreOne(
  { kept, scope: { signal } }: Scoring,
  { memoryId, narrative, priorDialogue }: MemoryToScore,
): Promise<MemoryScore> {
  const request = { narrative, priorDialogue };
  const ask: Ask<Score> = (engine, call) => engine.score(request, call);
  const made = await kept.for(memoryId).ask('score', request, scoreSchema, ask, signal);
  const { fingerprint, rubricVersion } = made.engine;
  return { memoryId, ...made.answer, engine: fingerprint, rubricVersion };
}

/** The outcome of memories that were scored concurrently. */
interface ScoredGroup {
  readonly scores: readonly MemoryScore[];
  readonly faults: readonly Fault[];
}

/** The error of a memory that could not be scored. */
interface Fault {
  readonly memoryId: string;
  readonly error: AppError;
}

/** @throws the reason, when it does not concern this memory only */
function faultOf({ memoryId }: MemoryToScore, reason: unknown): Fault {
  if (reason instanceof AppError && MEMORY_ERRORS.includes(reason.code)) {
    return { memoryId, error: reason };
  }
  throw reason;
}

function notScored({ memoryId, error }: Fault): TaskWarning {
  const message = `Memory ${memoryId} could not be scored: ${error.message}`;
  return { code: 'memory_not_scored', message };
}
