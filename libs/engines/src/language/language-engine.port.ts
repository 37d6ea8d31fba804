import type { Significance, SpokenText, SummaryContent, TextChange } from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';

/** Asks for the correction of consecutive pieces of what one speaker said. */
export interface CorrectionRequest {
  readonly speaker: string;
  /** The pieces, in their order; each is corrected for itself. */
  readonly texts: readonly string[];
  /** What was said right before, by anyone, to understand the pieces by; `''` at the start. */
  readonly before: string;
  /** Names and terms in their right spelling. */
  readonly glossary: readonly string[];
}

/** A corrected piece; with no changes the text is the one that was given. */
export interface CorrectedText {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

/** A turn as a summary reads it. */
export interface SummaryTurn extends SpokenText {
  readonly turnId: string;
}

/** Asks for the summary of turns. */
export interface SummaryRequest {
  readonly title: string;
  /** In their order; together no longer than {@link LanguageEngine.maxSummaryCharacters}. */
  readonly turns: readonly SummaryTurn[];
}

/** Asks for one summary out of the summaries of consecutive parts of a conversation. */
export interface CombineRequest {
  readonly title: string;
  readonly parts: readonly SummaryContent[];
}

/** Asks how much a memory matters. */
export interface ScoreRequest {
  readonly narrative: string;
  /** What was said before, the latest last. */
  readonly priorDialogue: readonly SpokenText[];
}

/** How much a memory matters, and why. */
export interface Score {
  readonly significance: Significance;
  /** A sentence for people. */
  readonly reason: string;
}

/**
 * Corrects, summarises and scores what was said.
 *
 * Every method throws `AppError`: `language_engine_unavailable` when the engine cannot be reached or
 * fails, `language_engine_busy` when it asks to wait (with `details.retryAfterMs` when it says how
 * long), `language_engine_stalled` when it does not answer in time, `language_answer_invalid` when
 * its answer cannot be used, `language_engine_refused` when it will not do this piece of work, and
 * `language_engine_misconfigured` when its key, model or address is wrong.
 */
export interface LanguageEngine {
  /**
   * Names everything beside the request that decides the answer: engine, model, version of rules
   * and instructions. Stored answers are found again only under the same fingerprint.
   */
  readonly fingerprint: string;
  /** Names the rules by which {@link score} judges; stored with every score. */
  readonly rubricVersion: string;
  /**
   * Whether an answer is worth keeping: that of a model is, while what a function computes is
   * computed again sooner than it is read.
   */
  readonly costly: boolean;
  /** Most characters of turns that one summary can read; `Infinity` for any length. */
  readonly maxSummaryCharacters: number;
  /** @returns one corrected text for each given, in their order */
  correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]>;
  summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent>;
  combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent>;
  score(request: ScoreRequest, call: EngineCall): Promise<Score>;
}
