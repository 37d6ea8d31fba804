import type { StageOutcome, TaskRun, TaskWarning } from '#contracts/messages';
import { guardCorrection, type CorrectionRefusal } from '#domain';
import type { CorrectedText } from '#engines';
import type { CorrectionWork, SegmentCorrection, SegmentToCorrect } from '#store';
import type { HeartbeatScope } from '../shared/with-heartbeat.ts';
import { correctedTextsSchema } from './answers.schema.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { LanguageDependencies } from './language-dependencies.ts';
import { segmentGroups } from './segment-groups.ts';
import { SKIPPED } from './skipped.ts';

/** A correction, and why it was not taken over if it was not. */
interface JudgedCorrection {
  readonly correction: SegmentCorrection;
  readonly refusal: CorrectionRefusal | null;
}

/** Corrects what was said, a few segments of one turn at a time. */
export class SegmentCorrector {
  private readonly kept: KeptAnswers;

  constructor(private readonly deps: LanguageDependencies) {
    this.kept = new KeptAnswers(deps.engine, deps.answers);
  }

  async correct(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<StageOutcome> {
    const { engine, corrections } = this.deps;
    const work = await corrections.start(run, runId);
    if (work === null) return SKIPPED;
    const judged: JudgedCorrection[] = [];
    let before = work.before;
    for (const group of segmentGroups(work.segments)) {
      scope.signal.throwIfAborted();
      judged.push(...(await this.correctGroup(group, before, work, scope)));
      before = group.at(-1)?.raw ?? before;
      await this.report(run, judged.length, work.segments.length, scope);
    }
    const warnings = refusalWarnings(judged);
    const saved = await corrections.complete(run, {
      engine: engine.fingerprint,
      corrections: judged.map(({ correction }) => correction),
      warnings,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: judged.length, warnings, behind: saved.changed };
  }

  private async correctGroup(
    group: readonly SegmentToCorrect[],
    before: string,
    { glossary }: CorrectionWork,
    { signal }: HeartbeatScope,
  ): Promise<readonly JudgedCorrection[]> {
    const speaker = group[0]?.speaker ?? '';
    const request = { speaker, texts: group.map(({ raw }) => raw), before, glossary };
    const texts = await this.kept.ask(
      'correct',
      request,
      correctedTextsSchema,
      async () => [...(await this.deps.engine.correct(request, { signal }))],
      signal,
    );
    return group.map((segment, index) => judge(segment, texts[index], glossary));
  }

  /** Those who watch are told how far costly work is; the other is over before they look. */
  private async report(
    run: TaskRun,
    done: number,
    total: number,
    scope: HeartbeatScope,
  ): Promise<void> {
    scope.report({ done, total });
    if (this.deps.engine.costly) await this.deps.tasks.advance(run, done, total);
  }
}

/** In doubt the raw text stays. */
function judge(
  { segmentId, raw }: SegmentToCorrect,
  corrected: CorrectedText | undefined,
  glossary: readonly string[],
): JudgedCorrection {
  const untouched = { segmentId, raw, corrected: null, changes: [] };
  if (!corrected || corrected.text === raw) return { correction: untouched, refusal: null };
  const verdict = guardCorrection({ raw, corrected: corrected.text, glossary });
  if (verdict.kind === 'refused') return { correction: untouched, refusal: verdict.reason };
  const { text, changes } = corrected;
  return { correction: { segmentId, raw, corrected: text, changes }, refusal: null };
}

function refusalWarnings(judged: readonly JudgedCorrection[]): readonly TaskWarning[] {
  const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
  if (refusals.length === 0) return [];
  const reasons = [...new Set(refusals)].map((reason) => reason.replaceAll('_', ' ')).join(', ');
  const message = `${refusals.length} of ${judged.length} segments stay as they were, because their correction was doubtful: ${reasons}.`;
  return [{ code: 'correction_refused', message }];
}
