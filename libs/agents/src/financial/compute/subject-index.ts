import type { MoneyEntry } from './money-entry.ts';
import { isSubjectOf, subjectWords } from './subject.ts';

/** At most this many entries about a word are compared. */
const MAX_COMPARED = 20;

/** Entries by the words of their labels. */
export class SubjectIndex {
  private readonly byWord = new Map<string, MoneyEntry[]>();

  constructor(entries: readonly MoneyEntry[]) {
    for (const entry of entries) {
      for (const word of new Set(subjectWords({ ...entry, who: null }))) this.add(word, entry);
    }
  }

  /** The entries whose labels have all words of that of an entry, or the other way round. */
  about(entry: MoneyEntry): readonly MoneyEntry[] {
    const words = subjectWords({ ...entry, who: null });
    const near = new Set(words.flatMap((word) => this.byWord.get(word) ?? []));
    return [...near].filter((other) => isSubjectOf(entry, other));
  }

  private add(word: string, entry: MoneyEntry): void {
    const same = this.byWord.get(word);
    if (same === undefined) this.byWord.set(word, [entry]);
    else if (same.length < MAX_COMPARED) same.push(entry);
  }
}
