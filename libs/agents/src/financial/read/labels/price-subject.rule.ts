import { nounPhrase } from './noun-phrase.ts';

const COSTS =
  /^\s*(?:so |and |also |then |und |et |y )?(?:the |our |that |die |der |das |unsere? |le |la |les |l['’]|el |los |las )?(\p{L}[\p{L}\s-]{1,40}?)\s(?:alone |itself |now )?(?:comes to|came to|will come to|runs to|ran to|costs?|kostet|kostete|coûte|a coûté|revient à|cuesta|costó|sale por)\s(?:us |about |around |only |exactly |uns |nous |nos ){0,2}$/iu;

/**
 * "Catering comes to 3,400 for the opening night": what costs, rather than what it is for.
 * @param before the text of the clause before the amount
 */
export function priceSubject(before: string): string {
  const subject = COSTS.exec(before)?.[1] ?? '';
  return /^(?:it|that|this|they|everything|all|we|i|total|sum)(?!\p{L})/iu.test(subject)
    ? ''
    : nounPhrase(subject);
}
