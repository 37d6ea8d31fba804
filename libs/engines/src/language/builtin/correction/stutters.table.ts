import { wordSet } from '../text/words.ts';

/** Words that are never repeated on purpose, not even with a pause between them. */
export const NEVER_TWICE = wordSet(
  "the a an i we they she and but because my our your their i'm i've i'll i'd we're we've we'll",
  "they're she's it's there's",
);

/** Words that are not repeated on purpose when nothing is between them. */
export const NOT_TWICE_AT_ONCE = wordSet(
  "or of with from if to this would should could these those into than that's he's you're let's",
);

/** Words that may be intended twice in a row ("what it is is a mess"), but not three times. */
export const NOT_THREE_TIMES = wordSet(
  'it in on at is was are were you he that what for be by as have do can will who where when how',
);

/** Words with which a stuttered phrase starts. */
export const PHRASE_OPENERS = wordSet(
  "i we he she they it you in on at to of for with and but so if the a because that is was i'm",
  "it's we're they're he's she's that's there's there i've we've i'll we'll my our your their",
);

/** Phrases that may be repeated on purpose. */
export const MEANT_PHRASES = new Set(['so much', 'so many', 'to be', 'you know', 'so so']);
