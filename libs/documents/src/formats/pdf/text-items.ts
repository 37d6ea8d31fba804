/** A piece of text on a page, in units of 1/72 inch from its lower left corner. */
export interface TextItem {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly bottom: number;
  readonly fontSize: number;
}

/** What PDF.js returns for a piece of text. */
interface ContentItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly unknown[];
}

/** The pieces of text of a page; marks without text are left out. */
export function textItems(items: readonly object[]): readonly TextItem[] {
  return items.filter(isContentItem).map(itemOf);
}

function isContentItem(item: object): item is ContentItem {
  return 'str' in item && typeof item.str === 'string' && item.str.trim() !== '';
}

function itemOf({ str, width, transform }: ContentItem): TextItem {
  const [, , skew, height, left, bottom] = transform.map(Number);
  const from = left ?? 0;
  return {
    text: str,
    left: from,
    right: from + width,
    bottom: bottom ?? 0,
    fontSize: Math.hypot(skew ?? 0, height ?? 0) || 1,
  };
}
