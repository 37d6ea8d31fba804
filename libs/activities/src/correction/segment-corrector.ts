import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import type { CorrectionRefusal, GuardVerdict } from '#domain';
import type { CorrectedText } from '#engines';
import type { CorrectionWork, SegmentCorrection, SegmentToCorrect } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { correctedTextsSchema } from '../shared/language/answers.schema.ts';
import { engineCall } from '../shared/language/engine-call.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { segmentGroups } from './segment-groups.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** A run, its engine, and its heartbeats. */
interface Correcting {
  readonly run: TaskRun;
  readonly kept: KeptAnswers;
  readonly scope: HeartbeatScope;
}

/** A correction, and why it was refused; `null` when it was accepted. */
interface JudgedCorrection {
  readonly correction: SegmentCorrection;
  readonly refusal: CorrectionRefusal | null;
}

/** Corrects the segments of a task, a few segments of one turn at a time. */
export class SegmentCorrector {
  constructor(private readonly deps: LanguageDependencies) {}

  async correct(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { corrections } = this.deps;
    const work = await corrections.start(run, runId);
    if (work === null) return SKIPPED;
    const kept = KeptAnswers.of(this.deps, run, work.settings);
    const judged = await this.correctAll({ run, kept, scope }, work);
    const warnings = refusalWarnings(judged);
    const saved = await corrections.complete(run, {
      engine: kept.engine.fingerprint,
      corrections: judged.map(({ correction }) => correction),
      warnings,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: judged.length, warnings, behind: saved.changed };
  }

  private async correctAll(
    correcting: Correcting,
    { segments, glossary, ...work }: CorrectionWork,
  ): Promise<readonly JudgedCorrection[]> {
    const judged: JudgedCorrection[] = [];
    let before = work.before;
    for (const group of segmentGroups(segments)) {
      correcting.scope.signal.throwIfAborted();
      judged.push(...(await this.correctGroup(correcting, group, { before, glossary })));
      before = group.at(-1)?.raw ?? before;
      await this.report(correcting, judged.length, segments.length);
    }
    return judged;
  }

  private async correctGroup(
    { kept, scope: { signal } }: Correcting,
    group: readonly SegmentToCorrect[],
    { before, glossary }: Pick<CorrectionWork, 'before' | 'glossary'>,
  ): Promise<readonly JudgedCorrection[]> {
    const call = engineCall(signal);
    const speaker = group[0]?.speaker ?? '';
    const request = { speaker, texts: group.map(({ raw }) => raw), before, glossary };
    const ask = async () => [...(await kept.engine.correct(request, call))];
    const texts = await kept.ask('correct', request, correctedTextsSchema, ask, signal);
    const changed = group.map(({ raw }, index) => {
      const corrected = texts[index];
      return corrected === undefined || corrected.text === raw ? null : corrected;
    });
    const guarded = group.flatMap(({ raw }, index) => {
      const corrected = changed[index]?.text;
      return corrected === undefined ? [] : [{ raw, corrected, glossary }];
    });
    const verdicts = guarded.length === 0 ? [] : await this.deps.rules.guard(guarded, call);
    const inOrder = verdicts.values();
    return group.map((segment, index) => {
      const corrected = changed[index] ?? null;
      return judgedOf(segment, corrected, corrected === null ? undefined : inOrder.next().value);
    });
  }

  /** Progress is stored for costly engines only; other work ends too soon for it to be seen. */
  private async report(
    { run, kept, scope }: Correcting,
    done: number,
    total: number,
  ): Promise<void> {
    scope.report({ done, total });
    if (kept.engine.costly) await this.deps.tasks.advance(run, done, total);
  }
}

/** Keeps the raw text when a correction is doubtful. @param verdict `undefined` without a correction */
function judgedOf(
  { segmentId, raw }: SegmentToCorrect,
  corrected: CorrectedText | null,
  verdict: GuardVerdict | undefined,
): JudgedCorrection {
  const untouched = { segmentId, raw, corrected: null, changes: [] };
  if (corrected === null) return { correction: untouched, refusal: null };
  if (verdict?.kind === 'refused') return { correction: untouched, refusal: verdict.reason };
  const { text, changes } = corrected;
  return { correction: { segmentId, raw, corrected: text, changes }, refusal: null };
}

function refusalWarnings(judged: readonly JudgedCorrection[]): readonly TaskWarning[] {
  const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
  if (refusals.length === 0) return [];
  const reasons = [...new Set(refusals)].map((reason) => reason.replaceAll('_', ' ')).join(', ');
  const message = `${refusals.length} of ${judged.length} segments keep their text, because their correction was doubtful: ${reasons}.`;
  return [{ code: 'correction_refused', message }];
}
