import type { TextSpan } from './sentences.ts';
import { splitClauses } from './split-clauses.ts';
import { isConditional, type Standing, standingOf } from './standing.ts';

/** A clause of a sentence, with how it states what it says. */
export interface StandingClause extends TextSpan {
  readonly standing: Standing;
}

/** "See if he can come" is no condition. */
const INDIRECT =
  /(?<![\p{L}])(see|ask|asks|check|know|find out|wonder|decide|test|verify) if(?![\p{L}])/giu;

/** "Like he said he would" supposes nothing. */
const AS_SAID =
  /(?<![\p{L}])(?:as|like) (?:i|we|he|she|they|you) (?:had )?(?:said|promised) (?:that )?(?:i|we|he|she|they|you) would(?![\p{L}])/giu;

/** "If you like" is polite and supposes nothing for the rest of the sentence. */
const POLITE =
  /(?<![\p{L}])(?:if (?:you|anyone|anybody) (?:want|like|need|wish|prefer|don['’]t mind|ask)|if (?:that|this|it)(?:['’]s| is) (?:ok|okay|fine|all right)|if (?:possible|necessary|needed)|wenn (?:du|ihr) (?:willst|magst|möchtest|wollt)|si tu veux|si vous voulez|si quieres)(?![\p{L}])/giu;

/** "On the 12th, not the 5th" states the 12th. */
const CONTRAST = /, (?:and )?not [^,]{1,40}$/iu;
/** "I'll book it, okay?" announces. */
const TAG = /,? (?:ok|okay|alright|all right)\s*\?$/iu;

/** Where a sentence turns to something else: what was supposed before no longer holds. */
const TURNS =
  /^\W*(?:but|however|anyway|anyhow|still|either way|in any case|regardless|meanwhile|aber|trotzdem|jedenfalls|mais|pero)(?![\p{L}])/iu;
/** Who says "I'll" after "it would be nice" means it. */
const ANNOUNCES =
  /^(?:(?:and|so|then|anyway|und|et|y|,)\s*)*(?:i['’]?ll|i will|i am going to|i['’]m going to|ich (?:werde|mache|bestelle|schicke|übernehme)|je vais|voy a)(?![\p{L}])/iu;
/** A clause that only doubts the one before it: "on the 5th, I think". */
const ONLY_DOUBT =
  /^\W*(?:(?:or )?(?:so )?(?:i|we) (?:think|guess|believe|suppose|reckon|assume)|i['’]?m not (?:\p{L}+ )?sure|not sure|i don['’]?t (?:\p{L}+ )?know|(?:but )?(?:i |we )?(?:can['’]?t|cannot|won['’]t) (?:promise|guarantee)(?: \p{L}+){0,3}|(?:but )?no (?:promises|guarantees?)|maybe|perhaps|probably|if i remember(?: correctly| right)?|glaube ich|denke ich|ich (?:glaube|denke)|je (?:crois|pense)|creo|supongo)\W*$/iu;
/** Who hesitates after "and then" doubts what comes, not what was said. */
const ENDS_OPEN = /(?<![\p{L}])(?:and|then|so|but|und|dann|et|y)\W*$/iu;
/** A question that asks somebody, or for one thing: the clauses before it are none. */
const ASKS =
  /^¿|^(?:(?:and|so|but|then|or|und|aber|et|mais|y|pero)\s+)*(?:\p{L}+,? )?(?:can|could|would|will|do|does|did|is|are|was|were|has|have|had|should|shall|may|what|when|where|who|why|how|which|any|anything|toi,|tu|vous|du|ihr|tú,|kannst|könntest|könnt|hast|habt|was|wann|wer|wie|wo|peux|pouvez|qui|quand|puedes|podéis|quién|cuándo)(?![\p{L}])/iu;

/** A clause with what it does to its neighbours. */
interface Part extends TextSpan {
  readonly standing: Standing;
  /** Of clauses between two turns, which have the same number. */
  readonly group: number;
  readonly isCondition: boolean;
  /** Whether it doubts the clause before it, and nothing else. */
  readonly isAfterthought: boolean;
}

/**
 * The clauses of a sentence and how each states what it says. A condition holds for its
 * neighbours, a doubt for what follows, and both up to a "but"; a question holds for its own clause.
 * @param sentence of a few hundred characters at most, as sentences are
 */
export function standingClauses(sentence: string): readonly StandingClause[] {
  const parts = partsOf(sentence);
  const isAsked = isQuestionOfAll(parts);
  return parts.map((part, at) => {
    const { text, start, end, standing } = part;
    const inGroup = (affects: (other: Part, by: number) => boolean) =>
      parts.some((other, index) => other.group === part.group && affects(other, index - at));
    const hypothetical = inGroup((other, by) =>
      by === 0 ? standing.hypothetical : supposes(other, part, by),
    );
    const unsure = inGroup((other, by) => (by === 0 ? standing.unsure : doubts(other, by)));
    const question = standing.question || isAsked;
    return { text, start, end, standing: { ...standing, hypothetical, unsure, question } };
  });
}

function partsOf(sentence: string): readonly Part[] {
  let group = 0;
  const spans = splitClauses(sentence);
  return spans.map((span, at) => {
    const { text, start } = span;
    const before = spans[at - 1];
    const gap = sentence.slice(before?.end ?? start, start);
    const turns = TURNS.test(text) || TURNS.test(gap) || gap.includes(';');
    if (before && turns && !ONLY_DOUBT.test(text)) group++;
    return {
      ...span,
      group,
      standing: standingOf(plain(text).replace(CONTRAST, '')),
      isCondition: isConditional(plain(text).replace(POLITE, ' ')),
      isAfterthought: ONLY_DOUBT.test(text) && before !== undefined && !ENDS_OPEN.test(before.text),
    };
  });
}

function plain(text: string): string {
  return text.replace(INDIRECT, '$1 whether').replace(AS_SAID, ' ').replace(TAG, '.');
}

/**
 * Whether a clause makes another one of its group a supposition.
 * @param by how many clauses it stands after that one; negative when it stands before it
 */
function supposes({ standing, isCondition }: Part, { text }: Part, by: number): boolean {
  if (!standing.hypothetical) return false;
  return isCondition || (by < 0 && !standing.question && !ANNOUNCES.test(text));
}

/** Whether a clause doubts another one of its group, after which it stands by so many clauses. */
function doubts({ standing, isAfterthought }: Part, by: number): boolean {
  return standing.unsure && (isAfterthought ? by === 1 : by < 0);
}

/** "We ship on Friday and the demo is on Monday?" asks for both. */
function isQuestionOfAll(parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  return parts.length > 1 && last?.standing.question === true && !ASKS.test(last.text);
}
