import type { DropReason, FactDraft, FactReader, FactType, ReadingContext } from '#contracts/model';
import { checkCertainty } from './check-certainty.ts';
import type { FoundDraft } from './found-draft.ts';
import { isDateStated } from './check-date.ts';
import { checkLabel } from './check-label.ts';
import { checkValue, type ProvenValue } from './check-value.ts';
import { checkWho } from './check-who.ts';
import { findQuote } from './find-quote.ts';
import type { LineEvidence } from './line-evidence.ts';
import { rowCells, statedCategory } from '../text/tables/cells.ts';
import type { TextRange } from './text-range.ts';

/** Checks a draft against its line. */
export function checkDraft(
  draft: FactDraft,
  line: LineEvidence,
  context: ReadingContext,
  reader: FactReader,
): FoundDraft | DropReason {
  const type = reader.factTypes.find(({ name }) => name === draft.type);
  if (type === undefined) return 'type_unknown';
  const proof = placesOf(draft, type, line, context);
  if (typeof proof === 'string') return proof;
  if (draft.on !== null && !isDateStated(draft.on, line)) return 'date_not_in_quote';
  const who = checkWho(draft.who, line);
  if (who === false) return 'who_not_in_source';
  const status = type.statuses.find((name) => name === draft.status) ?? null;
  return {
    ...foundDraft({ ...draft, who, status }, proof, line, type),
    category: categoryOf(draft.category, line, context, reader),
  };
}

/** Where a draft is in its line. */
interface Proof extends ProvenValue {
  readonly quoteAt: TextRange;
}

/** The first place of the quote that has the value, of those that it may have in its line. */
function placesOf(
  draft: FactDraft,
  type: FactType,
  line: LineEvidence,
  context: ReadingContext,
): Proof | DropReason {
  let reason: DropReason = 'quote_missing';
  for (const quoteAt of findQuote(line.normalised, draft.quote)) {
    const checked = checkValue(draft, type, quoteAt, line, context);
    if (typeof checked !== 'string') return { quoteAt, ...checked };
    reason = checked;
  }
  return reason;
}

function foundDraft(
  draft: FactDraft,
  { quoteAt, value, valueAt }: Proof,
  line: LineEvidence,
  type: FactType,
): FoundDraft {
  const { start, end } = quoteAt;
  return {
    ...draft,
    quote: line.line.text.slice(start, end),
    label: checkLabel(draft.label, type, { quoteAt, valueAt }, line),
    certainty: checkCertainty(draft, type, { quoteAt, valueAt }, line),
    ...{ value, start, end, valueAt },
  };
}

/** The category as the plan, the agent or the row of a table spells it; `null` when none has it. */
function categoryOf(
  stated: string | null,
  { line }: LineEvidence,
  context: ReadingContext,
  reader: FactReader,
): string | null {
  const key = stated?.trim().toLowerCase();
  const ofRow = statedCategory(rowCells(line) ?? []);
  const known = [...context.categories, ...reader.categories, ...(ofRow === null ? [] : [ofRow])];
  return known.find((category) => category.toLowerCase() === key) ?? null;
}
