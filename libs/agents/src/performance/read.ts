import type { FactDraft, Passage, ReadingContext } from '#contracts/model';
import { type Clause, clausesOf } from './rules/clauses.ts';
import { readGoal } from './rules/goals.ts';
import { PATTERNS } from './rules/languages.ts';
import { readMetric } from './rules/metrics.ts';
import { readClause } from './rules/read-clause.ts';
import { readRequests } from './rules/requests.ts';

/**
 * Reads goals, milestones, metrics, commitments, blockers, risks and decisions by rules. A clause
 * states one of them; a decision may state a date in addition.
 */
export function readPerformance(
  passage: Passage,
  { currency }: ReadingContext,
): readonly FactDraft[] {
  const drafts = clausesOf(passage, currency).flatMap(readFacts);
  return [...drafts, ...readRequests(passage)].toSorted((a, b) => a.line - b.line);
}

function readFacts(clause: Clause): readonly FactDraft[] {
  const patterns = PATTERNS[clause.language];
  const decision = readClause(clause, patterns.decisions);
  if (decision) {
    const moved = readClause(clause, patterns.milestones, `we ${decided(clause.text)}`);
    return moved ? [decision, moved] : [decision];
  }
  const fact =
    readGoal(clause) ??
    readClause(clause, patterns.risks) ??
    readClause(clause, patterns.blockers) ??
    readClause(clause, patterns.milestones) ??
    readMetric(clause) ??
    readClause(clause, patterns.commitments);
  return fact ? [fact] : [];
}

/** What was decided, as in "decided to move the launch". */
function decided(text: string): string {
  return /(?:decided|agreed) to (.+)$/iu.exec(text)?.[1] ?? '';
}
