import { contentWords } from '../text/content-words.ts';
import type { Statement } from './statements.ts';

const YES =
  /^(?:(?:yes|yeah|yep|yup|sure|of course|okay|ok|absolutely|definitely|certainly|will do|no problem|agreed|deal|great|perfect|alright|all right|fine|right|good idea|great idea|sounds good|sounds great|works for me|that works|makes sense|on it|i'm on it|got it|happy to|i can|i will|i'll|i won't forget|consider it done|you got it|let's do (?:that|it))\b)/iu;
const AGREED =
  /\b(?:agreed|i agree|we agree|deal|sounds (?:good|great|perfect|fine)|works for me|that works|fine (?:by|with) me|i'm in|good idea|great idea|perfect|let's do (?:that|it|this)|let's go (?:with|for) (?:that|it|this)|go for it|^done|settled|it's settled|approved|makes sense|we're all agreed|seconded|(?:happy|fine|okay|ok|good) with (?:that|it|this)|that's what we(?:'ll)? do)\b/iu;
const NO =
  /^(?:(?:no|nope|nah|sorry|not|i don't(?! mind)|i can't(?! wait)|i cannot|i won't(?! forget)|i'd rather|i disagree|wait|hmm|unfortunately|never|absolutely not|actually|i'm not sure|that won't|that doesn't)\b)/iu;
const I_DO =
  /^(?:(?:yes|yeah|sure|okay|ok|no problem|of course|alright|all right|right|great|perfect|good|fine|thanks),? )*(?:i'll (?:do|take|handle|take care of|sort|look after|see to)(?: care of)? (?:it|that|this|those|them)|i'll do so|i will(?= do|[,.!]|$)|i can do (?:that|it)|leave (?:it|that) (?:to|with) me|i'm on it|on it|will do|i've got (?:it|that)|consider it done|i'll get on (?:it|that))\b/iu;
/** Number of turns after a proposal within which a reply counts. */
const ANSWER_WITHIN_TURNS = 2;
const ANSWER_WORDS = 5;
/** What accepts a request, where "right" or "great" would only acknowledge it. */
const ACCEPTS =
  /^(?:yes|yeah|yep|yup|sure|of course|okay|ok|absolutely|definitely|certainly|will do|no problem|alright|all right|on it|happy to|i can(?= do\b|[,.!]|$)|i will|i'll|i’ll|consider it done|you got it)\b/iu;
/** What welcomes an offer. */
const WISHES =
  /^(?:(?:yes|yeah|sure|okay|ok|oh|perfect|great|good|fine|thanks|thank you),? )*(?:please(?: do\b|[,.!]|$)|(?:yes|yeah|oh),? please\b|do (?:that|it|so)\b|go ahead\b|go for it\b|that(?:'d| would|'s| is) (?:be )?(?:great|good|wonderful|lovely|perfect|nice|helpful|fantastic|awesome|amazing|brilliant)\b|i'd (?:like|love|appreciate) that\b|if you (?:could|would)\b)/iu;
/** A longer reply goes on to something else. */
const ACCEPT_WORDS = 8;
/** A turn with more content words than this that is no reply has changed the subject. */
const ASIDE_WORDS = 2;

/** The reply of another speaker to a sentence. */
export interface Reply {
  readonly kind: 'agreed' | 'yes' | 'no' | 'takesOver';
  /** Whether it accepts a request, rather than acknowledging what was said. */
  readonly accepts: boolean;
  /** Whether it welcomes an offer. */
  readonly isWish: boolean;
  readonly statement: Statement;
}

/** The first reply of another speaker shortly after a sentence; `null` when there is none. */
export function replyTo(statements: readonly Statement[], place: number): Reply | null {
  const asked = statements[place];
  if (asked === undefined) return null;
  for (let next = place + 1; next < statements.length; next += 1) {
    const statement = statements[next];
    if (statement === undefined || statement.turn > asked.turn + ANSWER_WITHIN_TURNS) return null;
    if (statement.speaker === asked.speaker) continue;
    const kind = kindOf(statement);
    const isWish = isWished(statement);
    if (kind !== null) return { kind, statement, accepts: accepts(kind, statement), isWish };
    if (isWish) return { kind: 'yes', statement, accepts: false, isWish };
    if (contentWords(statement.said).length > ASIDE_WORDS) return null;
  }
  return null;
}

function accepts(kind: Reply['kind'], { said }: Statement): boolean {
  if (kind === 'takesOver') return true;
  return kind !== 'no' && ACCEPTS.test(said) && contentWords(said).length <= ACCEPT_WORDS;
}

function isWished({ said, isQuestion }: Statement): boolean {
  return !isQuestion && WISHES.test(said.replaceAll('’', "'"));
}

function kindOf({ said, isQuestion }: Statement): Reply['kind'] | null {
  const plain = said.replaceAll('’', "'");
  if (isQuestion) return null;
  if (NO.test(plain) && !/^no(?:,? )(?:problem|worries)/iu.test(plain)) return 'no';
  if (I_DO.test(plain)) return 'takesOver';
  if (/\b(?:not|never|don't|isn't)\b/iu.test(plain)) return null;
  if (AGREED.test(plain) && contentWords(plain).length <= ANSWER_WORDS) return 'agreed';
  return YES.test(plain) ? 'yes' : null;
}
