const US = '(?:we|the (?:team|board|group|committee|council)|everyone|everybody|\\p{L}+ and i)';
const HAVE = "(?:'ve| have| has)?";
const ADVERBS =
  '(?: (?:all|both|finally|just|now|already|also|then|unanimously|therefore|actually))*';
const DECIDE = '(?:decided|agreed|settled|resolved(?= to| that)|voted|chosen|opted)';
/** "We've agreed that", "we decided to": a decision of all, reported by one. */
const DECIDED_TO = new RegExp(
  `\\b${US}${HAVE}${ADVERBS} ${DECIDE}(?: together)?,? (?:to|on|that|for|upon|against|not|in favou?r|we|it|the|a|between)\\b(?! (?:whether|what|which|how|if|where|when|who)\\b)(?<proposal>.*)`,
  'iu',
);
/** "I've decided to": a decision of the speaker alone. */
const I_DECIDED =
  /\b(?:i've|i have)(?: (?:finally|just|now|already))* (?:decided|chosen|resolved) (?:to|on|that|not|against)\b(?! (?:whether|what|which|how|if|where|when|who)\b)(?<proposal>.*)/iu;
const IT_IS_DECIDED =
  /\b(?:it's|it is|that's|that is|so it's)(?: been| now| all)* (?:decided|agreed|settled)\b(?<proposal>.*)/iu;
const THE_DECISION =
  /\b(?:the|our|my|final) (?:final )?(?:decision|verdict|conclusion of the vote) (?:is|was) (?:to|that|not|:)(?<proposal>.*)|\bdecision:\s/iu;
/** "Agreed, we rent the room", "agreed, then: …". */
const AGREED_THAT =
  /^(?:(?:okay|ok|so|good|great|right|alright|yes|yeah|then|fine|perfect),? )*(?:agreed|decided|settled|deal)[,.:;!–-]+\s*(?:(?:so|then),? )?(?:we|it's|it is|let's|that|the)\b.*\p{L}{2,}/iu;
/** "We have a decision: we print five thousand copies." */
const ANNOUNCED =
  /\b(?:we(?:'ve got| have)|here's|here is|this is|that's) (?:a|the|our) decision\b\s*[,:;–—-]\s*(?:and )?(?<proposal>(?:we|it|the|let's)\b.*)/iu;
/** The same in a sentence of its own: the next one says what is decided. */
export const ANNOUNCES =
  /\b(?:we(?:'ve got| have)|here's|here is|this is) (?:a|the|our) decision[.:!]?$|^(?:it's |it is )?(?:decided|settled)[.:!]?$/iu;
const CARRIED =
  /\b(?:motion|amendment|resolution|budget|proposal|plan|contract|report|minutes)(?: (?:is|was|has been|stands))? (?:approved|adopted|carried|accepted|agreed to|defeated)\b|\bsigned off on\b|\bwe have a deal\b/iu;

/** Sentences that say of themselves that something is decided. */
export const DECIDED: readonly RegExp[] = [
  DECIDED_TO,
  I_DECIDED,
  IT_IS_DECIDED,
  THE_DECISION,
  AGREED_THAT,
  ANNOUNCED,
  CARRIED,
];

const SETTLE =
  '(?:go(?:ing)? (?:with|for|ahead with)|use|stick (?:with|to)|stay with|keep(?! (?:in mind|going|moving|on|it|that|this)\\b)|take(?! (?:this|that|these|a|an|for|into|it)\\b)|make it|postpone|delay|cancel|drop|skip|launch|ship|pick|choose|book|buy|hire|switch to|schedule|set|meet|put|leave out|leave|order|adopt|paint|visit|invite|cut|raise|lower|limit|replace|merge|rename|release|sign|sell|rent|get|move|have|include|add|remove|ask|plan|do without)';
/** Choices, which are made by being stated: "we'll go with the second offer". */
const CHOOSE =
  '(?:go(?:ing)? (?:with|for|ahead with)|stick (?:with|to)|stay with|settle (?:on|for)|opt for|choose|drop|postpone|cancel|leave out|do without)';
const WILL =
  "(?:we'll|we will|we are going to|we're going to|we're gonna|we are gonna)(?: (?:just|definitely|then|now|all|therefore|not))*";

/** "We will have everything soon" tells what happens. */
const NO_FORECAST = '(?!(?:get|have|include|plan)\\b)';

/** "We'll go with the second offer", "we're going for rubber". The rest is what is chosen. */
export const CHOSEN = new RegExp(
  `\\b(?:${WILL} ${CHOOSE}|(?:we're|we are) going (?:with|for|ahead with))\\b(?<proposal>.*)`,
  'iu',
);
/** "Let's go with the blue one", "let's move the launch": a choice unless somebody objects. */
export const LETS = new RegExp(
  `\\blet's(?: (?:all|just|then|definitely|also|not))* (?<proposal>${SETTLE}\\b.*)`,
  'iu',
);
/** "We'll use Postgres": a choice where another agrees. */
export const WE_WILL = new RegExp(`\\b${WILL} (?<proposal>${NO_FORECAST}${SETTLE}\\b.*)`, 'iu');
/** What is open until another speaker agrees. */
export const PROPOSED = new RegExp(
  `\\b(?:we should|shall we|should we|how about we|why don't we|i (?:suggest|propose|vote)(?: that)? we|i'd suggest we)(?: (?:just|all|then|definitely|also|not))* (?<proposal>${NO_FORECAST}${SETTLE}\\b.*)`,
  'iu',
);
/** Words before a proposal that make it a question about an opinion. */
export const ASKS_OPINION =
  /\b(?:do you|would you|did you|if|whether|maybe|perhaps|hopefully|ideally|soon|possible|said|says|what|how|when|where|which|decision|question)\b|\b(?:that|tests?|things?) *$/iu;

/** What may stand right before "we decided": else it tells of "the letter that we agreed on". */
export const CLAUSE_START =
  /(?:^|[,;:–—-]|\b(?:and|so|but|then|because|cause|think|mean|basically|actually|yeah|okay|time|meeting|now|also|is|was|out|today|yesterday|say|well|here|since|where|(?:is|are|was|think|say|mean) that|\p{L}+day))\s*$/iu;
/** Words that, before a statement of a decision, show that nothing is decided. */
export const OPEN =
  /\b(?:if|whether|unless|until|once|before|when|would|could|might|may|maybe|perhaps|probably|not|never|haven't|hasn't|hadn't|didn't|don't|can't|cannot|couldn't|won't|wouldn't|isn't|wasn't|nobody|nothing|no one|no|need to|needs to|have to|has to|should|supposed|yet to|wish|think|wonder|who|what|how|in case|suppose|hope|want|since|after|because|where|which|say|says|said|saying|imagine|remember|like|guess|know)\b|\b(?:have|has|had|did|do|are|should)\s*$/iu;
/** Words after the statement of a decision that take it back. */
export const TAKEN_BACK =
  /\b(?:maybe|perhaps|or not|i guess|i suppose|not sure|i don't know|correct\?|isn't it|is that right|if|but (?:we |they )?(?:never|didn't|haven't))\b/iu;
/** A proposal that refers to what was said before by a pronoun only. */
export const VAGUE =
  /^\s*(?:\p{L}+ ){0,3}(?:it|that|this|them|those|these|one|so|more)\b\s*(?:[,.!?]|$|(?:then|now|as well|too|like)\b)|^\s*(?:\p{L}+ ){0,2}(?:that|this|those|these) \p{L}+[.!]?$/iu;
/** Words that tell of a decision of another time, which this conversation only looks back on. */
export const LONG_AGO =
  /\b(?:back then|at (?:the|that) time|ages ago|years? ago|months? ago|last year|originally|initially|previously|historically|in the past)\b/iu;
/** Words of what is done again and again, which was decided some other time. */
export const HABIT =
  /\b(?:weekly|daily|monthly|every|each|usually|always|normally|on \p{L}+days)\b/iu;
/** What a sentence begins with that sums up what was said: "then we refund all of them". */
export const SUMS_UP =
  /^(?:(?:okay|ok|good|right|alright|all right|fine|great|perfect|well|yes|yeah)[,.]? )*(?:then|so)[, ]/iu;
/** "We refund all of them": a choice where it sums up, and another agrees. */
export const WE_DO = new RegExp(
  `^we(?:'ll)? (?<proposal>${NO_FORECAST}(?!(?:put|set|cut|do)\\b)(?:${SETTLE}|roll back|start|stop|close|reopen|refund|give up|stay|stick|wait)\\b.*)`,
  'iu',
);
/** "We agree that": what the chair states, so that somebody may object. */
export const WE_AGREE =
  /^we (?:all )?(?:agree|decide|resolve)(?: that| to|,)(?! (?:whether|what|which|how|if|where|when|who)\b)(?<proposal>.*)/iu;
/** "Let's get it working": light verbs settle something only where another says so in as many words. */
export const LIGHT = /^(?:get|have|take|put|leave|keep|make|set|meet|ask|plan|do|skip)\b/iu;
/** "Let's give up the two plots": any deed, where another agrees. */
export const LETS_DO =
  /\blet's(?: (?:all|just|then|definitely|also))* (?<proposal>(?!be\b|not\b)\p{L}.*)/iu;
/** "Let's say Friday": a time is chosen. */
export const LETS_SAY = /\blet's (?:say|make it|take) (?<proposal>.*)/iu;
export const DECIDE_LATER =
  /\b(?:decide|discuss|talk|see|think about|revisit)\b.*\b(?:later|tomorrow|next|then)\b/iu;
