import { wordTest } from '../../../text/standing/word-test.ts';

const isHyperbole = wordTest(
  "(?:must|has to|have to|got to) (?:have cost|be worth|have been worth|cost)|the way (?:he|she|they|you|it)|(?:feels?|felt) like|a fortune|an arm and a leg|for all the (?:money|gold|tea) in|(?:would|wouldn[’']t) .{1,20} for a million|like a million (?:dollars|bucks|euros|pounds)|worth a million|(?:i|we)(?:[’']d| would)? bet|bet (?:you|me)|you owe me",
  'ein vermögen|ich wette|wetten|als ob|so wie (?:er|sie)|muss(?:te)? .{1,30} gekostet haben',
  'une fortune|je parie|comme si|a dû coûter|les yeux de la tête',
  'una fortuna|apuesto|como si|debe de haber costado|un ojo de la cara',
);
/** "for my new bike": private, as far as the sentence says. */
const FOR_MYSELF =
  /^\s*my (?:\p{L}+ ){1,3}(?:cost|costs|was|is|set) me(?!\p{L})|(?<!\p{L})(?:for|on)\s(?:my|his|her|your)\s(?:own\s|new\s|old\s|second\s|first\s){0,2}\p{L}+|(?<!\p{L})(?:bought|buy|got|ordered) (?:myself|himself|herself)(?!\p{L})|(?<!\p{L})(?:bought|ordered|got) my (?:own |new )?\p{L}+|für mein(?:e|en)? (?:neue[ns]?|eigene[ns]?) |(?:pour|para) (?:mon|ma|mi) (?:nouveau|nouvelle|nuev[oa]) /iu;

/** Whether an amount may be no money of the project: it is held then. */
export function mayBeNoMoney(clause: string, type: string): boolean {
  return isHyperbole(clause) || (type === 'expense' && FOR_MYSELF.test(clause));
}
