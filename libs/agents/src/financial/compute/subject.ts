import type { ReportEntry } from '#contracts/model';

/** Words of labels that say nothing about the subject. */
const PLAIN = new Set(
  (
    'invoice bill payment deposit order contract the for and from rechnung facture factura down advance ' +
    'anzahlung vorauszahlung acompte arrhe avance anticipo depósito'
  ).split(' '),
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

/** Whether the labels of two entries have the same words, or one has all words of the other. */
export function isSubjectOf(one: ReportEntry, other: ReportEntry): boolean {
  const [ours, theirs] = [one, other].map((entry) => subjectWords({ ...entry, who: null }));
  const [few = [], many = []] = [ours ?? [], theirs ?? []].sort((a, b) => a.length - b.length);
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** Whether an entry is about a part of a price, such as a deposit. */
export function isPartPayment(entry: ReportEntry): boolean {
  return isDeposit(entry) || PART.test(entry.label);
}

/** Whether an entry is a deposit, by its status or its label. */
export function isDeposit({ status, label }: ReportEntry): boolean {
  return status === 'deposit' || DEPOSIT.test(label);
}

const DEPOSIT =
  /(?<!\p{L})(?:deposits?|down payments?|advance|anzahlung|vorauszahlung|acomptes?|arrhes|anticipos?|depósitos?)(?!\p{L})/iu;

const PART =
  /(?<!\p{L})(?:deposit|advance|instal?lment|balance|rest|half|part|first|second|third|extra|anzahlung|rate|acompte|solde|anticipo|depósito)(?!\p{L})/iu;
