/** Replaces the text from `start` up to `end`; both are character indices. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Context that a rule may use in addition to the text itself. */
export interface Surroundings {
  /** The text spoken directly before. */
  readonly before: string;
  readonly english: boolean;
}

/** One correction rule; `find` returns its edits in order and without overlap. */
export interface TextRule {
  readonly find: (text: string, surroundings: Surroundings) => readonly Edit[];
}

/** Applies the edits of a rule. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [result, from] = ['', 0];
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
