import type { Certainty, Decision } from '#contracts/model';
import { cited } from '../../cited.ts';
import { contentWords } from '../text/content-words.ts';
import { isWholeSentence } from '../text/whole-sentences.ts';
import {
  ASKS_OPINION,
  CHOSEN,
  CLAUSE_START,
  DECIDE_LATER,
  DECIDED,
  LETS,
  OPEN,
  PROPOSED,
  TAKEN_BACK,
  VAGUE,
  WE_WILL,
} from './decision-patterns.ts';
import { isProcedure } from './procedure.ts';
import { replyTo, type Reply } from './replies.ts';
import { saysTheSame } from './same.ts';
import { attributed, type Statement } from './statements.ts';

/** Number of preceding decisions that are searched for a repetition. */
const COMPARED = 50;
/** A decision of fewer content words cannot be understood without what was said before. */
const FEWEST_WORDS = 2;

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
  if (DECIDE_LATER.test(plain)) return null;
  const reply = replyTo(statements, place);
  if (reply?.kind === 'no') return null;
  const certainty = certaintyOf(statement, plain, reply);
  if (certainty === null) return null;
  const agreed = isProposal(plain) && reply?.kind === 'agreed' ? [reply.statement] : [];
  return {
    ...{ text: attributed(statement, speakerCount), certainty },
    ...cited([statement, ...agreed]),
  };
}

function certaintyOf(
  { isQuestion }: Statement,
  plain: string,
  reply: Reply | null,
): Certainty | null {
  const agreed = reply?.kind === 'agreed';
  if (isQuestion) return agreed && isProposal(plain) ? 'certain' : null;
  const states = DECIDED.some((pattern) => isDecided(plain, pattern)) && !isAboutProcedure(plain);
  if (states || settles(plain, CHOSEN)) return 'certain';
  const lets = settles(plain, LETS);
  if (lets && (agreed || reply?.kind === 'yes')) return 'certain';
  if (agreed && (settles(plain, WE_WILL) || isProposal(plain))) return 'certain';
  return lets ? 'possible' : null;
}

function isFirm(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index)];
  return (
    !OPEN.test(before) && !TAKEN_BACK.test(after) && !/\bto (?:disagree|differ)\b/iu.test(text)
  );
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
