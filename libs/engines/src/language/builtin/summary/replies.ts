import type { ItemRules } from './languages/item-rules.ts';
import type { Statement } from './statements.ts';

/** Number of turns after a proposal within which a reply counts. */
const ANSWER_WITHIN_TURNS = 2;
const ANSWER_WORDS = 5;
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

/**
 * The first reply of another speaker shortly after a sentence; `null` when there is none.
 * @param rules of the language of the conversation
 */
export function replyTo(
  statements: readonly Statement[],
  place: number,
  rules: ItemRules,
): Reply | null {
  const asked = statements[place];
  if (asked === undefined) return null;
  for (let next = place + 1; next < statements.length; next += 1) {
    const statement = statements[next];
    if (statement === undefined || statement.turn > asked.turn + ANSWER_WITHIN_TURNS) return null;
    if (statement.speaker === asked.speaker) continue;
    const said = statement.said.replaceAll('’', "'");
    const kind = statement.isQuestion ? null : kindOf(said, rules);
    const isWish = !statement.isQuestion && rules.replies.wishes.test(said);
    if (kind !== null) return { kind, statement, accepts: accepts(kind, said, rules), isWish };
    if (isWish) return { kind: 'yes', statement, accepts: false, isWish };
    if (rules.contentWords(said).length > ASIDE_WORDS) return null;
  }
  return null;
}

function accepts(kind: Reply['kind'], said: string, rules: ItemRules): boolean {
  if (kind === 'takesOver') return true;
  if (kind === 'no' || !rules.replies.accepts.test(said)) return false;
  return rules.contentWords(said).length <= ACCEPT_WORDS;
}

function kindOf(said: string, { replies, contentWords }: ItemRules): Reply['kind'] | null {
  if (replies.no.test(said) && !replies.noRefusal.test(said)) return 'no';
  if (replies.takesOver.test(said)) return 'takesOver';
  if (replies.denies.test(said)) return null;
  if (replies.agreed.test(said) && contentWords(said).length <= ANSWER_WORDS) return 'agreed';
  return replies.yes.test(said) ? 'yes' : null;
}
