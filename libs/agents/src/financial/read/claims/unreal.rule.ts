import { wordTest } from '../../../text/standing/word-test.ts';
import { mayBeNoMoney } from './not-of-project.rule.ts';
import { type Cue, cuesIn } from '../types/cues.ts';
import { notGainedIn } from '../types/not-gained.rule.ts';

/** Something that did not happen, or does not any more, said without "not". */
const isUnreal = wordTest(
  '(?:almost|nearly) (?:paid|spent|bought|ordered|booked|lost|signed|wasted|took|got)',
  '(?:dreamed|dreamt) (?:that|of|about|we|i)|(?:had|in) (?:a|my|the) dream|wanted to|(?:was|were|is|are) (?:supposed|meant) to|(?:was|were) going to',
  'refus(?:e|es|ed|ing) to|stop(?:s|ped)? (?:paying|spending|buying)|no longer (?:pay|spend|buy)|pretend(?:ed)?|forgot to|failed to',
  'geträumt|träumte|(?:wir|ich) (?:wollen|will|möchten?)|wollten?|beinahe|hätten? fast|weiger(?:n|t|te|ten)|(?:habe|haben) aufgehört|nicht mehr',
  '(?:ai|a|avons|ont) failli|rêvé|(?:voulions|voulait|voulais)|refus(?:e|ons|ent|é) de|(?:avons|a|ai) arrêté de',
  'casi (?:pagamos|gastamos|compramos|pagué|gasté)|soñé|soñamos|queríamos|quería|nos negamos a|dejamos de|iba(?:mos|n)? a',
);

/** "Apple earned 3 billion dollars": somebody else, as far as the sentence says. */
const OTHERS_EARN =
  /^\s*(?:the |die |der )?\p{Lu}[\p{L}&.-]{1,30}(?: \p{Lu}[\p{L}&.-]{1,30}){0,2} (?:has |have |had )?(?:earn(?:ed|s)|made|makes|verdient|verdiente|gagn(?:e|é)|ganó)(?!\p{L})/u;
const FOR_US = wordTest('us|we|our|for the project|uns|unser(?:e|en)?|nous|notre|nos|nuestr[oa]');

/** A price that others pay us, not what the project pays. */
const ADMISSION =
  /^\s*(?:the |die |der |les |las |los |our |unsere )?(?:(?:concert|entry|entrance|day|festival|early|adult|child|online) )?(?:tickets?|admission|entry|entrance|karten?|eintritt|eintrittskarten?|billets?|entradas?) (?:will )?(?:costs?|is|are|kosten|kostet|coûtent|coûte|cuestan?)(?!\p{L})/iu;

/** "The board rejected the 900 for the stage": neither spent nor ordered. */
const isTurnedDown = wordTest(
  'reject(?:ed|s)|turned down|declined|revoked|withdrawn',
  'abgelehnt|verweigert|rejetée?s?|refusée?s?|rechazad[oa]s?|rechazó|denegad[oa]s?',
);

/** A longer sentence has no marks, and only the clause counts. */
const LONG = 220;

/** "The internet was 30 a month last year": it may not be paid any more. */
function isOver(clause: string): boolean {
  return WAS.test(clause) && isOfThePast(clause) && !cuesIn(clause).some(isOrder);
}

const WAS =
  /(?<!\p{L})(?:was|were|used to|war|waren|kostete|était|étaient|coûtait|era|eran|costaba)(?!\p{L})/iu;
const isOfThePast = wordTest(
  'last (?:year|season|summer|winter|autumn|spring)|used to|previously|in the past',
  'letztes jahr|letzten (?:sommer|winter)|letzte saison|früher|vorher',
  "l['’]an(?:née)? dernière?|l['’]an passé|avant|autrefois|el año pasado|antes",
);

function isOrder({ kind }: Cue): boolean {
  return kind === 'commitment';
}

/** Where an amount stands, and what it was taken for. */
interface UnrealPlace {
  readonly clause: string;
  readonly sentence: string;
  readonly type: string;
}

/** Whether an amount may not be money that the project got or spent: it is held then. */
export function mayBeUnreal({ clause, sentence, type }: UnrealPlace): boolean {
  if (isUnreal(clause) || mayBeNoMoney(sentence.length > LONG ? clause : sentence, type))
    return true;
  if (type === 'income') return ADMISSION.test(clause) || isNotGained(clause, sentence);
  if (type === 'commitment') return isOver(clause);
  return type === 'expense' && (ADMISSION.test(clause) || isTurnedDown(clause));
}

function isNotGained(clause: string, sentence: string): boolean {
  if (notGainedIn(clause) !== null) return true;
  return OTHERS_EARN.test(clause) && !FOR_US(sentence);
}
