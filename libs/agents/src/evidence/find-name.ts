import { contentWordsIn } from '../text/content-words.ts';
import { cutsWord } from './cuts-word.ts';

/** The same name is looked for so often in a line. */
const MAX_PLACES = 20;

/**
 * A name in a line, as whole words. Letter case counts, so that "will" is not Will, unless the line
 * has no capital letters, as raw transcripts have none. A function word is no name.
 * @returns the name as the line spells it; `null` when it is not in the line
 */
export function findName(text: string, name: string): string | null {
  if (!/\p{L}/u.test(name)) return null;
  if (!/\p{Lu}/u.test(name) && contentWordsIn(name).length === 0) return null;
  const hasCapitals = /\p{Lu}/u.test(text);
  const wanted = hasCapitals ? name : name.toLowerCase();
  let at = text.indexOf(wanted);
  for (let tried = 0; at >= 0 && tried < MAX_PLACES; tried += 1) {
    const end = at + wanted.length;
    if (!cutsWord(text, at) && !cutsWord(text, end)) return text.slice(at, end);
    at = text.indexOf(wanted, at + 1);
  }
  return null;
}
