import { wordTest } from '../../../text/standing/word-test.ts';

/** A number in its clause. */
interface NumberPlace {
  readonly before: string;
  /** The number as it stands in the text. */
  readonly stated: string;
  readonly after: string;
}

/** "1430", "930", "9", and not "2,500" */
const CLOCK = /^(?:[01]?\d|2[0-4])(?:[:.h]?[0-5]\d)?$/;
const CLOCK_RANGE =
  /^(?:from |between |von |zwischen |de |entre )?([01]?\d|2[0-4])(?: (?:to|until|till|and|bis|und|à|et|a|hasta|y) |\s?[-–—]\s?)((?:[01]?\d|2[0-4])[0-5]\d)$/iu;
/** A price stands after "at" with these verbs. */
const AT_PRICE =
  /(?<!\p{L})(?:quoted|priced|valued|estimated|capped|set|sold|offered|stands?|starts?|com(?:es|ing)|came|liegt|lag|fixed|put|costs?)(?: \p{L}+){0,2}? (?:in |out |back )?at\s*$/iu;
const AT_TIME =
  /(?<!\p{L})(?:at|until|till|by|since|before|after|around|um|bis|gegen|ab|à|vers|a las|hasta las)\s*$/iu;
const IS_TIME =
  /(?<!\p{L})(?:visit|call(?:ed)?|meet(?:ing|s)?|met|run|leave|left|start(?:s|ed)?|open(?:s|ed)?|close[sd]?|arrive[sd]?|show|stage|doors?|phone|office|appointment|train|rehearsal|attention|hours?|time|today|tomorrow|yesterday|besuch|termin|treffen|visite|rendez-vous|visita|cita)(?!\p{L})/iu;

const LAST_HOUR = 24;

/** Whether a number is a time of the day: "We paid them a visit at 1430". */
export function isClock({ before, stated }: NumberPlace, number: number): boolean {
  const text = stated.trim();
  if (isClockRange(text)) return true;
  const isHour = number <= LAST_HOUR && /^(?:\d|\p{L})+$/u.test(text);
  if (!isHour && !CLOCK.test(text)) return false;
  if (!AT_TIME.test(before) || AT_PRICE.test(before)) return false;
  return isHour || text.length === 4 || IS_TIME.test(before);
}

/** "The invoice number is 4471" */
const NAMED_BY =
  /(?<!\p{L})(?:number|no\.|nr\.?|nummer|numéro|número|reference|ref\.?|code|pin|extension|account|iban|postcode|zip|día|tag|jour)\s(?:(?:is|was|ist|est|es|of) )?$/iu;

/** "Capacity is 450", "she turned 50": measures of something else. */
const MEASURED =
  /(?<!\p{L})(?:capacity|attendance|headcount|turnout|temperature|population|circulation|number of \p{L}+|turned|turns|aged|kapazität|teilnehmerzahl|auflage|capacité|affluence|aforo|asistencia)\s(?:(?:is|was|of|are|were|ist|war|est|était|es|fue) (?:about |around )?)?$/iu;

/** Whether a number only names or measures something. */
export function isReference({ before, stated }: NumberPlace): boolean {
  return MEASURED.test(before) || (/^\d+$/.test(stated.trim()) && NAMED_BY.test(before));
}

/** "from 9 to 1430" as money would be a range of a hundredfold. */
function isClockRange(stated: string): boolean {
  const [, from, to] = CLOCK_RANGE.exec(stated) ?? [];
  return from !== undefined && to !== undefined && Number(to) >= 100 * Number(from);
}

/** "ni un euro más", "keinen Euro mehr": it only stresses the amount before. */
const NOT_ONE_MORE =
  /(?<!\p{L})(?:ni|not|pas|kein|keinen|and not)\s+(?:a|an|one|un|une|uno|ein|einen)?\s*(?:single )?$/iu;
const ONE =
  /^(?:a|an|one|un|une|uno|ein|einen)?\s?(?:single )?(?:euros?|cents?|dollars?|pounds?|penny|pence|centimes?|céntimos?)$/iu;

/** Whether an amount is only the one of "not one euro more". */
export function isOnlyStress({ before, stated }: NumberPlace): boolean {
  return ONE.test(stated.trim()) && NOT_ONE_MORE.test(before);
}

/** "About 150 turned up" */
const PEOPLE_AFTER =
  /^\s*(?:of (?:them|us|you)|(?:have |had |has |already )?(?:turned up|showed up|signed up|registered|replied|attended|said (?:yes|no)|are coming|will come|stayed|rsvp)|people|guests|kamen|sind gekommen|haben zugesagt|sont venus|vinieron)(?!\p{L})/iu;

/** Whether a plain number counts people by what they do. */
export function isOfPeople({ after }: NumberPlace): boolean {
  return PEOPLE_AFTER.test(after);
}

/** "We ordered 200": how much or how many */
const PIECES_BEFORE =
  /(?<!\p{L})(?:ordered|reserved|booked|printed|bestellt|gedruckt|commandé|imprimé|pedido|pedimos)\s(?:about |another |around )?$/iu;

/** Whether a plain number may count what was ordered. */
export function mayBePieces({ before, stated }: NumberPlace): boolean {
  return PIECES_BEFORE.test(before) && !/[.,]\d\d$/.test(stated);
}

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
