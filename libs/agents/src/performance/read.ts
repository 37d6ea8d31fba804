import type { FactDraft, Passage, ReadingContext } from '#contracts/model';
import { isAgainst } from './rules/against.ts';
import { type Clause, clausesOf } from './rules/clauses.ts';
import { readCorrection } from './rules/corrections.ts';
import { readDatedList } from './rules/dated-list.ts';
import { readEarlierDate } from './rules/earlier-date.ts';
import { readGoal, readTarget } from './rules/goals.ts';
import { jointlyPromised } from './rules/joint-promise.ts';
import { PATTERNS } from './rules/languages.ts';
import { readMetric } from './rules/metrics.ts';
import { readClause } from './rules/read-clause.ts';
import { answersIn, requestsOf } from './rules/requests.ts';
import { Talk } from './rules/talk.ts';

/**
 * Reads goals, milestones, metrics, commitments, blockers, risks and decisions by rules. A clause
 * states one of them; a decision may state a date in addition. The lines before the passage say what
 * pronouns in it stand for.
 */
export function readPerformance(
  { before, lines }: Passage,
  { currency }: ReadingContext,
): readonly FactDraft[] {
  const all = [...before, ...lines];
  const answered = answersIn(all);
  const talk = new Talk(new Set(answered.map(({ at }) => at)));
  const drafts = clausesOf(all, currency).flatMap((clause) => {
    const facts = readFacts(clause, talk);
    for (const fact of facts) talk.add(fact);
    return facts;
  });
  return [...drafts, ...requestsOf(answered, before.length)]
    .filter(({ line }) => line >= before.length)
    .map((draft) => ({ ...draft, line: draft.line - before.length }))
    .toSorted((a, b) => a.line - b.line);
}

function readFacts(clause: Clause, talk: Talk): readonly FactDraft[] {
  const patterns = PATTERNS[clause.language];
  const decided = readClause(clause, patterns.decisions, talk);
  if (decided) {
    const decision = { ...decided, status: decisionStatus(clause, decided) };
    const moved = readClause(clause, patterns.milestones, talk, `we ${workIn(clause.text)}`);
    return moved ? [decision, moved] : [decision];
  }
  const fact =
    readGoal(clause, talk) ??
    readClause(clause, patterns.risks, talk) ??
    readClause(clause, patterns.blockers, talk) ??
    readClause(clause, patterns.milestones, talk) ??
    readMetric(clause, talk) ??
    readCorrection(clause, talk) ??
    readClause(clause, patterns.commitments, talk) ??
    readClause(clause, patterns.fears ?? [], talk, clause.quote);
  if (!fact) return clause.language === 'en' ? readDatedList(clause) : [];
  const others = jointlyPromised(clause, fact);
  return [...readEarlierDate(clause, fact), ...others, fact, ...readTarget(clause, fact)];
}

const INSTEAD = /(?<![\p{L}])(?:instead|rather|stattdessen|plutôt|en su lugar)(?![\p{L}])/iu;
/** A clause of its own before it: "actually, we decided". */
const CORRECTING =
  /^(?:oh,? |no,? |well,? )?(?:actually|no|sorry|wait|in fact|on second thoughts?)[,.]?$/iu;

/** "Actually we decided to take the blue ones instead" replaces an earlier decision. */
function decisionStatus(
  { quote, previous }: Clause,
  { label, corrects }: FactDraft,
): string | null {
  if (isAgainst(label)) return 'against';
  const isMore = /(?<![\p{L}])(?:also|too|as well|in addition)(?![\p{L}])/iu.test(quote);
  const isInstead = corrects || INSTEAD.test(quote) || CORRECTING.test(previous);
  return isInstead && !isMore ? 'instead' : null;
}

/** What was decided on, as in "decided to move the launch". */
function workIn(text: string): string {
  return /(?:decided|agreed) to (.+)$/iu.exec(text)?.[1] ?? '';
}
