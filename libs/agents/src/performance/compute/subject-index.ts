import { likeness, type Subject } from './subject.ts';

/** So many items with a word in common are compared, the latest first. */
const MOST_COMPARED = 40;

/** Finds items about the same subject, in a time that does not grow with their number. */
export class SubjectIndex<T> {
  private readonly byWord = new Map<string, { subject: Subject; item: T }[]>();

  add(subject: Subject, item: T): void {
    for (const word of subject.words) {
      const items = this.byWord.get(word);
      if (items) items.push({ subject, item });
      else this.byWord.set(word, [{ subject, item }]);
    }
  }

  /** Items about the subject that are accepted, each once; the most alike and latest first. */
  find(subject: Subject, accepts: (item: T) => boolean): readonly T[] {
    const found = new Map<T, number>();
    for (const word of subject.words) {
      for (const { subject: other, item } of this.byWord.get(word)?.slice(-MOST_COMPARED) ?? []) {
        const like = likeness(subject, other);
        if (like > 0 && accepts(item)) found.set(item, like);
      }
    }
    return [...found]
      .toReversed()
      .toSorted(([, one], [, other]) => other - one)
      .map(([item]) => item);
  }
}
