const DAY = '(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)';
const PART = '(?:mattina|pomeriggio|sera)';
const MONTH =
  '(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)';
const NUMBER =
  "(?:\\d+|un'|un|uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|quindici|un paio di|pochi|poche)";
const UNIT = '(?:or[ae]|giorn[oi]|settiman[ae]|mes[ei]|trimestr[ei]|ann[oi])';
const HOUR =
  "(?:(?:le|alle|all')? ?(?:\\d{1,2}(?:[:.]\\d\\d)?|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci)(?: in punto| e mezza)?|mezzogiorno|mezzanotte)";
const DATE = `(?:\\d{1,2}|primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti|trenta) ${MONTH}(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d`;
const NAMED = [
  `(?:(?:prossimo|prossima|questo|questa) )?${DAY}(?: (?:prossimo|prossima))?(?: ${PART})?`,
  `dopodomani|domattina|domani(?: ${PART})?|oggi(?: ${PART})?|stasera|stamattina|questa (?:settimana|mattina|sera)|questo (?:mese|pomeriggio|fine settimana|trimestre|weekend)`,
  `(?:la|il|l'|della|del) ?(?:settimana|mese|anno|trimestre|fine settimana|weekend) prossim[oa]|(?:la|il|della|del) prossim[oa] (?:settimana|mese|riunione|fine settimana|trimestre|incontro)`,
  `(?:la )?fine (?:di )?(?:settimana|mese|anno|${MONTH})|(?:la )?fine (?:della settimana|del mese|dell'anno)|(?:inizio|metà) (?:settimana|mese|${MONTH})`,
  `(?:il |l')?(?:${DATE})`,
].join('|');
const EVENT =
  "(?:(?:la|il|lo|le|gli|della|del|delle|dell'|la nostra|il nostro) ?)?(?:prossim[oa] )?(?:riunione|incontro|lancio|fiera|vacanze|ferie|festa|feste|conferenza|consegna|esame|assemblea|trasloco|pranzo|cena|matrimonio|visita|scadenza|natale|pasqua|estate|pubblicazione|telefonata|appuntamento)";

/** Time expressions of Italian, as the source of a pattern. */
export const ITALIAN_TIMES = [
  `(?:(?:al più tardi|entro e non oltre|entro|per|da|dal|prima di|prima del|prima della|dopo|a partire da|verso) )*(?:${NAMED})(?: (?:alle|verso le|entro le|a) ${HOUR})?`,
  `(?:entro|prima di|alle|verso le) ${HOUR}(?= |[.,;!?]|$)`,
  `(?:tra|fra|entro|nel giro di) ${NUMBER} ?${UNIT}`,
  `(?:prima|dopo|subito dopo|subito prima) (?:di |del |della |dell'|delle )?${EVENT}`,
  `al più presto|quanto prima|appena possibile|il prima possibile|(?:in|a|per|entro) ${MONTH}`,
].join('|');
