/** An item of an answer. */
interface Item {
  readonly text: string;
  readonly sources: readonly number[];
}

/**
 * Each item of a list once, with the sources of all that say the same: small models write one again and again.
 * What differs only in case, spaces and the marks at the end says the same.
 * @param alike what must be equal besides the text
 */
export function withoutRepeats<Each extends Item>(
  items: readonly Each[],
  alike: (item: Each) => string = () => '',
): readonly Each[] {
  const byText = new Map<string, Each>();
  for (const item of items) {
    const key = JSON.stringify([plain(item.text), plain(alike(item))]);
    const earlier = byText.get(key);
    const sources = [...(earlier?.sources ?? []), ...item.sources];
    byText.set(key, { ...(earlier ?? item), sources });
  }
  return [...byText.values()];
}

/** Each text of a list once, in the words in which it comes first. */
export function distinct(texts: readonly string[]): readonly string[] {
  return withoutRepeats(texts.map((text) => ({ text, sources: [] }))).map(({ text }) => text);
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[.!?…]{1,9}$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase();
}
