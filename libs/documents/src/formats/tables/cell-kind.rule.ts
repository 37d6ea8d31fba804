/** What a cell looks like: `mixed` has words and digits. */
export type CellKind = 'word' | 'mixed' | 'number' | 'date';

/** A longer cell is no number; only its start is looked at. */
const MAX_NUMBER_CHARACTERS = 60;

const DIGIT = /\p{Nd}/u;
const NO_LETTERS = /[^\p{L}]+/gu;
/** A currency or unit next to a number: `EUR`, `kg`, `Fr`. */
const UNIT = /^\p{L}{1,3}$/u;
const YEAR_OR_DATE =
  /^(?:(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2})$/;

/** What a cell looks like. @param text not empty */
export function cellKind(text: string): CellKind {
  const start = text.slice(0, MAX_NUMBER_CHARACTERS);
  if (!DIGIT.test(start)) return 'word';
  if (YEAR_OR_DATE.test(text)) return 'date';
  const letters = start.replace(NO_LETTERS, ' ').trim();
  if (letters === '') return 'number';
  return UNIT.test(letters) && !isNumbered(start) ? 'number' : 'mixed';
}

/** `Q1` and `M12` are names; `EUR 12` and `12 kg` are numbers. */
function isNumbered(text: string): boolean {
  return /^\p{L}{1,2}\p{Nd}{1,2}$/u.test(text);
}
