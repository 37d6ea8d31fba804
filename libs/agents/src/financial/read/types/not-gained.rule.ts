import { wordTest } from '../../../text/standing/word-test.ts';

/** Why money that was spoken of as income is none. */
export type NotGained = 'rejected' | 'lent';

const isRefused = wordTest(
  'reject(?:ed|s)|withdr(?:ew|aws?|awn)|turned down|turned us down|declined|denied|refused|revoked|cancell?ed|pulled (?:out|back)|backed out|fell through|took back',
  'abgelehnt|zurückgezogen|gestrichen|abgesagt|verweigert|widerrufen',
  'rejetée?s?|refusée?s?|retirée?s?|annulée?s?',
  'rechazad[oa]s?|rechazó|retiró|retirad[oa]s?|denegad[oa]s?|canceló|cancelad[oa]s?',
);
const isLoan = wordTest(
  'lent|lend|lends|lending us|loan(?:ed|s)?|borrow(?:ed|ing)?|advanced us',
  'geliehen|leiht|leihen|kredite?|darlehen',
  'prêtée?s?|prête|prêt|emprunté|empruntons',
  'prestó|prestaron|prestado|préstamo',
);

/** "Refunded us 156 for the cancelled tickets": what was cancelled is not the money. */
const comesBack = wordTest(
  'refund(?:ed|s)?|reimbursed?|(?:paid|pay|gave|sent) (?:us |me )?back|(?:got|gave|have|sent) (?:us )?[^,;.]{1,40} back',
  'erstattet|zurückgezahlt|zurückbekommen|zurücküberwiesen',
  'remboursée?s?|rembourse|rendu',
  'devuelto|devolvió|devolvieron|reembols(?:ó|ado|aron)',
);

/**
 * Why the income of a clause is none: it was refused, withdrawn or cancelled, or it is a loan, which
 * has to be paid back; `null` where nothing says so.
 */
export function notGainedIn(clause: string): NotGained | null {
  if (isRefused(clause) && !comesBack(clause)) return 'rejected';
  return isLoan(clause) ? 'lent' : null;
}
