import type { ReportEntry } from '#contracts/model';
import { isAgainst } from '../rules/against.ts';
import { subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** The verb of a decision against something says nothing of its subject. */
const LEADING =
  /^(?:to )?(?:not|no|never|skip|drop|cancel|stop|abandon|scrap|remove|against|do without|call off|keep|have|do|use|take|will not|won['’]t|not going to|aren['’]t going to) (?:(?:the|a|any) )?/iu;

/**
 * The decisions that hold: a later one for what an earlier one was against replaces it, and the other
 * way round.
 * @param decisions in the order in which they were said
 */
export function holdingDecisions(decisions: readonly ReportEntry[]): readonly ReportEntry[] {
  const index = new SubjectIndex<ReportEntry>();
  const replaced = new Set<ReportEntry>();
  for (const decision of decisions.filter(({ state }) => state === 'counted')) {
    const subject = { ...subjectOf(decision.label.replace(LEADING, '')), verb: null };
    const isOpposite = (earlier: ReportEntry) =>
      !replaced.has(earlier) && isAgainstIt(earlier) !== isAgainstIt(decision);
    for (const earlier of index.find(subject, isOpposite)) replaced.add(earlier);
    index.add(subject, decision);
  }
  return decisions.filter((decision) => !replaced.has(decision));
}

function isAgainstIt({ label, status }: ReportEntry): boolean {
  return status === 'against' || isAgainst(label);
}
