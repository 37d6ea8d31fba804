import type { ActionItemState, IdentifiedItem, MarkedItem } from '#contracts/model';

/** An action item for a list, with where it stands. */
export interface ListedItem extends IdentifiedItem {
  readonly state: ActionItemState;
}

/** Above this share of common words, two items of a turn are the same in other words. */
const SAME = 0.5;

/**
 * The action items of a summary with what people have decided of them. A mark belongs to the item with
 * its id, or else to one of the same turn in other words: texts are corrected, and engines change. What is
 * done stays listed when no later summary finds it; what was removed is not listed again.
 * @param items the items of the newest summary, in order
 * @param marks what people have decided of items of any summary
 */
export function listActionItems(
  items: readonly IdentifiedItem[],
  marks: readonly MarkedItem[],
): readonly ListedItem[] {
  const unused = new Map(marks.map((marked) => [marked.id, marked]));
  const exact = items.map(({ id }) => take(unused, unused.get(id)));
  const found = items.map((item, n) => exact[n] ?? take(unused, similarTo(item, unused)));
  const listed = items.map((item, n) => ({
    ...item,
    // The id of the mark, so that it can be taken back.
    id: found[n]?.id ?? item.id,
    state: found[n]?.mark ?? ('open' as const),
  }));
  const kept = [...unused.values()].map(({ mark, ...item }) => ({ ...item, state: mark }));
  return [...listed, ...kept].filter(({ state }) => state !== 'removed');
}

function take(
  unused: Map<string, MarkedItem>,
  marked: MarkedItem | undefined,
): MarkedItem | undefined {
  if (marked !== undefined) unused.delete(marked.id);
  return marked;
}

function similarTo(
  item: IdentifiedItem,
  unused: ReadonlyMap<string, MarkedItem>,
): MarkedItem | undefined {
  const words = wordsOf(item.text);
  return [...unused.values()].find(
    (marked) => marked.turnIds[0] === item.turnIds[0] && isSame(words, wordsOf(marked.text)),
  );
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...one].filter((word) => other.has(word)).length;
  return common > SAME * Math.max(1, Math.min(one.size, other.size));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
