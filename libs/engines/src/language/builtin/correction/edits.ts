import type { CorrectionRule, TextChange } from '#contracts/model';

/** Replaces the text from `start` up to `end`; both are character indices. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Range of the surrounding words that are shown with the edit; the edit's own by default. */
  readonly shownFrom?: number;
  readonly shownTo?: number;
}

/** Context that a rule may use in addition to the text itself. */
export interface Surroundings {
  /** The text spoken directly before. */
  readonly before: string;
  readonly english: boolean;
}

/** One correction rule; `find` returns its edits in order and without overlap. */
export interface TextRule {
  readonly rule: CorrectionRule;
  readonly find: (text: string, surroundings: Surroundings) => readonly Edit[];
}

/** A text with the changes that the rules have made so far. */
export interface Edited {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

/** Applies the edits of a rule, and records a change for each. */
export function applyEdits(edited: Edited, rule: CorrectionRule, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return edited;
  const { text } = edited;
  let [result, from] = ['', 0];
  for (const { start, end, text: replacement } of edits) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  const changes = edits.map((edit) => ({ rule, ...shown(text, edit) }));
  return { text: result + text.slice(from), changes: [...edited.changes, ...changes] };
}

function shown(text: string, edit: Edit): Pick<TextChange, 'before' | 'after'> {
  const [from, to] = [edit.shownFrom ?? edit.start, edit.shownTo ?? edit.end];
  const [head, tail] = [text.slice(from, edit.start), text.slice(edit.end, to)];
  return { before: text.slice(from, to), after: head + edit.text + tail };
}
