import type { Passage, ReadingContext, SourceLine } from '#contracts/model';
import { findAmounts, type FoundAmount } from '../text/amounts.ts';
import { withoutReplacedAmounts } from '../text/amounts/replaced.ts';
import { contentWordsIn, isNumeric, type ContentWord } from '../text/content-words.ts';
import { findDates, type FoundDate } from '../text/dates.ts';
import { withoutReplacedDates } from '../text/dates/replaced.ts';
import type { Repaired } from '../text/replaced.ts';
import type { DayOrder } from '../text/dates/date-rule.ts';
import { sentencesOf, type TextSpan } from '../text/sentences.ts';
import { rowAmounts } from '../text/tables/cell-money.ts';
import { cellsOf, isRow } from '../text/tables/cells.ts';
import { sentenceOrder } from '../text/tables/day-order.ts';
import { normalised, type NormalisedText } from './normalised-text.ts';

/** What is found in a line, each kind when it is first asked for. */
export class LineEvidence {
  readonly before: readonly SourceLine[];
  readonly after: SourceLine | null;
  private foundText: NormalisedText | null = null;
  private foundAmounts: readonly FoundAmount[] | null = null;
  private foundRepaired: Repaired<FoundAmount> | null = null;
  private foundDates: readonly FoundDate[] | null = null;
  private foundSentences: readonly TextSpan[] | null = null;
  private foundWords: readonly ContentWord[] | null = null;
  private foundKeys: ReadonlySet<string> | null = null;
  private foundContext: ReadonlySet<string> | null = null;

  /**
   * @param line one of the lines of the passage
   * @param at its index
   * @param order of day and month in the rows of the passage
   */
  constructor(
    readonly line: SourceLine,
    passage: Passage,
    at: number,
    private readonly context: ReadingContext,
    private readonly order: () => DayOrder,
  ) {
    const near = passage.lines.slice(Math.max(0, at - CONTEXT_LINES), at);
    this.before = [...passage.before.slice(near.length - CONTEXT_LINES), ...near];
    this.after = passage.lines[at + 1] ?? null;
  }

  get normalised(): NormalisedText {
    return (this.foundText ??= normalised(this.line.text));
  }

  get amounts(): readonly FoundAmount[] {
    const { text } = this.line;
    const { currency } = this.context;
    return (this.foundAmounts ??= isRow(this.line)
      ? rowAmounts(text, currency)
      : findAmounts(text, currency));
  }

  /** What it says without the amounts that its speaker took back at once. */
  get repaired(): Repaired<FoundAmount> {
    return (this.foundRepaired ??= withoutReplacedAmounts(this.line.text, this.amounts));
  }

  get dates(): readonly FoundDate[] {
    return (this.foundDates ??= this.findDates());
  }

  /** A row has the order of day and month of its table. A sentence may mean either order. */
  private findDates(): readonly FoundDate[] {
    const { text, date } = this.line;
    const { currency } = this.context;
    if (!isRow(this.line)) {
      const orders = [null, ...[sentenceOrder(currency)].flatMap((order) => order ?? [])];
      return orders.flatMap(
        (order) => withoutReplacedDates(text, findDates(text, date, order)).holding,
      );
    }
    const order = this.order();
    return cellsOf(text).flatMap((cell) =>
      findDates(cell.text, date, order).map((found) => ({
        ...found,
        ...{ start: cell.start + found.start, end: cell.start + found.end },
      })),
    );
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
