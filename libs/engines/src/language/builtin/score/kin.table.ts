import { wordSet } from '../text/words.ts';

/** Those whose birth or loss changes a life. */
const NEAREST = wordSet(
  'mother father mum mom dad parent parents brother sister son daughter wife husband partner girlfriend boyfriend fiancé fiancée fiance fiancee grandma grandpa grandmother grandfather aunt uncle cousin child children baby friend dog cat',
);
const OTHERS = wordSet(
  'mothers fathers mama papa brothers sisters sibling siblings sons daughters grandparents granny cousins niece nephew kid kids family friends dogs cats puppy kitten pet pets roommate',
);

/** Relatives, friends and pets. */
export const KIN: ReadonlySet<string> = new Set([...NEAREST, ...OTHERS]);

/** Those to whom a life event may happen, as part of a regular expression. */
export const NEAREST_PATTERN = `(?:best friend|grandm\\p{L}+|grandf\\p{L}+|${[...NEAREST].join('|')})`;
