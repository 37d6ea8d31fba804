/** Where an amount stands in its sentence. */
interface BesidePlace {
  readonly sentence: string;
  /** The sentence before and after the amount. */
  readonly before: string;
  readonly after: string;
  /** Amounts of money or plain numbers of the sentence that come before and after it. */
  readonly amountsBefore: number;
  readonly amountsAfter: number;
}

/** "200 mugs at six euros", "zu je 4 Euro": what one of many costs. */
const UNIT_BEFORE =
  /(?:\d|(?<!\p{L})(?:hundred|thousand|dozen|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zehn|zwanzig|dreißig|vierzig|fünfzig|hundert|cent|cien|vingt|trente))(?:\s\p{L}[\p{L}-]*){0,4}\s(?:at|@|à|a|for|zu|für)\s(?:je\s|only\s|just\s)?[€$£]?$/iu;
const EACH_AFTER =
  /^\s*(?:each|apiece|a piece|per (?:piece|unit|head|person)|das stück|pro (?:stück|kopf|person)|(?:l['’])?(?:unité|pièce)|chacune?|cada un[oa]|por (?:unidad|persona|cabeza))(?!\p{L})/iu;
const TOTAL_AFTER =
  /^[^.;]{0,40}?(?:[,;–—-]|(?<!\p{L})(?:makes|so|that['’]s|which is|total|insgesamt|zusammen|macht|soit|en tout|en total))/iu;

/** "4 euros each, we ordered 150" */
const PIECES_AFTER =
  /^[^.;]{0,40}?(?<!\p{L})(?:ordered|order|need|needed|bought|took|take|want|got|have|bestellt|brauchen|commandé|pedimos)\s(?:\p{L}+\s){0,2}?\p{N}/iu;

/** "I'd reckoned with 60": what was expected, beside what it was. */
const EXPECTED_BEFORE =
  /(?:(?<!\p{L})had|['’]d) (?:only |actually |originally )?(?:reckoned|planned|budgeted|expected|thought|hoped|counted|calculated|estimated|figured|allowed|said|put|put down|set aside|pencilled in)(?: \p{L}+){0,3}\s$|(?<!\p{L})(?:was|were|had been) (?:estimated|budgeted|planned|expected|calculated|put) (?:at|to be|to cost) (?:about |around )?$|(?<!\p{L})(?:instead of|rather than|against|compared (?:to|with)) (?:the )?(?:planned |expected |budgeted |estimated |\p{L}+ of )?$|(?<!\p{L})(?:gerechnet|geplant|eingeplant|kalkuliert|erwartet|gedacht) (?:hatten|hatte|waren) (?:\p{L}+ ){0,3}$|(?<!\p{L})hatten? (?:\p{L}+ ){0,2}mit $|(?<!\p{L})(?:avait|avions|avais) (?:prévu|compté|estimé|calculé)(?: \p{L}+)?\s$|(?<!\p{L})(?:habíamos|había) (?:calculado|previsto|pensado|contado)(?: \p{L}+)?\s$/iu;
const EXPECTED_AFTER =
  /^[^,;.]{0,20}?(?<!\p{L})(?:gerechnet|geplant|eingeplant|erwartet|(?:was|were|had been) (?:planned|budgeted|expected)|prévus?|previstos?)(?!\p{L})/iu;
const COST_IN_THE_END =
  /(?<!\p{L})(?:in the end|actually|cost|came to|costing|was|were|ended up|paid|gekostet|gezahlt|bezahlt|am ende|coûté|payé|finalement|costó|pagamos|al final)(?!\p{L})/iu;

/**
 * Whether an amount is only the price of one piece, or what was expected, beside the amount that the
 * sentence is about.
 */
export function isBesideAnother(place: BesidePlace): boolean {
  return isUnitOfTotal(place) || isExpectedBeside(place) || isStartOfChange(place);
}

function isUnitOfTotal({ before, after, amountsAfter }: BesidePlace): boolean {
  if (amountsAfter === 0) return false;
  const isUnit = UNIT_BEFORE.test(before.slice(-80)) || EACH_AFTER.test(after);
  return (
    isUnit &&
    TOTAL_AFTER.test(after) &&
    !PIECES_AFTER.test(after) &&
    !/^[^.;]{0,60}?(?<!\p{L})at\s/iu.test(after)
  );
}

function isExpectedBeside(place: BesidePlace): boolean {
  const { before, after, amountsBefore, amountsAfter, sentence } = place;
  if (amountsBefore + amountsAfter === 0) return false;
  const isExpected =
    EXPECTED_BEFORE.test(before.slice(-60)) ||
    (amountsBefore > 0 &&
      /(?<!\p{L})hatten? [^,;]{0,40}$/iu.test(before) &&
      EXPECTED_AFTER.test(after));
  return isExpected && COST_IN_THE_END.test(sentence);
}

/** "from eighteen to twenty-one thousand": only the second one holds. */
function isStartOfChange({ before, after, amountsAfter }: BesidePlace): boolean {
  const isFrom = /(?<!\p{L})(?:from|von|de)\s$/iu.test(before);
  return amountsAfter > 0 && isFrom && /^\s(?:to|auf|à|a)\s/iu.test(after);
}
