import type { ReplyPatterns } from '../item-rules.ts';

/** How English speakers reply. */
export const ENGLISH_REPLIES: ReplyPatterns = {
  yes: /^(?:(?:yes|yeah|yep|yup|sure|of course|okay|ok|absolutely|definitely|certainly|will do|no problem|agreed|deal|great|perfect|alright|all right|fine|right|good idea|great idea|sounds good|sounds great|works for me|that works|makes sense|on it|i'm on it|got it|happy to|i can|i will|i'll|i won't forget|consider it done|you got it|let's do (?:that|it))\b)/iu,
  agreed:
    /\b(?:agreed|i agree|we agree|deal|sounds (?:good|great|perfect|fine)|works for me|that works|fine (?:by|with) me|i'm in|good idea|great idea|perfect|let's do (?:that|it|this)|let's go (?:with|for) (?:that|it|this)|go for it|^done|settled|it's settled|approved|makes sense|we're all agreed|seconded|(?:happy|fine|okay|ok|good) with (?:that|it|this)|that's what we(?:'ll)? do)\b/iu,
  no: /^(?:(?:no|nope|nah|sorry|not|i don't(?! mind)|i can't(?! wait)|i cannot|i won't(?! forget)|i'd rather|i disagree|wait|hmm|unfortunately|never|absolutely not|actually|i'm not sure|that won't|that doesn't)\b)/iu,
  noRefusal: /^no(?:,? )(?:problem|worries)/iu,
  takesOver:
    /^(?:(?:yes|yeah|sure|okay|ok|no problem|of course|alright|all right|right|great|perfect|good|fine|thanks),? )*(?:i'll (?:do|take|handle|take care of|sort|look after|see to)(?: care of)? (?:it|that|this|those|them)|i'll do so|i will(?= do|[,.!]|$)|i can do (?:that|it)|leave (?:it|that) (?:to|with) me|i'm on it|on it|will do|i've got (?:it|that)|consider it done|i'll get on (?:it|that))\b/iu,
  denies: /\b(?:not|never|don't|isn't)\b/iu,
  accepts:
    /^(?:yes|yeah|yep|yup|sure|of course|okay|ok|absolutely|definitely|certainly|will do|no problem|alright|all right|on it|happy to|i can(?= do\b|[,.!]|$)|i will|i'll|consider it done|you got it)\b/iu,
  wishes:
    /^(?:(?:yes|yeah|sure|okay|ok|oh|perfect|great|good|fine|thanks|thank you),? )*(?:please(?: do\b|[,.!]|$)|(?:yes|yeah|oh),? please\b|do (?:that|it|so)\b|go ahead\b|go for it\b|that(?:'d| would|'s| is) (?:be )?(?:great|good|wonderful|lovely|perfect|nice|helpful|fantastic|awesome|amazing|brilliant)\b|i'd (?:like|love|appreciate) that\b|if you (?:could|would)\b)/iu,
  speaksOfSelf: /\bI(?:'ll| will| can)\b/iu,
};
