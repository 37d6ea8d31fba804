/** The longest text that is noticed when it comes again and again. */
const LONGEST_UNIT = 200;
/** Repetitions after which it is a loop, of a unit of any length. */
const FEWEST_REPETITIONS = 8;
/** A loop is at least this long, so that "ha ha ha" and a row of dashes are none. */
const SHORTEST_LOOP = 400;

/**
 * Whether a text ends in a loop: the same characters again and again, as small models write when they do not
 * find the end. The time does not depend on the length of the text.
 * @returns the repeated end of the text, or `null`
 */
export function endlessRepetition(text: string): string | null {
  for (let unit = 1; unit <= LONGEST_UNIT; unit += 1) {
    const length = Math.max(SHORTEST_LOOP, unit * FEWEST_REPETITIONS);
    if (text.length < length) return null;
    const from = text.length - length;
    if (repeats(text, unit, from)) return text.slice(from);
  }
  return null;
}

function repeats(text: string, unit: number, from: number): boolean {
  for (let at = text.length - 1; at >= from + unit; at -= 1) {
    if (text[at] !== text[at - unit]) return false;
  }
  return true;
}
