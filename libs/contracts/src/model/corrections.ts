/** The rules by which a correction changes a text. `model` is of corrections before guard 2. */
export const CORRECTION_RULES = [
  'glossary',
  'spacing',
  'casing',
  'punctuation',
  'stutter',
  'loop',
  'model',
  'filler',
  'number',
  'contraction',
  'spelling',
  'abbreviation',
] as const;
export type CorrectionRule = (typeof CORRECTION_RULES)[number];

/** Why a change of a text is refused. The codes are stable: they are stored and shown. */
export const CORRECTION_REFUSALS = [
  'words_changed',
  'words_added',
  'words_removed',
  'number_changed',
  'name_changed',
  'question_changed',
  'mark_changed',
  'capital_changed',
  'text_replaced',
  'verbatim_wanted',
] as const;
export type CorrectionRefusal = (typeof CORRECTION_REFUSALS)[number];

/** What becomes of fillers, stutters and false starts: they stay, or are taken out. */
export const TRANSCRIPT_STYLES = ['clean', 'verbatim'] as const;
export type TranscriptStyle = (typeof TRANSCRIPT_STYLES)[number];

/** What has become of a change: it was taken, refused, or undone by a person. */
export const SPAN_OUTCOMES = ['taken', 'refused', 'undone'] as const;

/** Whether a change was taken, and why. What was undone stays so in later corrections. */
export type SpanOutcome =
  | { readonly outcome: 'taken' | 'undone'; readonly rule: CorrectionRule }
  | { readonly outcome: 'refused'; readonly reason: CorrectionRefusal };

/**
 * One place in which an answer differs from what was heard. Replacing the places of all taken spans
 * makes the corrected text.
 */
export type CorrectionSpan = SpanOutcome & {
  /** Place in the text as heard, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text as heard at that place; empty when something was added. */
  readonly before: string;
  /** What replaces it, or would have; empty when something was taken out. */
  readonly after: string;
};

type PlacedChange = Pick<CorrectionSpan, 'start' | 'end' | 'after' | 'outcome'>;

/**
 * A text as heard with its taken spans in their places.
 * @param spans in order and without overlap
 */
export function withSpans(raw: string, spans: readonly PlacedChange[]): string {
  let [text, from] = ['', 0];
  for (const { start, end, after, outcome } of spans) {
    if (outcome !== 'taken') continue;
    text += raw.slice(from, start) + after;
    from = end;
  }
  return text + raw.slice(from);
}
