import type { Clause } from './clauses.ts';
import { noLonger } from './english/no-longer.ts';
import type { FactPattern, FoundParts } from './pattern.ts';
import type { Talk } from './talk.ts';

const PRONOUN = /^(?:it|that|this|them|those|these|das|es|ça|cela|lo|eso)$/iu;

/** "Do it", "take care of that", "sort it out until Wednesday". */
const WORK_ON_PRONOUN =
  /^(?<verb>\p{L}+(?: care of| on| after| for| about)?) (?:it|that|this|them|those)(?: (?:out|up|off|over|back))?(?![\p{L}])/iu;

/** "Call her", "l'appelle", "rufe ihn an". */
const WORK_ON_PERSON =
  /^\p{L}+ (?:him|her|ihn|sie|ihm|ihr|es|das)(?![\p{L}])|^(?:appelle|envoie|fais|réserve|prépare|imprime|commande|mando|envío|llamo|hago|reservo|compro|mach|mache|erledige|bestelle|schicke)(?: \p{L}+)?$/iu;

/** Verbs that say only that something is done. */
const ANY_VERB = /^(?:do|did|done|handle|take|sort|manage|make|get|finish|complete|tackle)/iu;

/** "About the report I won't be able …": what a clause says beforehand that it is about. */
const TOPIC =
  /^(?:about|regarding|concerning|as for) (?:the |our |my )?(?<topic>(?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+),? (?=(?:i|we)(?:['’]\p{L}+)? )/iu;

/** A noun phrase with an article. */
const NOUN_PHRASE =
  /(?<![\p{L}])(?:the|our|my|this) (?<topic>(?:[\p{L}'’-]+ ){0,2}?[\p{L}'’-]+)(?= (?:to|for|on|from|is|are|was|were|with|by|at|in|will|needs?|has|have)(?![\p{L}])|[,.;:!?]|$)/iu;

/** A clause without the words that say beforehand what it is about. */
export function withoutTopic(text: string): string {
  return text.replace(TOPIC, '');
}

/** The parts of a clause with the words that a pronoun in them stands for. */
export function withoutPronoun(
  parts: FoundParts,
  clause: Clause,
  { type, status }: FactPattern,
  talk: Talk,
): FoundParts {
  if (PRONOUN.test(parts.what)) {
    const event = type === 'milestone' ? noLonger(clause.previous) : null;
    const said = event ?? talk.latest(clause.line, type)?.label ?? thingBefore(clause, type);
    return { ...parts, what: said ?? parts.what };
  }
  if (type === 'commitment' && status === 'open' && isAnswered(parts, clause, talk)) {
    return { ...parts, what: '' };
  }
  const work = type === 'commitment' && WORK_ON_PRONOUN.exec(parts.what);
  if (!work) return parts;
  const object = objectOf(clause, work.groups?.['verb'] ?? '', status, talk);
  if (object !== null) return { ...parts, what: object };
  return status === 'kept' ? { ...parts, what: '' } : parts;
}

/** The thing that was named before, which somebody takes over. */
function thingBefore({ previous }: Clause, type: string): string | null {
  return type === 'commitment'
    ? (NOUN_PHRASE.exec(previous.trimEnd())?.groups?.['topic'] ?? null)
    : null;
}

/** Who takes on what they were asked for names no more work by "I'll call her". */
function isAnswered({ what }: FoundParts, { line }: Clause, talk: Talk): boolean {
  return talk.isAnswer(line) && (WORK_ON_PRONOUN.test(what) || WORK_ON_PERSON.test(what));
}

/** What is to be done, by the promise before it or by what was named before it. */
function objectOf(clause: Clause, verb: string, status: string | null, talk: Talk): string | null {
  const topic = TOPIC.exec(clause.text) ?? NOUN_PHRASE.exec(clause.previous);
  const named = topic?.groups?.['topic'];
  const promised = promiseBefore(clause, status, talk);
  if (promised && (named === undefined || promised.line === clause.line)) {
    if (ANY_VERB.test(verb)) return promised.label;
    return `${verb} ${promised.label.replace(/^\p{L}+ (?=\p{L}+ )/u, '')}`;
  }
  if (named === undefined) return null;
  return ANY_VERB.test(verb) ? named : `${verb} ${named}`;
}

/** The promise that is talked of: of somebody else only when it is taken over or has been kept. */
function promiseBefore({ line, source }: Clause, status: string | null, talk: Talk) {
  const promised = talk.latest(line, 'commitment');
  return status === 'open' && promised?.who !== source.speaker ? null : promised;
}
