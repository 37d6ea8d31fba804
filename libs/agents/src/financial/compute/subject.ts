import type { ReportEntry } from '#contracts/model';

/** Words of labels that say nothing about the subject. */
const PLAIN = new Set(
  'invoice bill payment deposit order contract the for and from rechnung facture factura'.split(
    ' ',
  ),
);
const LEAST_LENGTH = 3;

/** Words that tell what an entry is about. */
export function subjectWords({ label, who }: ReportEntry): readonly string[] {
  const words = `${label} ${who ?? ''}`.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return words
    .filter((word) => word.length >= LEAST_LENGTH && !PLAIN.has(word))
    .map((word) => word.replace(/s$/, ''));
}

/** Whether two entries are about the same thing. */
export function isSameSubject(one: ReportEntry, other: ReportEntry): boolean {
  const words = new Set(subjectWords(one));
  return subjectWords(other).some((word) => words.has(word));
}
