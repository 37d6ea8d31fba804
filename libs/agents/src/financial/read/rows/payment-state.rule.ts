import { wordTest } from '../../../text/standing/word-test.ts';
import type { Cell } from '../../../text/tables/cells.ts';

/** What a row says of its payment; `unclear` for words that are not known. */
export type PaymentState =
  'paid' | 'open' | 'overdue' | 'ordered' | 'planned' | 'cancelled' | 'unclear';

const isStateHeading = wordTest(
  'status|state|decision|decided|outcome|result|entscheidung|entschieden|ergebnis|résultat|resultado|décision|decisión|received|erhalten|eingegangen|reçue?|recibid[oa]|paid|payment|settled|bezahlt|gezahlt|beglichen|zahlung|zahlungsstatus|statut|état|payée?|réglée?|paiement|estado|pagad[oa]|pago',
);
const isPaidHeading = wordTest(
  'paid|settled|received|bezahlt|gezahlt|beglichen|erhalten|eingegangen|payée?s?|réglée?s?|reçue?s?|pagad[oa]s?|recibid[oa]s?',
);
/** "Payment reference", "payment method": what a payment was for or how it was made. */
const isAboutPayment = wordTest(
  'reference|ref|method|type|purpose|details|text|id|number|zweck|art|nummer|référence|mode|motif|referencia|método',
);
const NO = wordTest('no|n|false|nein|non|falsch|faux|not yet|noch nicht|pas encore|aún no|0|✗|✘');
const YES = wordTest('yes|y|true|ja|j|wahr|oui|o|vrai|sí|si|x|1|ok');

/** The first that fits decides: "not paid" is open, and "payment cancelled" is not paid. */
const STATES: readonly (readonly [PaymentState, ReturnType<typeof wordTest>])[] = [
  [
    'cancelled',
    wordTest(
      'cancell?ed|reject(?:ed)?|refused|declined|denied|void(?:ed)?|withdrawn|dropped|lost|not chosen',
      'storniert|abgesagt|abgelehnt|gestrichen|zurückgezogen|annulliert|verworfen|absage',
      'annulée?s?|rejetée?s?|refusée?s?|abandonnée?s?',
      'cancelad[oa]s?|anulad[oa]s?|rechazad[oa]s?|denegad[oa]s?',
    ),
  ],
  ['overdue', wordTest('overdue|past due|late|überfällig|en retard|vencid[oa]s?|atrasad[oa]s?')],
  [
    'open',
    wordTest(
      'not (?:yet )?(?:paid|settled)|unpaid|unsettled|open|due|outstanding|owed|pending|to pay|to be paid|payable|partly paid|partially paid',
      'nicht (?:bezahlt|gezahlt|beglichen)|noch nicht bezahlt|unbezahlt|offen|ausstehend|fällig|zu zahlen|teilweise bezahlt',
      '(?:non|pas|pas encore) (?:payée?|réglée?)|impayée?s?|en attente|à payer|dû|due|ouverte?|à régler',
      'no pagad[oa]|sin pagar|impagad[oa]s?|pendientes?|abiert[oa]s?|por pagar|a pagar',
    ),
  ],
  [
    'ordered',
    wordTest(
      'pledged|promised|ordered|booked|committed|commissioned|signed|confirmed|approved|accepted|chosen|selected|awarded|won',
      'bestellt|gebucht|beauftragt|bestätigt|genehmigt|freigegeben|angenommen|zugeschlagen|gewählt|zusage|zugesagt|versprochen',
      'commandée?s?|réservée?s?|confirmée?s?|validée?s?|approuvée?s?|acceptée?s?|retenue?s?',
      'pedid[oa]s?|encargad[oa]s?|reservad[oa]s?|confirmad[oa]s?|aprobad[oa]s?|aceptad[oa]s?|elegid[oa]s?',
    ),
  ],
  [
    'planned',
    wordTest(
      'planned|plan|estimated?|forecast|expected|proposed|budgeted|tentative|draft|idea|wish',
      'geplant|geschätzt|vorgesehen|erwartet|entwurf|voraussichtlich',
      'prévue?s?|planifiée?s?|estimée?s?|envisagée?s?|brouillon',
      'previst[oa]s?|planead[oa]s?|planificad[oa]s?|estimad[oa]s?|borrador',
    ),
  ],
  [
    'paid',
    wordTest(
      'paid|settled|received|arrived|collected|done|cleared|spent|completed|executed|posted',
      'bezahlt|gezahlt|beglichen|erhalten|eingegangen|erledigt|überwiesen|abgeschlossen|ausgeführt',
      'payée?s?|réglée?s?|reçue?s?|encaissée?s?|acquittée?s?|soldée?s?',
      'pagad[oa]s?|recibid[oa]s?|cobrad[oa]s?|liquidad[oa]s?|abonad[oa]s?',
    ),
  ],
];

/** What the status column of a row says; `null` when there is none, or nothing in it. */
export function paymentStateOf(cells: readonly Cell[]): PaymentState | null {
  const cell = cells.find((each) => isStateCell(each));
  return cell === undefined ? null : stateIn(cell);
}

/** Whether a cell states whether its row is paid. "Paid: 120" states an amount. */
export function isStateCell({ heading, text }: Cell): boolean {
  if (text === '' || !isStateHeading(heading) || isAboutPayment(heading)) return false;
  return /\p{L}|[✓✔✗✘]/u.test(text)
    ? !/\d{2}/.test(text)
    : isPaidHeading(heading) && /^[01]$/.test(text);
}

function stateIn({ heading, text }: Cell): PaymentState {
  const known = STATES.find(([, isSaid]) => isSaid(text))?.[0];
  if (known !== undefined) return known;
  if (!isPaidHeading(heading)) return 'unclear';
  if (NO(text) || /^[✗✘]/u.test(text)) return 'open';
  return YES(text) || /^[✓✔]/u.test(text) ? 'paid' : 'unclear';
}
