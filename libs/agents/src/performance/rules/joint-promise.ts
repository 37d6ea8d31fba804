import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { withoutFillers } from './fillers.ts';
import { isName } from './names.ts';

const AND = '(?:and|und|et|y)';
const NAMES = '\\p{L}+(?:, \\p{L}+){0,4}';

/** What stands before "Eva will": one name and "and", or several with commas. */
const NAMES_BEFORE = new RegExp(`^(?<names>${NAMES})(?:(?<=, \\p{L}{1,40}),)? ${AND} $`, 'u');
/** "Tom and I will", "Tom and Eva are going to": names in the clause itself. */
const NAMES_FIRST = new RegExp(`^(?<names>${NAMES}),? ${AND} \\p{L}+ (?!${AND} )`, 'u');

/** "I and Tom will": the speaker is one of them. */
const SPEAKER = /^(?:i|me|ich|je|yo)$/iu;
/** Words before a comma that call nobody. */
const GREETINGS = new Set(
  'hello hi hey dear morning thanks thank welcome hallo bonjour hola'.split(' '),
);

const MOST_CHARACTERS = 100;

/**
 * The promises of the others, when several people are named who promise: "Tom and Eva will paint the
 * doors" is one of each. Who promises for themselves and for another one may not have asked: that of
 * the other is only possible.
 */
export function jointlyPromised(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  if (fact.type !== 'commitment' || fact.status !== 'open' || fact.who === null) return [];
  const { speaker } = clause.source;
  const certainty = fact.who === speaker ? 'possible' : fact.certainty;
  return namesIn(clause)
    .map((name) => (SPEAKER.test(name) ? speaker : name))
    .filter((name) => name !== null && name.toLowerCase() !== fact.who?.toLowerCase())
    .map((who) => ({ ...fact, who, certainty }));
}

function namesIn({ text, previous, start, source }: Clause): readonly string[] {
  const joined = source.text.slice(Math.max(0, start - MOST_CHARACTERS), start);
  const before = withoutFillers(joined.slice(Math.max(0, joined.lastIndexOf(previous))));
  const found = NAMES_FIRST.exec(text) ?? NAMES_BEFORE.exec(`${before.text.trimEnd()} `);
  return (found?.groups?.['names'] ?? '').split(', ').filter((name) => isPerson(name, source.text));
}

function isPerson(name: string, text: string): boolean {
  if (name === '' || GREETINGS.has(name.toLowerCase())) return false;
  return SPEAKER.test(name) || isName(name, text);
}
