import type { CorrectionRule, TextChange } from '#contracts/model';

/** Puts other text in the place of a stretch. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the words begin and end that show what the edit is about. */
  readonly shownFrom?: number;
  readonly shownTo?: number;
}

/** What a rule may look at beside the text itself. */
export interface Surroundings {
  /** What was said right before. */
  readonly before: string;
  readonly english: boolean;
}

/** Finds what one rule would change, in order and without overlap. */
export interface TextRule {
  readonly rule: CorrectionRule;
  readonly find: (text: string, surroundings: Surroundings) => readonly Edit[];
}

/** A text on its way through the rules. */
export interface Edited {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

/** Applies edits, and notes what each did. */
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
