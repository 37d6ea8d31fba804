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
import { sameFactKey } from './same-fact-key.ts';

export type { FoundDraft } from './found-draft.ts';

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
): { readonly found: readonly FoundDraft[]; readonly dropped: DropCounts } {
  const evidence = new Map<number, LineEvidence>();
  const found = new Map<string, FoundDraft>();
  const dropped: Partial<Record<DropReason, number>> = {};
  for (const draft of drafts) {
    const line = lineOf(evidence, draft.line, passage, context);
    const checked = line === null ? 'line_unknown' : checkDraft(draft, line, context, reader);
    if (typeof checked === 'string') dropped[checked] = (dropped[checked] ?? 0) + 1;
    else if (!found.has(sameFactKey(checked))) found.set(sameFactKey(checked), checked);
  }
  return { found: [...found.values()], dropped };
}

/** What is found in a line is found once for all of its drafts. */
function lineOf(
  evidence: Map<number, LineEvidence>,
  at: number,
  passage: Passage,
  context: ReadingContext,
): LineEvidence | null {
  const line = passage.lines[at];
  if (line === undefined) return null;
  const known = evidence.get(at) ?? new LineEvidence(line, passage, at, context);
  evidence.set(at, known);
  return known;
}
