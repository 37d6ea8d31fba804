import { contentWords } from '../text/content-words.ts';

const SMALL_TALK =
  /\b(?:hello|hi|hey|good (?:morning|afternoon|evening|night)|how are you|how's it going|what's up|bye|goodbye|see you|talk (?:to you )?(?:later|soon)|take care|thank(?:s| you)|you're welcome|no problem|no worries|nice weather|weather|have a (?:nice|good|great)|greet(?:ed|ing|ings|s)?|small talk|said (?:hello|hi|goodbye|bye|thanks)|chatted|lol|haha+|how was your (?:day|weekend))\b/iu;
const ACKNOWLEDGEMENT =
  /^(?:(?:yes|yeah|yep|yup|no|nope|okay|ok|sure|right|alright|fine|got it|i see|i know|cool|great|good|nice|perfect|agreed|exactly|indeed|mhm|hmm|uh-huh|of course|sounds good|makes sense|oh|ah|wow|really|well|understood|absolutely|definitely|thanks|thank you)\b[\s,.!?…]*)+$/iu;
/** Maximum number of other content words in a text that is still only a greeting. */
const MAX_CONTENT_WORDS = 3;

/**
 * Why a text is trivial: a greeting, small talk, an acknowledgement, or without content.
 * @returns the reason as a clause, or `null` when the text is not trivial
 */
export function triviality(text: string): string | null {
  const plain = text.replaceAll('’', "'").trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'there are no words in it';
  if (ACKNOWLEDGEMENT.test(plain)) return 'it only acknowledges what was said';
  const contentWordCount = contentWords(plain.replace(new RegExp(SMALL_TALK, 'giu'), ' ')).length;
  if (SMALL_TALK.test(plain) && contentWordCount <= MAX_CONTENT_WORDS)
    return 'it is a greeting or small talk';
  return contentWordCount === 0 && !/\p{N}/u.test(plain) ? 'it says nothing of its own' : null;
}
