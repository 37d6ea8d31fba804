import { capitalised } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';

/** Words that are not words without their apostrophe. */
const APOSTROPHES = new Map(
  "im:i'm ive:i've thats:that's whats:what's theres:there's youre:you're youve:you've theyre:they're theyve:they've weve:we've hes:he's shes:she's dont:don't doesnt:doesn't didnt:didn't isnt:isn't wasnt:wasn't arent:aren't werent:weren't wouldnt:wouldn't couldnt:couldn't shouldnt:shouldn't havent:haven't hasnt:hasn't hadnt:hadn't"
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
);
const BARE_WORD = /(?<![\p{L}\p{N}'’._/@#-])\p{L}{2,8}(?![\p{L}\p{N}'’_/@-])/gu;
const DOUBLED =
  /(?<![,.;:!?])(?:(,)(?:\s*,)+|(\.)\.(?!\.)|([?!])\.|[,;](?=\s*[.?!](?:\s|$)))(?![.,])/gu;

/**
 * Removes doubled punctuation marks, and adds missing apostrophes. It adds no full stop, because a
 * piece may end in the middle of a sentence.
 */
export const punctuationRule: TextRule = {
  find: (text, { english }) => {
    if (!english || text.includes('```')) return [];
    const edits = [...doubledMarks(text), ...apostrophes(text)];
    return edits.sort((one, other) => one.start - other.start);
  },
};

function doubledMarks(text: string): readonly Edit[] {
  return Array.from(text.matchAll(DOUBLED), (match) => {
    const mark = match[1] ?? match[2] ?? match[3] ?? '';
    return { start: match.index, end: match.index + match[0].length, text: mark };
  });
}

function apostrophes(text: string): readonly Edit[] {
  return Array.from(text.matchAll(BARE_WORD)).flatMap(({ 0: word, index }) => {
    const correct = APOSTROPHES.get(word.toLowerCase());
    if (correct === undefined || (word.length > 1 && word === word.toUpperCase())) return [];
    const text = /^\p{Lu}/u.test(word) ? capitalised(correct) : correct.replace(/^i(?=')/u, 'I');
    return [{ start: index, end: index + word.length, text }];
  });
}
