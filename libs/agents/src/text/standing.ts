import { isNegated } from './standing/negation.ts';
import { isQuestion } from './standing/question.ts';
import { wordTest } from './standing/word-test.ts';

/** How a sentence states what it says. */
export interface Standing {
  /** "we did not pay", "there is no invoice". */
  readonly negated: boolean;
  /** "if we hired", "would cost", "suppose". */
  readonly hypothetical: boolean;
  /** "did we pay 500?" */
  readonly question: boolean;
  /** "just kidding", "a gazillion". */
  readonly joking: boolean;
  /** "I think", "maybe", "not sure". */
  readonly unsure: boolean;
  /** "actually", "I meant", "make that": it replaces an earlier statement. */
  readonly corrects: boolean;
}

/** Phrases with "if" that only doubt. */
const DOUBTING_IF =
  /(?<!\p{L})(?:all being well|fingers crossed|with (?:a bit of |any )?luck)(?!\p{L})|(?<!\p{L})if (?:(?:all|everything|it all) goes (?:well|to plan|according to plan)|i remember|i recall|i['’]m not mistaken|i['’]m right|memory serves|i understood)(?!\p{L})|wenn ich mich (?:richtig|recht) erinnere|si (?:je me souviens|je ne me trompe|no me equivoco|mal no recuerdo)/giu;

const isHypothetical = wordTest(
  "if|would|wouldn['’]t|could|couldn['’]t|should(?!(?: have|['’]ve) (?:been (?:paid|settled|transferred|wired|refunded)|gone out))|\\p{L}{1,5}['’]d (?:be|cost|have|need|pay|spend|get)",
  "suppose (?:we|you|i|they|the|that|it)|supposing|imagine|assuming|hypothetically|unless|in case|let['’]s say|what if|were to|wish|as if|in theory|worst case|best case|hopefully|proposed|propose|considering|thinking (?:of|about)",
  'wenn|falls|würden?|könnten?|hätten?|wären?|sollten?|angenommen(?=[,:]| (?:dass|wir|ihr|du|er|sie|es|die|der|das|ich|man)(?!\\p{L}))|stell dir vor|theoretisch',
  'si|supposons|imaginons|(?:pour|se|au|coûte|fau|dev|paie|paye|dépense|achète|voud)(?:rait|raient|rions|riez|drait)|au cas où',
  '(?:podr|ser|costar|gastar|pagar|har|tendr|deber|habr|comprar|querr)ía(?:n|mos)?|supongamos|imagina|hubiera(?:n|mos)?|hubiéramos',
);

const isJoking = wordTest(
  "^\\W{0,3}ha(?=[,!])|(?:just |only |i['’]m |totally )?(?:kidding|joking)|joke|while you['’]re at it|and a (?:yacht|pony|unicorn)|lol|lmao|rofl|ha ?ha(?: ?ha)?|hahaha\\p{L}{0,8}|gazillion|bazillion|zillion|gajillion|squillion|yeah,? right|in my dreams|dream on|when pigs fly|sarcas(?:m|tic)",
  'scherz|witz|nur spaß|spaß beiseite|war nur spaß|haha|fantastilliarden?',
  'je plaisante|je rigole|blague|mdr|pour rire',
  'es broma|broma|bromeo|bromeando|jaja(?:ja)?',
);
const LAUGHING = /[😂🤣😜😝😹😉]|(?:^|\s)\/s(?:$|\s)|;-?\)/u;

const isUnsure = wordTest(
  "(?:i|we) (?:\\p{L}{1,8} )?(?:think|thought|believe|guess|suppose|reckon|assume)|maybe|perhaps|possibly|probably|presumably|might|may (?:have|be|cost)|not (?:\\p{L}{1,8} )?sure|unsure|uncertain|apparently|supposedly|allegedly|seems?|rumou?r|or something|don['’]?t (?:\\p{L}{1,8} )?(?:know|remember|quote)|can['’]?t remember|no idea|unconfirmed|not confirmed|wild guess|(?:can['’]?t|cannot|won['’]t|not) (?:promis|guarante)(?:e|ing)|no promises|no guarantees?",
  '(?:kann|will) (?:es |das |aber |noch )*(?:nicht|nichts) versprechen|versprechen kann ich|glaube|vielleicht|wahrscheinlich|vermutlich|möglicherweise|eventuell|evtl|nicht sicher|ich denke|angeblich|wohl|könnte sein|schätze',
  'je ne promets rien|sans (?:rien )?promettre|je crois|je pense|peut-être|probablement|il me semble|pas sûre?|sans doute|on dirait',
  'no (?:lo |te |os )?prometo|sin prometer|creo|quizás?|tal vez|a lo mejor|probablemente|no estoy segur[oa]|me parece|supongo',
);

const isCorrecting = wordTest(
  'actually|that(?:.s| is| was) (?:wrong|incorrect)|i meant|make (?:that|it)|made that|correction|to correct|correct(?:ing)? (?:that|myself|this)|let me correct|scratch that|scrap that|strike that|forget (?:that|what (?:i|we) (?:just )?said)(?=[,.:;–—-])|no,? wait|wait,? no|or rather|my mistake|i was wrong|i misspoke|misspoke|that was wrong|not \\p{L}{1,12},? but|no,? (?:it|that|they)(?:.s|.re| is| was| were| are)|in fact|revised|updated|(?:has|have|had|was|were|is|been|got) (?:now )?(?:changed|increased|raised|cut|reduced|lowered|moved|pushed|postponed|bumped)(?: up| down| back)? to|went up to|came down to|turns out|turned out',
  'eigentlich|ich meinte|korrektur|vielmehr|doch eher|sondern|erhöht|verschoben|quatsch|besser gesagt|tatsächlich|nein,? (?:es|das|wir)|(?:das|es) (?:ist|war) falsch',
  'en fait|je voulais dire|plutôt|finalement|rectification|je me suis trompée?|en réalité|c.est faux',
  'en realidad|quise decir|quería decir|mejor dicho|corrección|más bien|me equivoqué|al final|eso (?:es falso|está mal)',
);

/** Words that correct where a sentence begins with them, or where the right number follows. */
const CORRECTS_THERE =
  /^\W*(?:(?:oh|ah|well|no|and|but|so|ja|nein|non)\W+){0,2}(?:i mean|sorry|wait|rather|entschuldigung|pardon|perdón)(?!\p{L})|(?<!\p{L})(?:i mean|sorry|wait|rather|entschuldigung|pardon|perdón)[,.:]?\s(?:(?:it|that|they|it['’]s|that['’]s|was|is|were|about|es|sind|waren)\s){0,3}[€$£]?\d/iu;

/** "No, the truck was 460": a denial of what was said, with what holds instead. */
const CONTRADICTS =
  /^\W{0,5}(?:(?:oh|ah|well|but|and|aber|mais|pero)\W{1,5})?(?:no|nope|nein|nee|non)[,.:–-]\s+(?:the|our|that|der|die|das|unsere?|la|les?|l['’]|notre|el|los|las|nuestr[oa])(?!\p{L})/iu;

/** "Would" and "could" suppose by themselves; "if" also supposes what stands beside it. */
const MODAL =
  /(?<![\p{L}])(?:would|wouldn['’]t|could|couldn['’]t|should|\p{L}{1,5}['’]d|würden?|könnten?|hätten?|wären?|sollten?|\p{L}{2,8}(?:rait|raient|rions|riez|ía|ían|íamos))(?![\p{L}])/giu;

/** Whether a sentence holds a condition: "if", "unless", "suppose". */
export function isConditional(sentence: string): boolean {
  return isHypothetical(sentence.replace(DOUBTING_IF, ' ').replace(MODAL, ' '));
}

/** "Then it's 2,990 euros, sorry." */
const SORRY_AFTER =
  /^\W{0,3}(?:oh\W{1,3}|ah\W{1,3})?(?:so |then )?(?:it|that|they)(?:['’]s|['’]re| is| was| are| were)\s[^.;!?]{0,40},\s*(?:sorry|my mistake|my bad)\W*$|^\W{0,3}(?:oh\W{1,3}|ah\W{1,3})then (?:it|that|they)(?:['’]s|['’]re| is| are)\s/iu;

/** "No, 1,520." */
const NO_BUT =
  /^\W{0,3}(?:no|nope|nein|nee|non)[,.:–-]\s{0,2}(?:(?:it|that|they)(?:['’]s|['’]re)? |es (?:sind|waren) |c['’]est |son )?[€$£]?\d/iu;

/** How a sentence states what it says; in English, German, French and Spanish. */
export function standingOf(sentence: string): Standing {
  const plain = sentence.replace(DOUBTING_IF, ' ');
  return {
    negated: isNegated(plain),
    hypothetical: isHypothetical(plain),
    question: isQuestion(plain),
    joking: isJoking(plain) || LAUGHING.test(plain),
    unsure: isUnsure(plain) || plain !== sentence,
    corrects:
      isCorrecting(plain) ||
      CORRECTS_THERE.test(plain) ||
      CONTRADICTS.test(plain) ||
      SORRY_AFTER.test(plain) ||
      NO_BUT.test(plain),
  };
}
