import type { Passage, ReadingContext, SourceLine } from '#contracts/model';
import { findAmounts, type FoundAmount } from '../text/amounts.ts';
import { type Repaired, withoutReplaced } from '../text/amounts/replaced.ts';
import { contentWordsIn, isNumeric, type ContentWord } from '../text/content-words.ts';
import { findDates, type FoundDate } from '../text/dates.ts';
import { sentencesOf, type TextSpan } from '../text/sentences.ts';
import { normalised, type NormalisedText } from './normalised-text.ts';

/** What is found in a line, each kind when it is first asked for. */
export class LineEvidence {
  readonly before: readonly SourceLine[];
  readonly after: SourceLine | null;
  private foundText: NormalisedText | null = null;
  private foundAmounts: readonly FoundAmount[] | null = null;
  private foundRepaired: Repaired | null = null;
  private foundDates: readonly FoundDate[] | null = null;
  private foundSentences: readonly TextSpan[] | null = null;
  private foundWords: readonly ContentWord[] | null = null;
  private foundKeys: ReadonlySet<string> | null = null;
  private foundContext: ReadonlySet<string> | null = null;

  /**
   * @param line one of the lines of the passage
   * @param at its index
   */
  constructor(
    readonly line: SourceLine,
    passage: Passage,
    at: number,
    private readonly context: ReadingContext,
  ) {
    const near = passage.lines.slice(Math.max(0, at - CONTEXT_LINES), at);
    this.before = [...passage.before.slice(near.length - CONTEXT_LINES), ...near];
    this.after = passage.lines[at + 1] ?? null;
  }

  get normalised(): NormalisedText {
    return (this.foundText ??= normalised(this.line.text));
  }

  get amounts(): readonly FoundAmount[] {
    return (this.foundAmounts ??= findAmounts(this.line.text, this.context.currency));
  }

  /** What it says without the amounts that its speaker took back at once. */
  get repaired(): Repaired {
    return (this.foundRepaired ??= withoutReplaced(this.line.text, this.amounts));
  }

  get dates(): readonly FoundDate[] {
    return (this.foundDates ??= findDates(this.line.text, this.line.date));
  }

  /** The sentences of what holds, as places in the line. */
  get sentences(): readonly TextSpan[] {
    return (this.foundSentences ??= sentencesOf(this.repaired.text));
  }

  get words(): readonly ContentWord[] {
    return (this.foundWords ??= contentWordsIn(this.line.text));
  }

  /** Keys of its words. */
  get wordKeys(): ReadonlySet<string> {
    return (this.foundKeys ??= new Set(this.words.map(({ key }) => key)));
  }

  /** Keys of the words of the lines before it, without their numbers. */
  get contextKeys(): ReadonlySet<string> {
    return (this.foundContext ??= new Set(
      this.before
        .flatMap(({ text }) => contentWordsIn(text))
        .filter((word) => !isNumeric(word))
        .map(({ key }) => key),
    ));
  }
}

/** Number of lines before a line that explain it. */
const CONTEXT_LINES = 4;
