import type { SummaryPoint } from '#contracts/model';
import { cited } from '../../cited.ts';
import { replyTo } from './replies.ts';
import { saysTheSame } from './selection.ts';
import { attributed, type Statement } from './statements.ts';

const SETTLE =
  '(?:go(?:ing)? (?:with|for|ahead)|use|stick (?:with|to)|stay with|keep|take|make it|move|postpone|delay|cancel|drop|skip|launch|ship|pick|choose|book|buy|hire|switch|schedule|set|meet|call it|leave it|put|do|start with|focus on|begin|order|adopt|paint|visit|invite|cut|raise|lower|limit|replace|merge|rename|release|sign|sell|rent|get|have)';
const NEVER_SETTLED = '(?!\\s+(?:a look|some|it a try|go over|over it|about|the floor))';
/** Sentences that explicitly state a decision. */
const DECIDED: readonly RegExp[] = [
  /\b(?:we|they|i|you|everyone|everybody|the (?:team|board|group|committee)|\p{Lu}\p{Ll}+)(?:'ve| have| has| had|'s)?(?: (?:all|both|finally|just|now|already|also|then|unanimously))* (?:decided|agreed|settled|chose|chosen|opted|resolved|voted)\b/iu,
  /\b(?:it's|it is|it was|that's|that is|that was|so it's) (?:been )?(?:decided|agreed|settled|final)\b/iu,
  /\b(?:the|our|my|final|so the) (?:final )?(?:decision|choice|verdict) (?:is|was|will be)\b/iu,
  /^(?:(?:okay|ok|so|good|great|right|alright|yes|yeah|then|fine|perfect),? )*(?:agreed|decided|settled|deal)\b[\s,.:;!–-]+(?:(?:so|then|that|we|it's|it is|let's)\b.*)?\p{L}{2,}/iu,
  /\b(?:was|were|is|are|has been|have been|got) approved\b|\bsigned off on\b|\bwe have a deal\b/iu,
];
const WE_WILL = new RegExp(
  `\\b(?:we'll|we will|we are going to|we're going to|we're gonna)(?: (?:just|definitely|then|now|all|therefore))* ${SETTLE}\\b${NEVER_SETTLED}|\\b(?:we're|we are) going (?:with|for|ahead)\\b|\\b(?:we're|we are) not going to\\b`,
  'iu',
);
const LETS = new RegExp(
  `\\blet's(?: (?:all|just|then|definitely|also|not))* ${SETTLE}\\b${NEVER_SETTLED}`,
  'iu',
);
const PROPOSED =
  /\b(?:let's|we should|we could|we can|shall we|should we|how about|what about|why don't we|why not|i suggest|i propose|i'd suggest|i'd say|i vote|what if we|can we)\b/iu;
/** Words that, before a statement of a decision, show that nothing is decided. */
const OPEN =
  /\b(?:if|whether|unless|until|once|before|when|would|could|might|may|maybe|perhaps|probably|not|never|haven't|hasn't|hadn't|didn't|don't|can't|cannot|couldn't|won't|wouldn't|isn't|wasn't|nobody|nothing|no one|no|need to|needs to|have to|has to|should|supposed|yet to|wish|think|wonder|who|what|how|in case|suppose|hope|want)\b/iu;
const VAGUE =
  /\blet's (?:do|have|get|go for|keep|take|start with|put|move) (?:it|that|this|going|started|on|back|ready|a (?:look|break|seat|minute))(?:[,.!]|$| (?:then|now)\b)/iu;
const DECIDE_LATER =
  /\b(?:decide|discuss|talk|see|think about|revisit)\b.*\b(?:later|tomorrow|next|then)\b/iu;

/** The decisions: stated as such, or proposed by one speaker and agreed to by another. */
export function decisionsIn(
  statements: readonly Statement[],
  speakerCount: number,
): readonly SummaryPoint[] {
  const found: Found[] = [];
  for (const [place, { words }] of statements.entries()) {
    const point = decisionAt(statements, place, speakerCount);
    if (point !== null) add(found, { point, words });
  }
  return found.map(({ point }) => point);
}

interface Found {
  readonly point: SummaryPoint;
  readonly words: readonly string[];
}

/** Of two similar sentences, keeps the one with more content words. */
function add(found: Found[], fresh: Found): void {
  const from = Math.max(0, found.length - COMPARED);
  const same = found.findIndex(({ words }, n) => n >= from && saysTheSame(fresh.words, words));
  if (same < 0) found.push(fresh);
  else if (fresh.words.length > (found[same]?.words.length ?? 0)) {
    found.splice(same, 1);
    found.push(fresh);
  }
}

/** Number of preceding decisions that are searched for a repetition. */
const COMPARED = 50;

function decisionAt(
  statements: readonly Statement[],
  place: number,
  speakerCount: number,
): SummaryPoint | null {
  const statement = statements[place];
  if (statement === undefined || statement.words.length === 0) return null;
  const plain = statement.text.replaceAll('’', "'");
  const reply = PROPOSED.test(plain) || WE_WILL.test(plain) ? replyTo(statements, place) : null;
  if (reply?.kind === 'no') return null;
  const agreed = reply?.kind === 'agreed' ? reply.statement : null;
  if (!isDecided(statement) && (agreed === null || !isProposal(plain))) return null;
  const text = attributed(statement, speakerCount);
  const shown = agreed && statement.isQuestion ? `${text} ${agreed.speaker} agreed.` : text;
  return { text: shown, ...cited(agreed ? [statement, agreed] : [statement]) };
}

function isDecided({ said, text, isQuestion }: Statement): boolean {
  const plain = text.replaceAll('’', "'");
  if (isQuestion || DECIDE_LATER.test(plain) || VAGUE.test(plain)) return false;
  const whole = said.replaceAll('’', "'");
  return (
    DECIDED.some((pattern) => isFirm(whole, pattern)) ||
    isFirm(plain, WE_WILL) ||
    isFirm(plain, LETS)
  );
}

function isFirm(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  return !OPEN.test(text.slice(0, found.index)) && !/\bto (?:disagree|differ)\b/iu.test(text);
}

function isProposal(plain: string): boolean {
  const leavesChoice = plain.endsWith('?') && /\bor\b/iu.test(plain);
  return PROPOSED.test(plain) && !leavesChoice && !DECIDE_LATER.test(plain) && !VAGUE.test(plain);
}
