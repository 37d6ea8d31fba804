import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';

/** Who has an event that is not the project's. */
const OTHERS =
  "(?:their|his|her|another|some other|a different|the other|someone else['’]s|somebody else['’]s|(?:the |our |a |one of (?:the|our) )?(?:competitors?|competition|rivals?|neighbou?rs?)(?:['’]s|['’])?|leurs?|ihre?|deren|su|sus)";
const OF_OTHERS = new RegExp(`^${OTHERS}(?![\\p{L}])`, 'iu');

/** Where things are that belong to others. */
const ELSEWHERE =
  /(?<![\p{L}])(?:next door|across the (?:street|road|river|square|border|yard)|down the (?:street|road|hall)|on the other side|over the road|in the next (?:town|village|street)|of (?:the|our) (?:competitors?|competition|rivals?|neighbou?rs?)|nebenan|gegenüber|d['’]en face|d['’]à côté|de enfrente|de al lado)(?![\p{L}])/iu;

/** "The Bergen fair", "Google's launch": of a place or of somebody, who may be one of us. */
const OF_NAME =
  /^(?:[Tt]he )?(?!(?:[Tt]he|[Oo]ur|[Ss]ummer|Winter|Spring|Autumn|Easter|Christmas|Halloween|New|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\p{L}]))(?:\p{Lu}[\p{L}-]+ ){0,2}\p{Lu}[\p{L}-]+(?:['’]s (?!(?:the|a|on|in|at|planned|scheduled|due|now|been|going|not|moved|out|live|done)(?![\p{L}]))\p{L}| (?:\p{Ll}+ )?(?:[Ff]estival|[Ff]air|[Cc]onference|[Ee]xpo|[Cc]ongress|[Mm]arathon|[Bb]iennale|[Tt]rade [Ff]air|[Cc]arnival)(?![\p{L}]))/u;

/** "My sister's wedding". */
const OF_FAMILY =
  /^my (?:\p{L}+ )?(?:sister|brother|mother|father|mum|mom|dad|cousin|aunt|uncle|friend|neighbou?r|son|daughter|niece|nephew|boss|wife|husband|partner|kid|colleague)(?:s?['’]s?)(?![\p{L}])/iu;

const THEY = /^(?:they|ils|elles|ellos|ellas)(?![\p{L}])/iu;

/** Whether a clause speaks of something of others: certainly, perhaps, or not. */
export function isOfOthers({ text, previous }: Clause): boolean | 'perhaps' {
  if (OF_OTHERS.test(text) || ELSEWHERE.test(text) || OF_FAMILY.test(text)) return true;
  if (THEY.test(text)) return ELSEWHERE.test(previous) || OF_OTHERS.test(previous) || 'perhaps';
  return OF_NAME.test(text) && 'perhaps';
}

/** A milestone, unless it is one of others; only possible when it may be. */
export function ownMilestone(clause: Clause, milestone: FactDraft | null): FactDraft | null {
  if (milestone?.type !== 'milestone') return milestone;
  const others = isOfOthers(clause);
  if (others === true) return null;
  const isNew = milestone.status === 'planned' || milestone.status === 'reached';
  return others === 'perhaps' && isNew ? { ...milestone, certainty: 'possible' } : milestone;
}
