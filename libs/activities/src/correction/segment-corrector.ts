import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import type { TranscriptStyle } from '#contracts/model';
import type { CorrectedText } from '#engines';
import type { CorrectionWork, SegmentCorrection, SegmentToCorrect } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { correctedTextsSchema } from '../shared/language/answers.schema.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
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

/**
 * Corrects the segments of a task, a few segments of one turn at a time. The guard takes of each
 * answer what is proven harmless.
 */
export class SegmentCorrector {
  private readonly style: TranscriptStyle;

  constructor(private readonly deps: LanguageDependencies) {
    this.style = deps.transcriptStyle;
  }

  async correct(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { corrections } = this.deps;
    const work = await corrections.start(run, runId);
    if (work === null) return SKIPPED;
    const kept = KeptAnswers.of(this.deps, run, 'correction', work.settings);
    const all = await this.correctAll({ run, kept, scope }, work);
    const warnings = [...kept.calls.warnings, ...refusalWarnings(all)];
    const saved = await corrections.complete(run, {
      engine: kept.calls.madeBy,
      corrections: all,
      warnings,
    });
    if (saved === null) return SKIPPED;
    return { kind: 'done', done: all.length, warnings, behind: saved.changed };
  }

  private async correctAll(
    correcting: Correcting,
    { segments, glossary, ...work }: CorrectionWork,
  ): Promise<readonly SegmentCorrection[]> {
    const corrections: SegmentCorrection[] = [];
    let before = work.before;
    for (const group of segmentGroups(segments)) {
      correcting.scope.signal.throwIfAborted();
      corrections.push(...(await this.correctGroup(correcting, group, { before, glossary })));
      before = group.at(-1)?.raw ?? before;
      await this.report(correcting, corrections.length, segments.length);
    }
    return corrections;
  }

  private async correctGroup(
    { kept, scope: { signal } }: Correcting,
    group: readonly SegmentToCorrect[],
    { before, glossary }: Pick<CorrectionWork, 'before' | 'glossary'>,
  ): Promise<readonly SegmentCorrection[]> {
    const call = engineCall(signal);
    const { style } = this;
    const speaker = group[0]?.speaker ?? '';
    const request = { speaker, texts: group.map(({ raw }) => raw), before, glossary, style };
    const ask: Ask<readonly CorrectedText[]> = (engine, each) => engine.correct(request, each);
    const { answer: texts } = await kept.ask('correct', request, correctedTextsSchema, ask, signal);
    const answers = group.map(({ raw }, index) => texts[index]?.text ?? raw);
    const guarded = group.flatMap(({ raw }, index) => {
      const corrected = answers[index] ?? raw;
      return corrected === raw ? [] : [{ raw, corrected, glossary, style }];
    });
    const verdicts = guarded.length === 0 ? [] : await this.deps.rules.guard(guarded, call);
    const inOrder = verdicts.values();
    return group.map(({ segmentId, raw }, index) => {
      const spans = answers[index] === raw ? [] : (inOrder.next().value?.spans ?? []);
      return { segmentId, raw, spans };
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

/** What was refused; a verbatim transcript keeps fillers because that is wanted. */
function refusalWarnings(corrections: readonly SegmentCorrection[]): readonly TaskWarning[] {
  const refused = corrections.map(({ spans }) =>
    spans.flatMap((span) =>
      span.outcome === 'refused' && span.reason !== 'verbatim_wanted' ? [span.reason] : [],
    ),
  );
  const concerned = refused.filter(({ length }) => length > 0).length;
  if (concerned === 0) return [];
  const reasons = [...new Set(refused.flat())].map((reason) => reason.replaceAll('_', ' '));
  const message = `In ${concerned} of ${corrections.length} segments, ${refused.flat().length} changes were not proven harmless, so the text stays there as it was heard: ${reasons.join(', ')}.`;
  return [{ code: 'correction_refused', message }];
}
