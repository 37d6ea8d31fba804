/** A number in its clause. */
export interface NumberPlace {
  readonly before: string;
  /** The number as it stands in the text. */
  readonly stated: string;
  readonly after: string;
}

/** "The invoice number is 4471" */
const NAMED_BY =
  /(?<!\p{L})(?:number|no\.|nr\.?|nummer|numéro|número|reference|ref\.?|code|pin|extension|account|iban|postcode|zip|día|tag|jour|studio|room|gate|platform|unit|booth|raum)\s(?:(?:is|was|ist|est|es|of) )?$/iu;

/** "Capacity is 450", "she turned 50": measures of something else. */
const MEASURED =
  /(?<!\p{L})(?:capacity|attendance|headcount|turnout|temperature|population|circulation|number of \p{L}+|turned|turns|aged|kapazität|teilnehmerzahl|auflage|capacité|affluence|aforo|asistencia)\s(?:(?:is|was|of|are|were|ist|war|est|était|es|fue) (?:about |around )?)?$|(?<!\p{L})(?:there (?:are|were|will be)|il y avait|es waren|había)\s(?:about |around |only )?$/iu;

/** Whether a number only names or measures something. */
export function isReference({ before, stated }: NumberPlace): boolean {
  return MEASURED.test(before) || (/^\d+$/.test(stated.trim()) && NAMED_BY.test(before));
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
  /^\s*(?:(?:out )?of (?:them|us|you|ten|\d+)|(?:have |had |has |already )?(?:turned up|showed up|signed up|registered|replied|attended|said (?:yes|no)|are coming|will come|stayed|rsvp)|people|guests|kamen|sind gekommen|haben zugesagt|sont venus|vinieron)(?!\p{L})/iu;

/** "Of the 90 invited, 60 paid" */
const OF_THE =
  /^\s*(?:out )?of the (?:\d+ )?(?!(?:\d[\d.,]* ?)?(?:[€$£]|euros?|dollars|pounds|francs))[^.;]{0,40}$/iu;
/** "We'll be about 45 for dinner" */
const WE_ARE =
  /(?<!\p{L})(?:we|you)(?:['’]ll be|['’]re| are| were| will be)\s(?:about |around )?$/iu;
/** "Wir waren 35 und haben bezahlt" */
const WE_WERE =
  /(?<!\p{L})(?:we were|wir (?:sind|waren)|nous (?:sommes|étions)|on était|éramos|somos)\s(?:about |etwa |environ |unos )?$/iu;
const ENDS = /^\s*(?:$|[.,;!?]|(?:and|und|et|y)(?!\p{L}))/iu;
const AT_TABLE = /^\s*(?:for (?:dinner|lunch|supper|breakfast|drinks|the)|at the table)(?!\p{L})/iu;

/** Whether a plain number counts people by what they do. */
export function isOfPeople({ before, after }: NumberPlace): boolean {
  if (OF_THE.test(before)) return true;
  return (
    PEOPLE_AFTER.test(after) ||
    (WE_ARE.test(before) && AT_TABLE.test(after)) ||
    (WE_WERE.test(before) && ENDS.test(after))
  );
}

/** "We ordered 200": how much or how many */
const PIECES_BEFORE =
  /(?<!\p{L})(?:ordered|reserved|booked|printed|sold|bestellt|gedruckt|verkauft|vendu|vendimos|commandé|imprimé|pedido|pedimos)\s(?:about |another |around )?$/iu;

/** Whether a plain number may count what was ordered. */
export function mayBePieces({ before, stated }: NumberPlace): boolean {
  return PIECES_BEFORE.test(before) && !/[.,]\d\d$/.test(stated);
}
