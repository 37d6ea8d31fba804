import { nounPhrase } from './noun-phrase.ts';

/** "Travel is 15 percent": what has the share. */
const HAS =
  /(?:^|[,:;–—]\s|(?<!\p{L})(?:and|but|so|that|dass|que|und|et|y)\s)\s*((?:the |our |die |der |das |la |le |les |el |los )?\p{L}[\p{L}\s-]{1,40}?)\s(?:is|are|was|makes? up|takes?(?: up)?|gets?|ist|sind|macht|bekommt|est|sont|représente|prend|es|son|supone|representa)\s(?:about |around |roughly |rund |etwa |environ )?$/iu;
/** "20 percent of the budget goes to advertising": where it goes. */
const GOES =
  /^[^.;!?]{0,40}?(?<!\p{L})(?:goes|go|went|is|are|gehen|geht|ging|fließen|fließt|va|vont|van|fue)\s(?:directly |straight )?(?:to|into|on|for|towards|in|für|an|à|au|aux|dans|pour|en|a|al|para)\s([^,;.!?]{2,40})/iu;

/** What a share of the budget is for, or what is over or under it; `''` when the sentence does not say so in one of these ways. */
export function shareSubject(before: string, after: string): string {
  return nounPhrase(HAS.exec(before)?.[1] ?? GOES.exec(after)?.[1] ?? '');
}
