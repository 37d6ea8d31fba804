import type { FactDraft, Passage, ReadingContext } from '#contracts/model';
import { answeredNumbers } from './rules/answered-numbers.ts';
import { askedReports } from './rules/asked-reports.ts';
import { withCarriedSubject } from './rules/carried-subject.ts';
import { type Clause, clausesOf } from './rules/clauses.ts';
import { readCorrection } from './rules/corrections.ts';
import { readDateCorrection } from './rules/date-corrections.ts';
import { readDatedList, readMoreDates } from './rules/dated-list.ts';
import { decisionStatus, workIn } from './rules/decision-status.ts';
import { readDelegation } from './rules/delegation.ts';
import { readEarlierDate } from './rules/earlier-date.ts';
import { readGoal, readTarget } from './rules/goals.ts';
import { jointlyPromised } from './rules/joint-promise.ts';
import { PATTERNS } from './rules/languages.ts';
import { readMetric } from './rules/metrics.ts';
import { readObstacle } from './rules/obstacle.ts';
import { ownMilestone } from './rules/owner.ts';
import { readPersonCorrection } from './rules/person-correction.ts';
import { readClause } from './rules/read-clause.ts';
import { answersIn, requestsOf } from './rules/requests.ts';
import { readSecondMetric } from './rules/second-metric.ts';
import { eachWork } from './rules/second-work.ts';
import { withoutTakenBack } from './rules/taken-back.ts';
import { Talk } from './rules/talk.ts';
import { readUnblocked } from './rules/unblocked.ts';

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
  const heard = clausesOf(all, currency).flatMap((clause) => {
    const facts = readFacts(clause, talk);
    for (const fact of facts) talk.add(fact);
    return facts;
  });
  const drafts = withoutTakenBack(heard, all);
  const numbers = answeredNumbers(all, before.length, currency).filter(
    ({ line }) => !drafts.some((draft) => draft.line === line && draft.type === 'metric'),
  );
  const reports = askedReports(all, before.length).filter(
    ({ line }) => !drafts.some((draft) => draft.line === line && draft.type === 'commitment'),
  );
  return [...drafts, ...requestsOf(answered, before.length), ...reports, ...numbers]
    .filter(({ line }) => line >= before.length)
    .map((draft) => ({ ...draft, line: draft.line - before.length }))
    .toSorted((a, b) => a.line - b.line);
}

function readFacts(clause: Clause, talk: Talk): readonly FactDraft[] {
  const { decisions, milestones } = PATTERNS[clause.language];
  const decided = readClause(clause, decisions, talk);
  if (decided) {
    const decision = { ...decided, status: decisionStatus(clause, decided) };
    const moved = readClause(clause, milestones, talk, `we ${workIn(clause.text)}`);
    return moved ? [decision, moved] : [decision];
  }
  const fact = firstFact(clause, talk);
  return fact
    ? withOthers(clause, fact)
    : readDatedList(clause).flatMap((event) => ownMilestone(clause, event) ?? []);
}

/** What a clause states that decides nothing; the kinds are tried in order. */
function firstFact(clause: Clause, talk: Talk): FactDraft | null {
  const { risks, blockers, milestones, commitments, fears = [] } = PATTERNS[clause.language];
  return (
    readGoal(clause, talk) ??
    readClause(clause, risks, talk) ??
    readUnblocked(clause) ??
    readClause(clause, blockers, talk) ??
    readObstacle(clause) ??
    ownMilestone(clause, readClause(clause, milestones, talk)) ??
    readMetric(clause, talk) ??
    readCorrection(clause, talk) ??
    readPersonCorrection(clause, talk) ??
    readDateCorrection(clause, talk) ??
    readDelegation(clause) ??
    readClause(clause, commitments, talk, withCarriedSubject(clause)) ??
    readClause(clause, fears, talk, clause.quote)
  );
}

/** A fact with what the same clause states beside it, of the same kind. */
function withOthers(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  return [
    ...readEarlierDate(clause, fact),
    ...jointlyPromised(clause, fact),
    ...eachWork(clause, fact),
    ...readMoreDates(clause, fact),
    ...readSecondMetric(clause, fact),
    ...readTarget(clause, fact),
  ];
}
