import type { TaskRun, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome } from '#contracts/workflows';
import {
  compactGlossary,
  termsOf,
  type CompactEntry,
  type TranscriptStyle,
} from '#contracts/model';
import { effectiveGlossary } from '#domain';
import type { CorrectedText, EngineCall } from '#engines';
import type { CorrectionWork, SegmentCorrection, SegmentToCorrect } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';
import { correctedTextsSchema } from '../shared/language/answers.schema.ts';
import type { Ask } from '../shared/language/engine-calls.ts';
import { engineCall } from '../shared/engine-call.ts';
import { KeptAnswers } from '../shared/language/kept-answers.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { segmentGroups } from './segment-groups.ts';
import { SKIPPED } from '../shared/skipped.ts';

/** A run, its engine, its heartbeats, and what holds for all of its conversation. */
interface Correcting {
  readonly run: TaskRun;
  readonly kept: KeptAnswers;
  readonly scope: HeartbeatScope;
  readonly glossary: readonly CompactEntry[];
  readonly style: TranscriptStyle;
  /** Speakers and terms. */
  readonly names: readonly string[];
}

/**
 * Corrects the segments of a task, a few segments of one turn at a time. The guard takes of each
 * answer what is proven harmless.
 */
export class SegmentCorrector {
  constructor(private readonly deps: LanguageDependencies) {}

  async correct(run: TaskRun, runId: string, scope: HeartbeatScope): Promise<TaskOutcome> {
    const { corrections } = this.deps;
    const work = await corrections.start(run, runId);
    if (work === null) return SKIPPED;
    const kept = KeptAnswers.of(this.deps, run, 'correction', work.settings);
    const glossary = compactGlossary(effectiveGlossary(work.glossaries));
    const names = [...work.speakers, ...termsOf(glossary)];
    const style = work.style ?? this.deps.transcriptStyle;
    const all = await this.correctAll({ run, kept, scope, glossary, style, names }, work);
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
    { segments, ...work }: CorrectionWork,
  ): Promise<readonly SegmentCorrection[]> {
    const corrections: SegmentCorrection[] = [];
    let before = work.before;
    for (const group of segmentGroups(segments)) {
      correcting.scope.signal.throwIfAborted();
      corrections.push(...(await this.correctGroup(correcting, group, before)));
      before = group.at(-1)?.raw ?? before;
      await this.report(correcting, corrections.length, segments.length);
    }
    return corrections;
  }

  private async correctGroup(
    { kept, scope: { signal }, style, ...correcting }: Correcting,
    group: readonly SegmentToCorrect[],
    before: string,
  ): Promise<readonly SegmentCorrection[]> {
    const call = engineCall(signal);
    const speaker = group[0]?.speaker ?? '';
    const texts = group.map(({ raw }) => raw);
    const glossary = await this.entriesIn(texts, before, correcting.glossary, call);
    const request = { speaker, texts, before, glossary, style };
    const ask: Ask<readonly CorrectedText[]> = (engine, each) => engine.correct(request, each);
    const made = await kept.ask('correct', request, correctedTextsSchema, ask, signal);
    const corrected = made.answer;
    const answers = group.map(({ raw }, index) => corrected[index]?.text ?? raw);
    const guarded = group.flatMap(({ segmentId, raw }, index) => {
      const corrected = answers[index] ?? raw;
      const names = namesIn(corrected, correcting.names);
      if (corrected === raw && names.length === 0) return [];
      return [{ segmentId, raw, corrected, glossary, style, names }];
    });
    const verdicts = guarded.length === 0 ? [] : await this.deps.rules.guard(guarded, call);
    const bySegment = new Map(guarded.map(({ segmentId }, n) => [segmentId, verdicts[n]]));
    return group.map(({ segmentId, raw }) => {
      return { segmentId, raw, spans: bySegment.get(segmentId)?.spans ?? [] };
    });
  }

  /** A stored answer is used again unless an entry changes that can be in these texts. */
  private async entriesIn(
    texts: readonly string[],
    before: string,
    glossary: readonly CompactEntry[],
    call: EngineCall,
  ): Promise<readonly CompactEntry[]> {
    if (glossary.length === 0) return glossary;
    return this.deps.rules.heardEntries({ texts, before, glossary }, call);
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

/** The names of which a word is in a text, in any case. */
function namesIn(text: string, names: readonly string[]): readonly string[] {
  const said = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu));
  return names.filter((name) =>
    name.match(/[\p{L}\p{M}]+/gu)?.some((word) => said.has(word.toLowerCase())),
  );
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
