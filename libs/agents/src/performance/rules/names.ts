/** Words that begin with a capital at the start of a sentence and are no names of people. */
const NO_NAMES = new Set(
  (
    'i we he she they you it this that there these those who what which when where why how the a an our my your ' +
    'his her their its someone somebody anyone anybody everyone everybody nobody nothing everything something one ' +
    'people things and but so then if because as also not no yes ok okay here now today tomorrow sales revenue ' +
    'traffic growth marketing support engineering finance management work time money business customers users ' +
    'everything monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december ich wir er sie es das der die je nous il elle ils on ' +
    'remember remind reminder try trying need want wants going happy glad ready sure able time thanks welcome back note plan idea goal good nice nothing hoping planning ' +
    'nobody each either neither both half most some any all more less maybe perhaps let please el la los ella ' +
    'fair fairness good well hats credit kudos bravo just only like look right listen honestly ' +
    'yo nosotros ellos que wer was wie quien qui'
  ).split(' '),
);

/**
 * Whether a word at the start of a clause is the name of a person: with a capital, or in a text
 * without capitals a word without an article that is no plural.
 */
export function isName(word: string, clause: string): boolean {
  const first = word.split(' ')[0] ?? '';
  if (NO_NAMES.has(first.toLowerCase())) return false;
  if (/^\p{Lu}/u.test(first)) return true;
  return !/\p{Lu}/u.test(clause) && /^\p{L}{2,}$/u.test(word) && !first.endsWith('s');
}
