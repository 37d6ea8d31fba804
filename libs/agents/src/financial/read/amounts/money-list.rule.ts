/** A list of amounts is announced: "three quotes: Baxter 1,980, Holm 2,150". */
const ANNOUNCED =
  /(?<!\p{L})(?:outgoings|outlays?|payments|purchases|takings|incomings|income|quotes?|quotations?|offers?|bids?|tenders?|estimates?|invoices?|bills?|expenses|costs|prices|spendings?|spent|paid|donations?|pledges?|fees|rents?|angebote?|kostenvoranschläge|rechnungen|ausgaben|kosten|preise|spenden|devis|offres|factures|dépenses|frais|prix|dons|presupuestos|ofertas|cotizaciones|facturas|gastos|precios|donaciones)(?!\p{L})[^:.;?!]{0,60}:/iu;
/** Quotes that came are listed after a colon, a dash or a comma. */
const CAME_IN = /(?<!\p{L})(?:quotes|offers|bids|tenders|estimates)(?: \p{L}+){0,4}\s*[,–—-]\s/iu;
/** The name of one item, up to its number. */
const ITEM =
  /(?:[:,;–—-]|(?<!\p{L})(?:and|und|et|y|or))\s+(?:and |then |und |et |y )?(?:(?:the|from|at|von|bei|chez|de) )?\p{L}[\p{L}&'’.-]*(?:\s\p{L}[\p{L}&'’.-]*){0,2}\s(?:with |at |for |wants |asks |says |mit |à |con )?$/u;
const ENDS = /^\s*(?:$|[.,;!?)–—-]|(?:and|und|et|y|or|for)(?!\p{L}))/iu;

/** "eleven thousand for everything" */
const FOR_ALL =
  /^\s*(?:in total |altogether |insgesamt )?(?:for (?:everything|all of it|it all|that|this|the (?:whole|entire)|the project|the (?:year|season|tour|festival))|(?:to (?:work|play) with|left to spend)|für (?:alles|das ganze|die ganze|den ganzen)|pour (?:tout|l['’]ensemble|toute)|para (?:todo|toda))(?!\p{L})/iu;
const WE_HAVE =
  /(?<!\p{L})(?:(?:we|i) (?:only |still |now )?(?:have|have got|got)|(?:we|i)['’]ve (?:only |still )?got)\s+(?:about |around |only |exactly ){0,2}$|(?<!\p{L})wir haben (?:noch |nur |etwa )?$|(?<!\p{L})(?:nous avons|on a) $|(?<!\p{L})tenemos $/iu;

const LEAST_LISTED = 10;
const LEAST_BUDGET = 500;

/** Whether a plain number is money because it stands in a list of amounts, or is all there is. */
export function isListedMoney(before: string, after: string, amount: number): boolean {
  if (amount >= LEAST_BUDGET && isWholeBudget(before, after)) return true;
  if (amount < LEAST_LISTED || !ENDS.test(after) || !ITEM.test(before.slice(-80))) return false;
  return ANNOUNCED.test(before) || CAME_IN.test(before);
}

/** "We have eleven thousand for everything" */
export function isWholeBudget(before: string, after: string): boolean {
  return WE_HAVE.test(before) && FOR_ALL.test(after);
}
