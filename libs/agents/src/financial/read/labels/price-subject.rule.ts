import { nounPhrase } from './noun-phrase.ts';

const COSTS =
  /^\s*(?:so |and |also |then |und |et |y )?(?:(?:ich|wir) (?:schätze|denke|glaube|schätzen|denken|glauben),? (?:dass )?|je (?:pense|crois) que |creo que )?(?:the |our |that |die |der |das |unsere? |le |la |les |l['’]|el |los |las )?(\p{L}[\p{L}\s-]{1,40}?)\s(?:alone |itself |now )?(?:(?<=(?:alone|itself) )(?:was|were|is|are)|comes to|came to|will come to|runs to|ran to|costs?|kostet|kostete|coûte|a coûté|revient à|cuesta|costó|sale por)\s(?:us |about |around |roughly |only |exactly |uns |ungefähr |etwa |rund |circa |ca\. |nous |environ |nos |unos ){0,3}$/iu;

/** "Insurance for the shoot was": what is paid, rather than what it is for. */
const IS_FOR =
  /^\s*(?:so |and |also |then )?(?:the |our )?(\p{L}[\p{L}-]{2,30}(?: \p{L}[\p{L}-]{2,30})?) for (?:the |our |a )?(?:\p{L}[\p{L}-]* ){1,3}(?:was|is|were|are|will be|comes to|came to|costs?)\s(?:about |around |only |exactly )?$/iu;

/** "Service for the MRI": what it is done for says more. */
const WORK =
  /^(?:service|servicing|repairs?|maintenance|support|work|wartung|reparatur|entretien|mantenimiento)(?: for .*)?$/iu;

/**
 * "Catering comes to 3,400 for the opening night": what costs, rather than what it is for.
 * @param before the text of the clause before the amount
 */
export function priceSubject(before: string): string {
  const subject = COSTS.exec(before)?.[1] ?? IS_FOR.exec(before)?.[1] ?? '';
  if (WORK.test(subject)) return '';
  return /^(?:it|that|this|they|everything|all|we|i|total|sum)(?!\p{L})/iu.test(subject)
    ? ''
    : nounPhrase(subject);
}
