import { wordTest } from '../../../text/standing/word-test.ts';
import { isStillOpen, isToCome } from './settled-after.rule.ts';
import { isPaidInPart } from '../amounts/part-payment.rule.ts';
import { notGainedIn } from './not-gained.rule.ts';

const isOverdue = wordTest('overdue|past due|late|überfällig|en retard|vencid[oa]');
const isPaid = wordTest(
  'paid|settled|paying off|transferred|bezahlt|beglichen|überwiesen|payée?s?|réglée?s?|pagad[oa]s?|pagamos|pagué|pagó',
);
const isUnpaid = wordTest(
  "unpaid|to be paid|(?:is|are|was|were)n['’]t|not (?:yet )?(?:been )?paid|haven['’]t|hasn['’]t|have not|has not|didn['’]t|did not|yet to|still|will be paid|must be paid|nicht|noch|unbezahlt|pas|impayée?|no|sin pagar|due|muss|müssen|soll(?:en|te|ten)?|wird|werden|doit|doivent|devra|devront|sera|seront|debe|deben|tiene que|tienen que|hay que",
);
const isComing = wordTest(
  "(?:is|are|['’]s|['’]re) (?:now |also )?(?:paying|giving|sending|transferring) us",
  "(?:money|it|that|geld|das|es) (?:comes|kommt)(?! from| vom?(?!\\p{L}))|\\p{L}{1,20}['’]s (?:paying|giving|sending) us",
  'va a (?:dar|pagar|ingresar)nos|nos (?:va|van) a',
  "\\p{L}{1,8}['’]ll|(?:has |have )?(?:committed|pledged|agreed) to|starting (?:in |next |from )?\\p{L}+",
  'will|expect(?:ed|s)?|going to|should|promised|hope|pending|next|erwarten|wird|werden|va|allons|attendons|vamos a|esperamos|owes?|to come|awaiting|muss|müssen|soll|sollte|doit|doivent|debe|deben|has to|have to|must|waiting for|erwartet|kommt noch|recevrons|attendu|recibiremos|esperad[oa]|appl(?:y|ied|ication|ications)',
);
/** Income that was decided but has not arrived. */
const isGranted = wordTest(
  'approved|grants? us|granted|awarded|pledged|bewilligt|genehmigt|zugesagt|approuvée?|accordée?|accordent?|aprobad[oa]|concedid[oa]',
);
const hasArrived = wordTest(
  'received|arrived|paid out|came in|landed|got|eingegangen|erhalten|bekommen|ausgezahlt|reçue?s?|versée?|recibid[oa]|recibimos|llegó',
);
const isAccepted = wordTest(
  'accept(?:ed)?|approved|took the|went with|angenommen|accepté|aceptamos|aceptado',
);
const isDeclined = wordTest(
  'declined|rejected|turned down|refused|abgelehnt|refusé|rechazamos|rechazado',
);
const isCancelled = wordTest(
  'cancel(?:l?ed)?|called off|storniert|abgesagt|gekündigt|annulé|cancelad[oa]',
);

/** Where a fact is stated. */
interface StatusPlace {
  readonly sentence: string;
  readonly clause: string;
  /** Whether its date lies after the day on which it was said. */
  readonly isAhead: boolean;
}

/** What has become of a fact, by the words of its sentence. */
export function statusOf(type: string, { sentence, clause, isAhead }: StatusPlace): string | null {
  switch (type) {
    case 'invoice':
      if (isCancelled(sentence)) return 'cancelled';
      if (isOverdue(sentence)) return 'overdue';
      if (isStillOpen(clause) || isPaidInPart(sentence)) return 'due';
      return isPaid(sentence) && !isUnpaid(sentence) ? 'paid' : 'due';
    case 'income':
      return notGainedIn(clause) ?? statusOfIncome(sentence, isAhead || isToCome(clause));
    case 'quote':
      return isAccepted(sentence) ? 'accepted' : isDeclined(sentence) ? 'declined' : null;
    case 'commitment':
      return isCancelled(sentence) ? 'cancelled' : null;
    default:
      return null;
  }
}

function statusOfIncome(sentence: string, isAhead: boolean): string {
  if (isGranted(sentence) && !hasArrived(sentence)) return 'expected';
  return isComing(sentence) || isAhead ? 'expected' : 'received';
}
