import type { Certainty, Decision } from '#contracts/model';
import { cited } from '../../cited.ts';
import { contentWords } from '../text/content-words.ts';
import { isWholeSentence } from '../text/whole-sentences.ts';
import {
  ANNOUNCES,
  ASKS_OPINION,
  CHOSEN,
  CLAUSE_START,
  DECIDE_LATER,
  DECIDED,
  HABIT,
  LETS,
  LETS_DO,
  LETS_SAY,
  LIGHT,
  LONG_AGO,
  OPEN,
  PROPOSED,
  SUMS_UP,
  TAKEN_BACK,
  VAGUE,
  WE_AGREE,
  WE_DO,
  WE_WILL,
} from './decision-patterns.ts';
import { isProcedure } from './procedure.ts';
import { replyTo, type Reply } from './replies.ts';
import { saysTheSame } from './same.ts';
import { attributed, type Statement } from './statements.ts';
import { whenOf } from './when.ts';

/** Number of preceding decisions that are searched for a repetition. */
const COMPARED = 50;
/** A decision of fewer content words cannot be understood without what was said before. */
const FEWEST_WORDS = 2;
const CONDITION = /\b(?:if|unless|until|once|whether|suppose|imagine|in case|said|says|wonder)\b/iu;

/**
 * The decisions: stated as such, or proposed by one speaker and agreed to by another. They are certain;
 * what one speaker settles with nobody's agreement is possible. How the conversation itself is run is no
 * decision.
 */
export function decisionsIn(
  statements: readonly Statement[],
  speakerCount: number,
): readonly Decision[] {
  const found: Found[] = [];
  for (const [place, { words }] of statements.entries()) {
    const point = decisionAt(statements, place, speakerCount);
    if (point !== null) add(found, { point, words });
  }
  return found.map(({ point }) => point);
}

interface Found {
  readonly point: Decision;
  readonly words: readonly string[];
}

/** Of two similar sentences, keeps the one that is more certain, or else has more content words. */
function add(found: Found[], fresh: Found): void {
  const from = Math.max(0, found.length - COMPARED);
  const same = found.findIndex(({ words }, n) => n >= from && saysTheSame(fresh.words, words));
  const other = found[same];
  if (other === undefined) found.push(fresh);
  else if (outweighs(fresh, other)) {
    found.splice(same, 1);
    found.push(fresh);
  }
}

function outweighs(fresh: Found, other: Found): boolean {
  const [certain, before] = [fresh, other].map(({ point }) => point.certainty === 'certain');
  if (certain !== before) return certain === true;
  return fresh.words.length > other.words.length;
}

function decisionAt(
  statements: readonly Statement[],
  place: number,
  speakerCount: number,
): Decision | null {
  const statement = statements[place];
  if (statement === undefined || statement.words.length === 0) return null;
  if (!isWholeSentence(statement.text)) return null;
  const plain = statement.text.replaceAll('’', "'");
  if (DECIDE_LATER.test(plain) || LONG_AGO.test(plain)) return null;
  const reply = replyTo(statements, place);
  if (reply?.kind === 'no') return null;
  const certainty = isAnnounced(statements, place)
    ? 'certain'
    : certaintyOf(statement, plain, reply);
  if (certainty === null) return null;
  const isAnswered = reply !== null && (isProposal(plain) || sumsUp(statement.said, plain));
  const agreed = isAnswered && (reply.kind === 'agreed' || reply.accepts) ? [reply.statement] : [];
  return {
    ...{ text: attributed(statement, speakerCount), certainty },
    ...cited([statement, ...agreed]),
  };
}

/** Whether the sentence before, of the same turn, says that here is a decision. */
function isAnnounced(statements: readonly Statement[], place: number): boolean {
  const [before, statement] = [statements[place - 1], statements[place]];
  if (before === undefined || statement === undefined || statement.isQuestion) return false;
  if (before.turn !== statement.turn || statement.words.length < FEWEST_WORDS) return false;
  return ANNOUNCES.test(before.text.replaceAll('’', "'"));
}

function certaintyOf(
  { isQuestion, said }: Statement,
  plain: string,
  reply: Reply | null,
): Certainty | null {
  const agreed = reply?.kind === 'agreed';
  if (isQuestion) return agreed && isProposal(plain) ? 'certain' : null;
  if (isStated(plain)) return 'certain';
  const lets = settles(plain, LETS) || choosesTime(plain);
  const isLight = LIGHT.test(LETS.exec(plain)?.groups?.['proposal'] ?? '');
  if (lets && (agreed || (reply?.kind === 'yes' && !isLight))) return 'certain';
  if (agreed && [WE_WILL, LETS_DO].some((pattern) => settles(plain, pattern))) return 'certain';
  if ((agreed || reply?.accepts === true) && sumsUp(said, plain)) return 'certain';
  if (agreed && isProposal(plain)) return 'certain';
  return lets ? 'possible' : null;
}

/** Whether it needs nobody's agreement: it says that it is decided, or chooses. */
function isStated(plain: string): boolean {
  const states = DECIDED.some((pattern) => isDecided(plain, pattern)) && !isAboutProcedure(plain);
  return states || settles(plain, CHOSEN);
}

/** "Then we refund all of them": what is to be done follows from what was said. */
function sumsUp(said: string, plain: string): boolean {
  if (!SUMS_UP.test(said) || HABIT.test(plain)) return false;
  return settles(plain, WE_DO) || isDecided(plain, WE_AGREE);
}

/** "Let's say Friday": what is said is a time and nothing else. */
function choosesTime(plain: string): boolean {
  const time = LETS_SAY.exec(plain)?.groups?.['proposal'];
  if (time === undefined || !isFirm(plain, LETS_SAY)) return false;
  const when = whenOf(time);
  return when !== null && time.replace(when, '').replaceAll(/[\s,.!]|\bthen\b/giu, '') === '';
}

function isFirm(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index)];
  return (
    !isLeftOpen(before) && !TAKEN_BACK.test(after) && !/\bto (?:disagree|differ)\b/iu.test(text)
  );
}

/**
 * Whether the words before a statement leave it open. Where it begins a new clause ("I think that's better, so
 * we've decided"), only a condition does.
 */
function isLeftOpen(before: string): boolean {
  if (/[,;:–—]\s*(?:and )?(?:so|then) $/iu.test(before)) return CONDITION.test(before);
  return OPEN.test(before);
}

/** Whether a sentence says that something is decided, and what. */
function isDecided(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null || !isFirm(text, pattern)) return false;
  if (!CLAUSE_START.test(text.slice(Math.max(0, found.index - 20), found.index))) return false;
  const what = found.groups?.['proposal'];
  return what === undefined || contentWords(what).length >= FEWEST_WORDS;
}

/** Whether a sentence settles something that lasts, and says what. */
function settles(plain: string, pattern: RegExp): boolean {
  return isFirm(plain, pattern) && isOfSubstance(pattern.exec(plain)?.groups?.['proposal'] ?? '');
}

function isProposal(plain: string): boolean {
  const leavesChoice = plain.endsWith('?') && /\bor\b/iu.test(plain);
  const found = PROPOSED.exec(plain);
  if (found === null || leavesChoice || ASKS_OPINION.test(plain.slice(0, found.index)))
    return false;
  return isOfSubstance(found.groups?.['proposal'] ?? '');
}

function isOfSubstance(proposal: string): boolean {
  const said = proposal.trim();
  return !VAGUE.test(said) && !isProcedure(said) && contentWords(said).length > 0;
}

function isAboutProcedure(plain: string): boolean {
  return /\b(?:talk|discuss|speak|read|look at|go (?:through|over|first|next)|start|begin|present|meeting|minutes|digits)\b/iu.test(
    plain.split(/\b(?:decided|agreed|settled|resolved|voted|decision)\b/iu)[1]?.slice(0, 60) ?? '',
  );
}
