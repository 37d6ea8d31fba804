import { withoutTopic } from '../antecedent.ts';
import type { Clause } from '../clauses.ts';

/** The noun that a clause begins with, and its short verb. */
const NOUN =
  "^(?<noun>(?:(?:the|our|my|that|this|both|all) )?(?:[\\p{L}\\p{N}&/-]+ ){0,4}(?!(?:it|he|she|that|this|there|here|what|who|where|how|when|why|let|one|everything|everybody|everyone|nobody|nothing|somebody|someone)['’])[\\p{L}\\p{N}-]{2,})['’]s ";
const ADVERB = '(?:just |now |only |already |finally |also |still |all ){0,2}';

/** "The key's been found", "the beta's slipped to": what was done or has happened. */
const HAS = new RegExp(
  `${NOUN}(?=${ADVERB}(?:been|come|gone|slipped|shifted|slid|moved|turned up|arrived|landed|happened|started|shipped|dropped|risen|fallen|taken over)(?![\\p{L}]))`,
  'iu',
);
/** "The freezer's broken", "the roof's to be finished": how something is. */
const IS = new RegExp(
  `${NOUN}(?=${ADVERB}(?:(?:to be|a|an|in|on|at|by|due|under|over|up|off|\\d)(?![\\p{L}])|(?:through|done|finished|down|out|live|ready|late|behind|blocked|stuck|broken|jammed|dead|missing|gone|cancell?ed|called off|scrapped|postponed|delayed|pushed|planned|scheduled|set|expected|meant|supposed|waiting|going|not|no longer|at risk|repaired|back|working|(?:tak|handl|do|mak|writ|bring|send|order|book|print|fix|looking))(?![\\p{L}])(?! (?:the|our|my|his|her|their|your|it|them|me|us) )))`,
  'iu',
);

/** What a clause states, with its topic left out and the short verb of its subject in full. */
export function statedText(clause: Clause): string {
  const text = withoutTopic(clause.text);
  return clause.language === 'en' ? fullVerbs(text) : text;
}

/** "The audit's been moved" in full: "the audit has been moved". */
export function fullVerbs(text: string): string {
  return text.replace(HAS, '$<noun> has ').replace(IS, '$<noun> is ');
}
