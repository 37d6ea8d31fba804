import { guardTokens, type GuardToken } from './guard-tokens.ts';
import { quantityAt } from './quantities/quantity.ts';
import { TokenRun } from './quantities/token-run.ts';

/** What is compared of a text: a word, a sign, or a number with all that belongs to it. */
export interface GuardElement {
  readonly kind: 'word' | 'number' | 'sign';
  /** The form in which texts are compared. Of a number: its most likely value. */
  readonly key: string;
  /** All values that a number may stand for; empty for others. */
  readonly readings: readonly string[];
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text as elements, with the marks and spaces between them. */
export class GuardText {
  readonly elements: readonly GuardElement[];

  constructor(readonly text: string) {
    this.elements = elementsOf(text, guardTokens(text));
  }

  key(at: number): string {
    return this.elements[at]?.key ?? '';
  }

  /**
   * The marks and spaces between two elements.
   * @param after index of the element after it; the number of elements for what follows the last
   */
  gap(after: number): string {
    return this.text.slice(this.gapStart(after), this.gapEnd(after));
  }

  gapStart(after: number): number {
    return this.elements[after - 1]?.end ?? 0;
  }

  gapEnd(after: number): number {
    return this.elements[after]?.start ?? this.text.length;
  }
}

function elementsOf(text: string, tokens: readonly GuardToken[]): readonly GuardElement[] {
  const run = new TokenRun(text, tokens);
  const elements: GuardElement[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const quantity = quantityAt(run, at);
    const end = quantity?.end ?? at + 1;
    const last = tokens[end - 1] ?? token;
    const readings = quantity?.readings ?? [];
    const key = readings[0] === undefined ? token.key : `#${readings[0]}`;
    const kind = quantity === null ? token.kind : 'number';
    const place = { start: token.start, end: last.end };
    elements.push({ kind, key, readings, text: text.slice(place.start, place.end), ...place });
    at = end;
  }
  return elements;
}
