import { TASK_VERBS } from './tasks.table.ts';

const ADVERBS = `(?: (?:also|then|just|definitely|all|still|really|please|personally|certainly|go ahead and|make sure to|be sure to|go and|go(?= ${TASK_VERBS}\\b)))*`;
/** Adverbs between the subject and the modal verb. */
const AFTER_SUBJECT = '(?: (?:also|still|all|just|really|then|definitely|actually|both))*';
const ONE_NAME = "\\p{Lu}(?:['’]\\p{Lu})?\\p{L}+(?:-\\p{Lu}\\p{L}+)?";
const PERSON = `(?<name>${ONE_NAME}(?: (?:and )?${ONE_NAME}){0,2})`;
const TASK = `(?<task>${TASK_VERBS}\\b.*)`;
/** "I'll send it." */
export const SPEAKER_FIRM = new RegExp(
  `\\bi${AFTER_SUBJECT}(?:'ll| will|'m going to| am going to|'m gonna| promise to)${ADVERBS} (?<task>\\p{L}.*)`,
  'iu',
);
/** "Let me send it", which is mostly about the next minute. */
export const LET_ME = new RegExp(
  `(?:^|[,.;] ?|\\b(?:so|and|then|but|okay|ok) )let me${ADVERBS} (?<task>\\p{L}.*)`,
  'iu',
);
/** "I can send it", "shall I send it?": an offer, which counts when it is accepted. */
export const OFFERED = new RegExp(
  `(?:^|[,.;:] ?|\\b(?:so|and|then|but|or|okay|ok|yes|yeah) )(?:i${AFTER_SUBJECT} (?:can|could)|(?:shall|should) i|i'd be (?:happy|glad) to|i'm (?:happy|glad) to|i'd volunteer to|do you want me to|would you like me to)${ADVERBS} ${TASK}`,
  'iu',
);
/** "I need to send it." */
export const SPEAKER_NEEDS = new RegExp(
  `\\b(?:i${AFTER_SUBJECT} (?:need to|have to|must|should)|i've got to|i ought to)${ADVERBS} ${TASK}`,
  'iu',
);
/** "Tom, can you send it?" */
export const ASKED = new RegExp(
  `(?:^|[,.] ?|\\b(?:so|and|then|but) )(?:(?<name>\\p{L}[\\p{L}’'-]*), )?(?:(?:can|could|will) you|would you(?: please| be able to| be so kind as to))${ADVERBS} ${TASK}`,
  'iu',
);
/** "Please send it." */
export const INSTRUCTED = new RegExp(
  `(?:^|[,.] ?|\\b(?:so|and|then|but) )(?:(?<name>\\p{L}[\\p{L}’'-]*), )?(?:please(?: do)?|make sure(?: to| you| that you)?|don't forget to|remember to|be sure to|i need you to|i want you to|i'd like you to)${ADVERBS} ${TASK}`,
  'iu',
);
/** "You need to send it", which also explains how something is done. */
export const TOLD = new RegExp(
  `(?:^|[,.] ?)(?:(?<name>\\p{L}[\\p{L}’'-]*), )?you(?:'ll| will)?(?: (?:need|have) to| must| should)${ADVERBS} ${TASK}`,
  'iu',
);
/** "Tom, you're going to send it", "Tom, you have to send it". */
export const NAMED_TOLD = new RegExp(
  `(?:^|[\\s,])${PERSON},? (?:[Yy]ou)(?:'re going to|'re gonna| are going to| will|'ll| have to| need to| could| can)?${ADVERBS} ${TASK}`,
  'u',
);
/** "Can Tom send it?" */
export const NAMED_ASKED = new RegExp(
  `(?:^|\\b)(?:[Cc]an|[Cc]ould|[Ll]et) ${PERSON} (?:please )?${TASK}`,
  'u',
);
/** "Tom will send it." */
export const NAMED_FIRM = new RegExp(
  `(?:^|[\\s,])${PERSON}${AFTER_SUBJECT}(?:'ll| will| is going to| are going to| is to| is gonna| promised to| agreed to| offered to| volunteered to)${ADVERBS} ${TASK}`,
  'u',
);
/** "Tom should send it." */
export const NAMED_NEEDS = new RegExp(
  `(?:^|[\\s,])${PERSON}${AFTER_SUBJECT}(?: needs to| need to| has to| have to| should| must)${ADVERBS} ${TASK}`,
  'u',
);
/** "We need to send it." */
export const NOBODY = new RegExp(
  `\\b(?:we${AFTER_SUBJECT}(?:'ll| will| need to| have to| must|'re going to| are going to|'ve got to)|(?:someone|somebody|one of us)(?: needs to| has to| should| must| will)|(?:can|could) (?:someone|somebody|anyone|anybody))${ADVERBS} ${TASK}`,
  'iu',
);
/** "Everyone please read it." */
export const EVERYBODY = new RegExp(
  `\\b(?<name>everyone|everybody|all of you)(?:,? please| needs to| has to| should| must)${ADVERBS} ${TASK}`,
  'iu',
);
/** "Action item for Lin: send it." */
export const LABELLED =
  /^(?:action(?: item)?|todo|to-do|to do|next step)s?(?: for (?<name>\p{L}+))?(?:(?: is| are)(?: to)?\s+|(?: to)?\s*[:–-]\s*)(?<task>\p{L}.*)/iu;
/** Words before a task that show that it is told, asked or supposed, and not assigned. */
export const NOT_ASSIGNED =
  /\b(?:if|unless|whether|would have|could have|should have|was going to|were going to|used to|not|never|don't|won't|can't|didn't|doesn't|isn't|shouldn't|needn't|said|says|saying|say|hey|thought|wish|imagine|suppose|what|how|why|where|who|when|whenever|every time|usually|was like|the way|each time|until|as soon as)\b|\b(?:which|that|than|thing|things|one|ones|way|reason|do|did|does|are|shall)\s*$/iu;
/** Words in a sentence before a task that quote or suppose it. */
export const TOLD_OF =
  /\b(?:they|people|he|she|you|someone|somebody|users?|customers?) (?:would |will |just |might )?(?:think|thinks|say|says|go|goes|are like|is like|was like|were like)\b|\b(?:he|she|they|i) (?:said|thought)\b/iu;
export const CONDITION = /\b(?:if|unless|suppose|imagine|in case)\b/iu;
/** Words that leave it open whether a task will be done. */
export const DOUBTED =
  /\b(?:maybe|perhaps|probably|possibly|might|try to|hopefully|i guess|i suppose|if (?:you|we|i|it|there|that|anybody|anyone|somebody)|unless|or not|what i'd like)\b/iu;
/** Words with a capital at the start of a sentence that are no names. */
export const NO_NAME =
  /^(?:i|it|he|she|they|we|you|this|that|there|these|those|what|who|so|and|but|then|please|yes|okay|ok|someone|somebody|everyone|everybody|the|nobody|nothing|which|if|maybe|also)$/iu;
