import type { HeardSegment } from '#contracts/model';
import type { Capitals } from './capitals.ts';
import {
  endsSentence,
  isName,
  opensSentence,
  opensWithMark,
  startsWithCapital,
} from './sentence-words.ts';
import { withFirstWord, withLastWord } from './words.ts';

/** A pause of at least this length before a capital is the end of a sentence, whatever the word is. */
const LONG_PAUSE_MS = 700;

/**
 * Ends a sentence between two segments: an engine hears a capital but often no full stop when it begins
 * with new audio. A name has a capital within a sentence, too, so a word that can be one ends nothing,
 * unless there is a pause. In languages other than English only a pause tells, or a mark that opens a sentence ("¿"); in German, where
 * nouns have capitals, nothing does.
 * @param capitals what a capital says in the language of both
 * @param names words that have a capital within a sentence elsewhere in the clip, in lower case
 * @returns the earlier segment, with a full stop if it needs one
 */
export function closeSentence(
  before: HeardSegment,
  after: HeardSegment,
  names: ReadonlySet<string>,
  capitals: Capitals,
): HeardSegment {
  if (capitals === 'nouns' || capitals === 'none') return before;
  const last = before.words.at(-1)?.text ?? before.text;
  const first = after.words[0]?.text ?? after.text;
  if (!/[\p{L}\p{N}]$/u.test(last) || !startsWithCapital(first) || isName(first, names)) {
    return before;
  }
  const isLong = after.startMs - before.endMs >= LONG_PAUSE_MS;
  const opens = capitals === 'openers' ? opensSentence(first) : opensWithMark(first);
  return opens || isLong ? withLastWord(before, `${last}.`) : before;
}

/**
 * Continues a sentence over a seam without a pause: an engine begins each chunk with a capital, and
 * ends it with a full stop, as if the sentence did. A small letter continues a sentence in every language that has one; that a capital
 * does not begin one is known of English words only.
 * @param edges whether the words at the seam are the last and the first of their chunks
 * @returns both sides, with the case and the full stop that the sentence needs
 */
export function continueSentence(
  before: HeardSegment,
  after: HeardSegment,
  edges: { readonly isLast: boolean; readonly isFirst: boolean },
  capitals: Capitals,
): readonly [HeardSegment, HeardSegment] {
  const last = before.words.at(-1)?.text ?? before.text;
  const first = after.words[0]?.text ?? after.text;
  const isOpener = capitals === 'openers' && startsWithCapital(first) && opensSentence(first);
  if (edges.isFirst && !endsSentence(last) && isOpener) {
    return [before, withFirstWord(after, first.charAt(0).toLowerCase() + first.slice(1))];
  }
  if (
    capitals !== 'none' &&
    edges.isLast &&
    /[\p{L}\p{N}]\.$/u.test(last) &&
    /^\p{Ll}/u.test(first)
  ) {
    return [withLastWord(before, last.slice(0, -1)), after];
  }
  return [before, after];
}
