import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import { AppError } from '#platform';
import type { MemoryScore, MemoryToScore } from '#store';
import { ENGINE_TRIES } from '../shared/engine-faults.ts';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { scoreSchema } from '../shared/language/answers.schema.ts';
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
    const memories = await this.deps.scoring.start(run, runId);
    if (memories === null) return SKIPPED;
    const kept = await KeptAnswers.of(this.deps, run);
    const faults = await this.scoreAll({ run, kept, scope }, memories);
    const [retryable] = faults.filter(({ error }) => error.retryable);
    if (retryable && faultsBefore + 1 < ENGINE_TRIES) throw retryable.error;
    const warnings = faults.map(notScored);
    if (faults[0] && !(await this.hasScored(run))) throw faults[0].error;
    await this.deps.scoring.save(run, [], { warnings });
    return { kind: 'done', done: memories.length - faults.length, warnings, behind: false };
  }

  /** Whether any memory of the task has been scored, in this try or an earlier one. */
  private async hasScored({ taskId }: TaskRun): Promise<boolean> {
    return ((await this.deps.tasks.find(taskId))?.done ?? 0) > 0;
  }

  private async scoreAll(
    scoring: Scoring,
    memories: readonly MemoryToScore[],
  ): Promise<readonly Fault[]> {
    const { kept, scope } = scoring;
    const faults: Fault[] = [];
    const batchSize = kept.engine.costly ? COSTLY_BATCH_SIZE : CHEAP_BATCH_SIZE;
    for (let from = 0; from < memories.length; from += batchSize) {
      scope.signal.throwIfAborted();
      const group = memories.slice(from, from + batchSize);
      faults.push(...(await this.scoreGroup(scoring, group)));
      scope.report({ done: from + group.length, total: memories.length });
    }
    return faults;
  }

  /** Scores are stored even when other memories of the group fail. */
  private async scoreGroup(
    scoring: Scoring,
    group: readonly MemoryToScore[],
  ): Promise<readonly Fault[]> {
    const outcomes = await Promise.allSettled(group.map((memory) => scoreOne(scoring, memory)));
    const scores = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (scores.length > 0) await this.deps.scoring.save(scoring.run, scores, null);
    return outcomes.flatMap((outcome, index) => {
      const memory = group[index];
      if (outcome.status === 'fulfilled' || !memory) return [];
      return [faultOf(memory, outcome.reason)];
    });
  }
}

async function scoreOne(
  { kept, scope: { signal } }: Scoring,
  { memoryId, narrative, priorDialogue }: MemoryToScore,
): Promise<MemoryScore> {
  const request = { narrative, priorDialogue };
  const ask = () => kept.engine.score(request, { signal });
  const score = await kept.ask('score', request, scoreSchema, ask, signal);
  const { fingerprint, rubricVersion } = kept.engine;
  return { memoryId, ...score, engine: fingerprint, rubricVersion };
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
