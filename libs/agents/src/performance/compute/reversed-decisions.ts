import type { ReportEntry } from '#contracts/model';
import { isAgainst } from '../rules/against.ts';
import { subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** The verb of a decision against something says nothing of its subject. */
const LEADING =
  /^(?:to )?(?:not|no|never|skip|drop|cancel|stop|abandon|scrap|remove|against|do without|call off|keep|have|do|use|take|will not|won['’]t|not going to|aren['’]t going to) (?:(?:the|a|any) )?/iu;

/**
 * The decisions that hold: a later one for what an earlier one was against replaces it, and the other
 * way round; and what was decided "instead" replaces the latest one of the same kind of thing.
 * @param decisions in the order in which they were said
 */
export function holdingDecisions(decisions: readonly ReportEntry[]): readonly ReportEntry[] {
  const index = new SubjectIndex<ReportEntry>();
  const replaced = new Set<ReportEntry>();
  const ofHead = new Map<string, ReportEntry>();
  for (const decision of decisions.filter(({ state }) => state === 'counted')) {
    const subject = { ...subjectOf(decision.label.replace(LEADING, '')), verb: null };
    const isOpposite = (earlier: ReportEntry) =>
      !replaced.has(earlier) && isAgainstIt(earlier) !== isAgainstIt(decision);
    for (const earlier of index.find(subject, isOpposite)) replaced.add(earlier);
    const instead = decision.status === 'instead' ? ofHead.get(headOf(decision)) : undefined;
    if (instead && isSameChoice(instead, decision)) replaced.add(instead);
    ofHead.set(headOf(decision), decision);
    index.add(subject, decision);
  }
  return decisions.filter((decision) => !replaced.has(decision));
}

/** The last word that says what was decided on: "posters" of both the red and the blue ones. */
function headOf({ label }: ReportEntry): string {
  return [...subjectOf(label).words].at(-1) ?? '';
}

/** Verbs by which people choose a thing; "go with" has none. */
const CHOICES: ReadonlySet<string | null> = new Set([
  null,
  'take',
  'choose',
  'get',
  'buy',
  'order',
]);

/** Whether a decision may replace another one: the blue ones are taken, but the red ones are sold. */
function isSameChoice(one: ReportEntry, other: ReportEntry): boolean {
  const [verb, otherVerb] = [subjectOf(one.label).verb, subjectOf(other.label).verb];
  return verb === otherVerb || (CHOICES.has(verb) && CHOICES.has(otherVerb));
}

function isAgainstIt({ label, status }: ReportEntry): boolean {
  return status === 'against' || isAgainst(label);
}
