import type { CallFigures } from './calls.ts';
import { CallMeter } from './calls.ts';
import type { Cases } from './cases.ts';
import { measureCorrection, type CorrectionResult } from './corrections.ts';
import { dialoguesOf } from './dialogues.ts';
import { actionItemsFound, decisionsFound, type PointsFound } from './items.ts';
import type { MeasuredEngine } from './measured-engine.ts';
import { measureScores, type Ordering } from './scores.ts';
import { makeSummaries } from './summaries.ts';
import { summaryQuality, type SummaryQuality } from './summary-quality.ts';

/** What one engine has made of conversations. A part is `null` when the cases do not have what it needs. */
export interface LanguageResult {
  readonly engine: string;
  readonly conversations: number;
  readonly turns: number;
  readonly correction: CorrectionResult | null;
  /** How it orders turns, and how simple baselines do. */
  readonly significance: {
    readonly engine: Ordering;
    readonly baselines: readonly Ordering[];
  } | null;
  readonly summaries: SummaryQuality | null;
  readonly actionItems: PointsFound | null;
  readonly decisions: PointsFound | null;
  readonly calls: {
    readonly correct: CallFigures | null;
    readonly score: CallFigures;
    readonly summarise: CallFigures;
  };
}

/** Measures everything that an engine makes of conversations. */
export async function measureLanguage(
  measured: MeasuredEngine,
  { conversations }: Pick<Cases, 'conversations'>,
): Promise<LanguageResult> {
  const correction = await measureCorrection(measured, conversations);
  const scoring = new CallMeter();
  const dialogues = dialoguesOf(conversations);
  const [ordering, ...baselines] =
    dialogues.length === 0
      ? []
      : await measureScores(measured.name, scorerOf(measured, scoring), dialogues);
  const { summaries, calls } = await makeSummaries(measured, conversations);
  return {
    engine: measured.name,
    conversations: conversations.length,
    turns: conversations.reduce((sum, { turns }) => sum + turns.length, 0),
    correction,
    significance: ordering === undefined ? null : { engine: ordering, baselines },
    summaries: summaryQuality(summaries),
    actionItems: actionItemsFound(summaries),
    decisions: decisionsFound(summaries),
    calls: { correct: correction?.calls ?? null, score: scoring.figures, summarise: calls },
  };
}

/** A score that fails is the lowest: it would not be pinned. */
function scorerOf(
  { engine }: MeasuredEngine,
  meter: CallMeter,
): Parameters<typeof measureScores>[1] {
  const none = { significance: 0, value: null, reason: '' } as const;
  return (request) => meter.time((call) => engine.score(request, call), none);
}
