import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { ADVERBS, atStart, type FactPattern, type FoundParts } from '../pattern.ts';

/** From whom, and why: no part of the work. */
const FROM = '(?: (?:from|instead of|for) (?:me|you|him|her|them|\\p{L}+)(?![\\p{L}]).*)?$';
const TAKE = '(?:take|takes|taking|taken|took)';
const I = "i(?:['’]?ll| will| can|['’]m| am|['’]ve| have)? (?:going to |happy to )?";
const NAME = "(?<who>\\p{L}+)(?: is| has| will|[’']ll|[’']s)? (?:going to )?";

/** "Take over the company" is no work of a project. */
const NOT_WORK =
  /^(?:the |a |this |that |our )?(?:compan(?:y|ies)|business|firm|world|country|lease|market|job of the)(?![\p{L}])/iu;
const isWork = ({ what }: FoundParts) => !NOT_WORK.test(what);
const isOfPerson = (parts: FoundParts, { text }: Clause) =>
  isWork(parts) && isName(parts.who, text) && /^\p{Lu}/u.test(parts.who);

/** The ways to say that work goes from one person to another one, after who takes it. */
const WAYS: readonly string[] = [
  `${ADVERBS}${TAKE} over (?<what>.+?)${FROM}`,
  `${ADVERBS}${TAKE} (?<what>.+?) over${FROM}`,
  `${ADVERBS}${TAKE} (?<what>.+?) off (?:(?:your|my|our|his|her|their|\\p{L}+['’]s?) (?:plate|hands)|(?:you|him|her|them)(?![\\p{L}])).*$`,
];

/** "I'll take the flyers from Tom": without "over", only things of a person. */
const FROM_PERSON: FactPattern = {
  ...{ type: 'commitment', status: 'taken over', of: 'speaker' },
  pattern: atStart(`${I}${TAKE} (?<what>the .+?) from (?<who>\\p{L}+)$`),
  accepts: ({ who }, { source }) => isName(who, source.text) && /^\p{Lu}/u.test(who),
};

/** "Ben's handing the rota over to me". */
const HANDED_OVER: FactPattern = {
  ...{ type: 'commitment', status: 'taken over', of: 'speaker' },
  pattern: atStart(
    "\\p{L}+(?:['’]s| is| has)? (?:just )?(?:(?:handing|handed|hands|passing|passed|passes) (?<what>.+?) (?:over|on)) to me(?![\\p{L}])",
  ),
};

/** "I'm taking over the notes from her", "Tom takes the lights over". */
export const TAKE_OVER: readonly FactPattern[] = [
  FROM_PERSON,
  HANDED_OVER,
  ...WAYS.map((way): FactPattern => ({
    ...{ type: 'commitment', status: 'taken over', of: 'speaker', accepts: isWork },
    pattern: atStart(`(?:${I}|let me )${way}`),
  })),
  ...WAYS.map((way): FactPattern => ({
    ...{ type: 'commitment', status: 'taken over', of: 'name', accepts: isOfPerson },
    pattern: atStart(NAME + way),
  })),
];
