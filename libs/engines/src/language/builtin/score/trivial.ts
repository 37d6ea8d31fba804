import { contentWords } from '../text/content-words.ts';

const SMALL_TALK =
  /\b(?:hello|hi|hey|good (?:morning|afternoon|evening|night)|how are you|how's it going|what's up|bye|goodbye|see you|talk (?:to you )?(?:later|soon)|take care|thank(?:s| you)|you're welcome|no problem|no worries|nice weather|weather|have a (?:nice|good|great)|greet(?:ed|ing|ings|s)?|small talk|said (?:hello|hi|goodbye|bye|thanks)|chatted|lol|haha+|how was your (?:day|weekend))\b/iu;
const ACKNOWLEDGES =
  /^(?:(?:yes|yeah|yep|yup|no|nope|okay|ok|sure|right|alright|fine|got it|i see|i know|cool|great|good|nice|perfect|agreed|exactly|indeed|mhm|hmm|uh-huh|of course|sounds good|makes sense|oh|ah|wow|really|well|understood|absolutely|definitely|thanks|thank you)\b[\s,.!?…]*)+$/iu;
/** Up to so many words that say something, a greeting is no more than a greeting. */
const MOST_WORDS = 3;

/** Whether a text is a greeting, small talk, an acknowledgement, or nothing at all; and which. */
export function triviality(text: string): string | null {
  const plain = text.replaceAll('’', "'").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'there are no words in it';
  if (ACKNOWLEDGES.test(plain)) return 'it only acknowledges what was said';
  const said = contentWords(plain.replace(new RegExp(SMALL_TALK, 'giu'), ' ')).length;
  if (SMALL_TALK.test(plain) && said <= MOST_WORDS) return 'it is a greeting or small talk';
  return said === 0 && !/\p{N}/u.test(plain) ? 'it says nothing of its own' : null;
}
