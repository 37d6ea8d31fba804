import type {
  CompactEntry,
  FactDraft,
  FactReader,
  Passage,
  ReadingContext,
  SegmentStart,
  Significance,
  TranscriptStyle,
  SpokenText,
  SummaryContent,
  SummaryForm,
} from '#contracts/model';
import type { EngineCall } from '../engine-call.ts';
import type { Counted } from './counted.ts';

/** A request to correct consecutive texts of one speaker. */
export interface CorrectionRequest {
  readonly speaker: string;
  /** The texts in spoken order; each is corrected separately. */
  readonly texts: readonly string[];
  /** Context: the text spoken directly before, by any speaker; `''` at the start. */
  readonly before: string;
  /** Names and terms in their correct spelling. */
  readonly glossary: readonly CompactEntry[];
  /** Whether fillers, stutters and false starts are taken out. */
  readonly style: TranscriptStyle;
}

/** A corrected text: the input text where there is nothing to correct. */
export interface CorrectedText {
  readonly text: string;
}

/** A turn as input of a summary. */
export interface SummaryTurn extends SpokenText {
  readonly turnId: string;
  /**
   * Where its segments begin in the text, so that a point can cite the moment; absent when it was
   * typed, and is cited as a whole.
   */
  readonly segments?: readonly SegmentStart[];
  /** Whether it goes on with the turn before it: a long turn is read in pieces. */
  readonly continues?: boolean;
  /** The day on which it was said, to which relative dates refer (ISO 8601, UTC). */
  readonly saidOn?: string;
}

/** A request to summarise turns. */
export interface SummaryRequest {
  readonly title: string;
  /** In order; their total length is at most {@link LanguageEngine.maxWholeCharacters}. */
  readonly turns: readonly SummaryTurn[];
  readonly form: SummaryForm;
}

/** A request to combine the summaries of consecutive parts of a conversation into one. */
export interface CombineRequest {
  readonly title: string;
  readonly parts: readonly SummaryContent[];
  /** Who spoke in all parts, and how often; other engines may have made them. */
  readonly counted: Counted;
  readonly form: SummaryForm;
}

/** A request to score the significance of a memory. */
export interface ScoreRequest {
  readonly narrative: string;
  /** The dialogue before the memory, the latest turn last. */
  readonly priorDialogue: readonly SpokenText[];
}

/** A request to read the facts of an agent in a passage. */
export interface FactRequest {
  readonly reader: FactReader;
  /** Its lines have at most {@link LanguageEngine.maxPassageCharacters}, unless there is only one. */
  readonly passage: Passage;
  readonly context: ReadingContext;
}

/** The significance of a memory, and the reason for it. */
export interface Score {
  readonly significance: Significance;
  /**
   * The number from which the significance follows, by which memories are ordered; the scale is that
   * of the rubric. `null` when the engine has none.
   */
  readonly value: number | null;
  /** One sentence for users. */
  readonly reason: string;
}

/**
 * Corrects transcripts, summarises conversations and scores memories.
 *
 * Every method throws `AppError`: `language_engine_unavailable` when the engine cannot be reached or
 * fails, `language_engine_busy` when it asks to retry later (with `details.retryAfterMs` when it
 * states the time), `language_engine_stalled` when it does not answer in time,
 * `language_answer_invalid` when its answer cannot be used, `language_engine_refused` when it refuses
 * the request, and `language_engine_misconfigured` when its key, model or address is wrong.
 */
export interface LanguageEngine {
  /**
   * Identifies everything except the request that determines the answer: engine, model, version of
   * rules and instructions. Stored answers are reused only under the same fingerprint.
   */
  readonly fingerprint: string;
  /** Identifies the rubric of {@link score}; stored with every score. */
  readonly rubricVersion: string;
  /**
   * Whether answers are worth storing for reuse. Model answers are; the builtin rules compute an
   * answer faster than it can be read back.
   */
  readonly costly: boolean;
  /**
   * Maximum number of characters of a conversation that is summarised in one request; `Infinity` for no limit.
   * At least {@link maxSummaryCharacters}.
   */
  readonly maxWholeCharacters: number;
  /** Maximum number of characters of each part of a longer conversation. */
  readonly maxSummaryCharacters: number;
  /** Maximum number of characters of summaries, in JSON, that are combined in one request of more than two. */
  readonly maxCombinedCharacters: number;
  /** Maximum number of characters of the lines of a passage in one call of {@link readFacts}. */
  readonly maxPassageCharacters: number;
  /** @returns one corrected text for each input text, in the same order */
  correct(request: CorrectionRequest, call: EngineCall): Promise<readonly CorrectedText[]>;
  summarise(request: SummaryRequest, call: EngineCall): Promise<SummaryContent>;
  combine(request: CombineRequest, call: EngineCall): Promise<SummaryContent>;
  score(request: ScoreRequest, call: EngineCall): Promise<Score>;
  /** @returns drafts, which the caller checks against the passage */
  readFacts(request: FactRequest, call: EngineCall): Promise<readonly FactDraft[]>;
}
