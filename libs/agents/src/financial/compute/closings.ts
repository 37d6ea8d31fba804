import type { ReportEntry } from '#contracts/model';
import { subjectWords } from './subject.ts';

/** Entries that were closed by a statement without an amount, and by which. */
export interface Closed {
  readonly entries: readonly ReportEntry[];
  /** The closing statement by the id of the entry that it closes. */
  readonly closedBy: ReadonlyMap<string, string>;
}

/** At most this many open entries about a word are compared. */
const MAX_COMPARED = 20;

const CLOSABLE = new Set(['commitment', 'invoice', 'quote']);

/**
 * Applies "I paid the designer" and "the band is cancelled" to what was ordered or billed before and
 * is about the same: its status becomes `paid` or `cancelled`. The latest such entry is meant.
 */
export function closeEntries(entries: readonly ReportEntry[]): Closed {
  const open = new OpenEntries();
  const closedBy = new Map<string, string>();
  const statuses = new Map<string, string>();
  for (const entry of entries.filter(({ state }) => state === 'counted')) {
    if (entry.type === 'closing' && entry.status !== null) {
      for (const closed of open.take(entry)) {
        closedBy.set(closed.id, entry.id);
        statuses.set(closed.id, entry.status);
      }
    } else if (CLOSABLE.has(entry.type)) open.add(entry);
  }
  const apply = (entry: ReportEntry) => {
    const status = statuses.get(entry.id);
    return status === undefined ? entry : { ...entry, status };
  };
  return { entries: statuses.size === 0 ? entries : entries.map(apply), closedBy };
}

/** What was ordered or billed and is not closed yet, by the words of its subject. */
class OpenEntries {
  private readonly byWord = new Map<string, ReportEntry[]>();

  add(entry: ReportEntry): void {
    for (const word of new Set(subjectWords(entry))) {
      const same = this.byWord.get(word) ?? [];
      this.byWord.set(word, [...same, entry].slice(-MAX_COMPARED));
    }
  }

  /** The latest order about the subject of a closing, and the latest bill, which are one payment. */
  take(closing: ReportEntry): readonly ReportEntry[] {
    const words = subjectWords({ ...closing, who: null });
    const [first] = words;
    const found = (first === undefined ? [] : (this.byWord.get(first) ?? [])).filter((entry) =>
      words.every((word) => subjectWords(entry).includes(word)),
    );
    const latest = found.at(-1);
    const order = found.findLast(
      ({ type }) => (type === 'invoice') !== (latest?.type === 'invoice'),
    );
    const taken = [latest, order].flatMap((entry) => entry ?? []);
    for (const entry of taken) this.remove(entry);
    return taken;
  }

  private remove(entry: ReportEntry): void {
    for (const word of subjectWords(entry)) {
      const same = this.byWord.get(word) ?? [];
      this.byWord.set(
        word,
        same.filter((each) => each !== entry),
      );
    }
  }
}
