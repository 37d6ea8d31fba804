/** A denied payment of an amount that is known: "We haven't paid the 430 for the van." */
const NOT_PAID_THE = [
  "(?<!\\p{L})(?:have not|has not|haven['’]t|hasn['’]t)(?: yet)? (?:yet )?(?:paid|pay|settled|sent|transferred|wired)(?: (?:them|him|her|back|off|out|\\p{Lu}\\p{Ll}+)){0,2} (?:for )?(?:the|their|his|her|our|those|that|my)\\s(?:other |remaining |last |full )?$",
  '(?<!\\p{L})(?:pas encore|toujours pas) (?:payé|réglé|versé|viré) (?:les|ses|leurs|ces)\\s$',
  '(?<!\\p{L})(?:aún no|todavía no) (?:hemos |he |ha |han )(?:pagado|transferido|abonado) (?:los|sus|esos)\\s$',
].map((pattern) => new RegExp(pattern, 'iu'));
const NOT_PAID_GERMAN =
  /^[^,;.?!]{0,60}?(?<!\p{L})noch nicht (?:bezahlt|gezahlt|überwiesen|beglichen)(?!\p{L})/iu;
const GERMAN_ARTICLE = /(?<!\p{L})(?:die|den|seine|ihre|unsere|diese)\s$/iu;

/** "The 350 for the key hasn't been paid" */
const DEFINITE = /(?:^|[\s,;])(?:the|that|those|our|their|\p{L}+['’]s)\s$/iu;
const NOT_PAID_AFTER =
  /^(?: for [^,;.?!]{1,40}?)?\s(?:still )?(?:hasn['’]t|haven['’]t|has not|have not) (?:yet )?been (?:paid|settled|transferred)(?!\p{L})/iu;

/** "The 750 should have been paid last week" */
const SHOULD_BE_PAID =
  /(?<!\p{L})(?:should(?: have|['’]ve| of)|was supposed to have|were supposed to have|ought to have) (?:already |long )?(?:been (?:paid|settled|sent|transferred|wired)|gone out|went out)(?!\p{L})|(?<!\p{L})hätten? (?:schon |längst |\p{L}+ ){0,3}(?:bezahlt|überwiesen) (?:werden|sein) (?:müssen|sollen)|(?<!\p{L})(?:aurait|auraient) dû être (?:payée?s?|réglée?s?|versée?s?)|(?<!\p{L})(?:debería|deberían|tendría|tendrían que) haber(?:se)? (?:sido )?(?:pagado|transferido)/iu;

/** "We don't have the two grand yet" */
const NOT_HERE_BEFORE =
  /(?<!\p{L})(?:(?:don['’]t|do not) (?:yet )?have|(?:haven['’]t|have not) (?:yet )?(?:got|had|received|seen)|still (?:don['’]t have|waiting (?:for|on))|awaiting|waiting (?:for|on)) (?:the|their|that|those|our)\s(?:other |remaining |last )?$|(?<!\p{L})(?:n['’]avons|n['’]a) pas encore (?:reçu |eu )?les\s$|(?<!\p{L})(?:aún|todavía) no (?:tenemos|hemos recibido|han llegado) los\s$|(?<!\p{L})(?:attend|attendons) (?:toujours|encore) les\s$|(?<!\p{L})(?:noch|immer noch) auf die\s$|(?<!\p{L})(?:seguimos|estamos) esperando los\s$|(?<!\p{L})haben die\s$/iu;
/** "The grant of 4,000 isn't here yet", "die 2.000 sind noch nicht da" */
const NOT_HERE_AFTER =
  /^[^,;.?!]{0,60}?(?<!\p{L})(?:(?:is|are|has|have)(?:n['’]t| not) (?:yet )?(?:here|in(?= yet|\s*[.,;!]|\s*$)|there|come in|come|arrived|landed|reached us|been (?:paid out|transferred))|(?:noch )?nicht (?:da|eingegangen|angekommen|gekommen)|pas encore (?:arrivée?s?|là|versée?s?)|(?:aún|todavía) no (?:ha|han) llegado)(?!\p{L})/iu;
const NOT_YET =
  /(?<!\p{L})(?:yet|so far|still|overdue|until|noch|encore|toujours|seguimos|esperando|aún|todavía|waiting|awaiting)(?!\p{L})|(?:comes?|arrives?|is due|kommt|arrive|llega)(?!\p{L})/iu;

/** What a denied movement of known money says: it is owed, overdue, or still to come. */
export interface Owed {
  readonly status: 'due' | 'overdue' | 'expected';
  /** "Not yet" is sure; "I have not paid the 75" may mean that it will not be paid. */
  readonly isSure: boolean;
}

/**
 * "We haven't paid the 640" says that 640 are owed; "we did not pay 640" says nothing.
 * @param before, after the text of the sentence around the amount
 */
export function owedIn(before: string, after: string): Owed | null {
  const near = before.slice(-90);
  if (SHOULD_BE_PAID.test(after.slice(0, 120)) || SHOULD_BE_PAID.test(near)) {
    return { status: 'overdue', isSure: true };
  }
  const isSure = NOT_YET.test(`${near}${after}`);
  const isUnpaid =
    NOT_PAID_THE.some((pattern) => pattern.test(near)) ||
    (GERMAN_ARTICLE.test(near) && NOT_PAID_GERMAN.test(after)) ||
    (DEFINITE.test(near) && NOT_PAID_AFTER.test(after));
  if (isUnpaid) return { status: 'due', isSure };
  const isNotHere = NOT_HERE_BEFORE.test(near) || NOT_HERE_AFTER.test(after);
  return isNotHere && isSure && !NO_MONEY.test(near) ? { status: 'expected', isSure } : null;
}

/** "The invoice isn't here yet" */
const NO_MONEY =
  /(?<!\p{L})(?:invoice|bill|quote|offer|estimate|rechnung|angebot|facture|devis|factura)(?!\p{L})[^,;]{0,30}$/iu;
