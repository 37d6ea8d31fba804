import type { FactDraft, ReadingContext, SourceLine } from '#contracts/model';
import type { FoundAmount } from '../../text/amounts.ts';
import type { FoundDate } from '../../text/dates.ts';
import type { TextSpan } from '../../text/sentences.ts';
import type { Context } from './clauses/context.rule.ts';

/** A sentence whose amounts are read. Positions of amounts and dates are those of the line. */
export interface SentenceSource {
  readonly line: SourceLine;
  /** Index of the line in its passage. */
  readonly index: number;
  readonly sentence: TextSpan;
  readonly amounts: readonly FoundAmount[];
  /** Amounts that were said in place of another one. */
  readonly corrections: ReadonlySet<FoundAmount>;
  readonly dates: readonly FoundDate[];
  /** What is said after it, in the line and by the next one. */
  readonly afterwards: string;
  readonly context: Context;
  readonly reading: ReadingContext;
}

/** An amount in its clause. */
export interface Statement {
  readonly source: SentenceSource;
  readonly amount: FoundAmount;
  /** The clause in the line. */
  readonly clause: TextSpan;
  /** Type of the amount before it in the sentence: "230 on printing and 120 on stickers". */
  readonly carried: FactDraft | null;
  /** What the sentence corrects, if it says that it corrects something. */
  readonly corrected: FactDraft | null;
}

/** A part of the line as positions of another part of it. */
export function relativeTo(
  { start: origin }: TextSpan,
  { start, end }: { readonly start: number; readonly end: number },
) {
  return { start: start - origin, end: end - origin };
}
