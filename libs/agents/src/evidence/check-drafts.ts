import type {
  DropCounts,
  DropReason,
  FactDraft,
  FactReader,
  Passage,
  ReadingContext,
} from '#contracts/model';
import { checkDraft } from './check-draft.ts';
import type { FoundDraft } from './found-draft.ts';
import { LineEvidence } from './line-evidence.ts';
import type { DayOrder } from '../text/dates/date-rule.ts';
import { dayOrderOf } from '../text/tables/day-order.ts';
import { sameFactKey } from './same-fact-key.ts';

export type { FoundDraft } from './found-draft.ts';

/** A draft that was not taken: why, and the line of the passage that it names. */
interface DropAt {
  readonly line: number;
  readonly reason: DropReason;
}

/** Drafts after the check of their evidence. */
export interface CheckedDrafts {
  readonly found: readonly FoundDraft[];
  readonly dropped: DropCounts;
  /** Each that was dropped. */
  readonly leftOut: readonly DropAt[];
}

/**
 * Takes the drafts of any engine whose quote is in its line, and whose value, date and people are
 * in the quote; nothing that an engine has made up passes. What is taken has the words of the
 * source: the quote and the name as they are spelled there, and the value that was found in the
 * text. The same fact at the same place is taken once.
 */
export function checkDrafts(
  drafts: readonly FactDraft[],
  passage: Passage,
  context: ReadingContext,
  reader: FactReader,
): CheckedDrafts {
  const evidence = new PassageEvidence(passage, context);
  const found = new Map<string, FoundDraft>();
  const dropped: Partial<Record<DropReason, number>> = {};
  const leftOut: DropAt[] = [];
  for (const draft of drafts) {
    const line = evidence.line(draft.line);
    const checked = line === null ? 'line_unknown' : checkDraft(draft, line, context, reader);
    if (typeof checked === 'string') {
      dropped[checked] = (dropped[checked] ?? 0) + 1;
      leftOut.push({ line: draft.line, reason: checked });
    } else if (!found.has(sameFactKey(checked))) found.set(sameFactKey(checked), checked);
  }
  return { found: [...found.values()], dropped, leftOut };
}

/** What is found in the lines of a passage, once for all drafts of a line. */
class PassageEvidence {
  private readonly lines = new Map<number, LineEvidence>();
  private foundOrder: DayOrder | null = null;

  constructor(
    private readonly passage: Passage,
    private readonly context: ReadingContext,
  ) {}

  line(at: number): LineEvidence | null {
    const line = this.passage.lines[at];
    if (line === undefined) return null;
    const known =
      this.lines.get(at) ??
      new LineEvidence(line, this.passage, at, this.context, () => this.order());
    this.lines.set(at, known);
    return known;
  }

  /** Of day and month in its rows, when it is first asked for. */
  private order(): DayOrder {
    const { before, lines } = this.passage;
    return (this.foundOrder ??= dayOrderOf([...before, ...lines], this.context.currency));
  }
}
