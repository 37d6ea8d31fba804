import type { FactValue } from '#contracts/model';
import { kindOf } from './alternative.ts';
import { isGeneric, type Subject } from './subject.ts';

/** What the subject of a statement follows from. */
interface OfSubject {
  readonly type: string;
  readonly subject: Subject;
  readonly value: FactValue | null;
  readonly who: string | null;
  readonly category: string | null;
}

/**
 * Equal for statements of which only one can hold at a time: those of one type and kind of value
 * whose labels have the same words, or the same category where the label does not say more than the
 * type. What has no value, such as a promise, is also told apart by the person.
 */
export function subjectKey({ type, subject, value, who, category }: OfSubject): string {
  const about = isGeneric(subject) ? `in ${category ?? ''}` : subject.exact;
  return [type, kindOf(value), about, value === null ? (who ?? '') : ''].join('\n').toLowerCase();
}
