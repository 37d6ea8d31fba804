import type { ReportEntry } from '#contracts/model';
import { subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** Words of a decision against something. */
const AGAINST =
  /(?<![\p{L}])(?:not|no|never|without|won['’]?t|don['’]?t|skip|drop|cancel|against|stop|abandon|scrap|remove|leave out|do without|call off|nicht|kein|keine|keinen|ohne|gegen|streichen|absagen|verzichten|pas|sans|annuler|supprimer|abandonner|no|sin|cancelar|contra|eliminar|renunciar)(?![\p{L}])/iu;
/** The verb of a decision against something says nothing of its subject. */
const LEADING =
  /^(?:to )?(?:not|no|never|skip|drop|cancel|stop|abandon|scrap|remove|against|do without|call off|keep|have|do|use|take)(?: (?:the|a|any))? /iu;

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
      !replaced.has(earlier) && isAgainst(earlier) !== isAgainst(decision);
    for (const earlier of index.find(subject, isOpposite)) replaced.add(earlier);
    index.add(subject, decision);
  }
  return decisions.filter((decision) => !replaced.has(decision));
}

function isAgainst({ label }: ReportEntry): boolean {
  return AGAINST.test(label);
}
