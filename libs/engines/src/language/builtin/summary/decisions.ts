import type { Certainty, Decision } from '#contracts/model';
import { cited } from '../../cited.ts';
import type { DecisionRules, ItemRules } from './languages/item-rules.ts';
import { replyTo, type Reply } from './replies.ts';
import { saysTheSame } from './same.ts';
import { attributed, type Statement } from './statements.ts';

/** Number of preceding decisions that are searched for a repetition. */
const COMPARED = 50;
/** An announced decision of fewer content words cannot be understood without what was said before. */
const FEWEST_WORDS = 2;

/**
 * The decisions: stated as such, or proposed by one speaker and agreed to by another. They are certain;
 * what one speaker settles with nobody's agreement is possible. How the conversation itself is run is no
 * decision.
 */
export function decisionsIn(
  statements: readonly Statement[],
  speakerCount: number,
  rules: ItemRules,
): readonly Decision[] {
  const found: Found[] = [];
  for (const [place, { words }] of statements.entries()) {
    const point = decisionAt({ statements, place, speakerCount, rules });
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

interface DecisionContext {
  readonly statements: readonly Statement[];
  readonly place: number;
  readonly speakerCount: number;
  readonly rules: ItemRules;
}

function decisionAt(context: DecisionContext): Decision | null {
  const { statements, place, speakerCount, rules } = context;
  const { decisions } = rules;
  const statement = statements[place];
  if (statement === undefined || statement.words.length === 0) return null;
  if (!decisions.isWhole(statement.text)) return null;
  const plain = straight(statement.text);
  if (decisions.isOfAnotherTime(plain)) return null;
  const reply = replyTo(statements, place, rules);
  if (reply?.kind === 'no') return null;
  const certainty = isAnnounced(context) ? 'certain' : certaintyOf(statement, reply, decisions);
  if (certainty === null) return null;
  const isAnswered =
    reply !== null && (decisions.isProposal(plain) || decisions.sumsUp(statement.said, plain));
  const agreed = isAnswered && (reply.kind === 'agreed' || reply.accepts) ? [reply.statement] : [];
  return {
    ...{ text: attributed(statement, speakerCount), certainty },
    ...cited([statement, ...agreed]),
  };
}

/** Whether the sentence before, of the same turn, says that here is a decision. */
function isAnnounced({ statements, place, rules }: DecisionContext): boolean {
  const [before, statement] = [statements[place - 1], statements[place]];
  if (before === undefined || statement === undefined || statement.isQuestion) return false;
  if (before.turn !== statement.turn || statement.words.length < FEWEST_WORDS) return false;
  return rules.decisions.announces(straight(before.text));
}

function certaintyOf(
  { isQuestion, said, text }: Statement,
  reply: Reply | null,
  decisions: DecisionRules,
): Certainty | null {
  const plain = straight(text);
  const agreed = reply?.kind === 'agreed';
  if (isQuestion) return agreed && decisions.isProposal(plain) ? 'certain' : null;
  if (decisions.isStated(plain)) return 'certain';
  const chooses = decisions.isChoice(plain);
  if (chooses && (agreed || (reply?.kind === 'yes' && !decisions.isLightChoice(plain)))) {
    return 'certain';
  }
  if (agreed && decisions.isAgreedChoice(plain)) return 'certain';
  if ((agreed || reply?.accepts === true) && decisions.sumsUp(said, plain)) return 'certain';
  if (agreed && decisions.isProposal(plain)) return 'certain';
  return chooses ? 'possible' : null;
}

/** The text with straight apostrophes. */
function straight(text: string): string {
  return text.replaceAll('’', "'");
}
