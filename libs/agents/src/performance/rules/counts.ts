import { trimmed } from './label.ts';
import type { Measure } from './measures.ts';

/** "320 people signed up": a number at the start, and what they did. */
const DID =
  /^ ?(?:(?:have|has|already|now|are|were|been|was) ){0,4}(?:signed|visited|used|tested|completed|delivered|registered|joined|subscribed|downloaded|visited|attended|bought|came|passed|failed|churned|converted|cancelled|opened|clicked|active|open|closed|done|online|sold|booked|gone|went(?! (?:home|to|back|out|down|up|by|for|on|there|away)(?![\p{L}]))|installed|answered|replied|applied|donated|confirmed|haben|se han|ont)/iu;
/** "510 members, forty more than in October": a number that is compared with another one. */
const COMPARED =
  /^ ?(?<what>(?:\p{L}[\p{L}-]* ){0,2}?\p{L}[\p{L}-]+)(?: now| so far)?[,;]? [^,;.]{1,24}? (?:more|fewer|less|up|down|mehr|weniger|de plus|de moins|más|menos) (?:than|on|als|que|qu['’])(?![\p{L}])/iu;
/** "We've filled 18 of the 24 places". */
const DONE_SO_FAR =
  /^(?:we|i)(?:['’]ve| have)? (?:(?:now|already|so far) )?(?:\p{L}{2,}(?:ed|en|ne)|sold|got|sent|built|shot|made|won|read)(?: now| already)? $/iu;
const OF_ALL =
  /^ (?:out )?of (?:the |our |all |all the )?(?:\d[\d.,]{0,9}|\p{L}+(?:-\p{L}+)?) (?<what>(?:[\p{L}-]+ ){0,2}?[\p{L}-]+)(?=$|[.,;:!]| (?:now|so far|already|by|this|as|and|but|since|yet)(?![\p{L}]))/iu;
/** "48 of the 60 booths are booked": how many of all there are have come so far. */
const PART_OF =
  /^ (?:out of|of|von|de|des|sur) (?:(?:the|our|all|all the|den|unseren|insgesamt|les|nos|las|los) )?(?:\d[\d.,]{0,9}|\p{L}+(?:-\p{L}+)?) (?<what>(?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:(?:pass|passed|work|run|failed)(?![\p{L}])|(?:are|is|have|has|were|sind|sont|est|están|ont) (?:now |already |been |all |jetzt |schon |bereits |déjà |ya )*(?:taken|done|in|ready|live|gone|full|sold|filled|booked|complete|\p{L}{2,}(?:ed|en|wn|ne|lt)|paid|sent|built|shot|cut|set|hung|lit|sung|made|found|won|verkauft|vergeben|belegt|gebucht|fertig|ge\p{L}+|prises?|vendue?s|\p{L}+ée?s|vendid[oa]s|ocupad[oa]s|\p{L}+[ai]d[oa]s)(?![\p{L}]))/iu;
/** Nothing, or words that make a number a rough one. */
const HEDGE =
  /^\s*(?:(?:about|around|roughly|almost|nearly|over|some|more than|at least|a total of|exactly|only|just|another|an additional|an extra|a further) )?$/iu;
const OF = /^ of (?:the |our |all |all the )?/iu;

/** Units of things that are counted in passing. */
const NO_UNIT =
  /^(?:option|question|problem|issue|idea|choice|meeting|thing|way|reason|candidate|more|week|day|minute|hour|month|year|second|kid|child|dog|cat|people left|copy|room|floor|time|call|step|point|topic|item|part|side|hand|woche|tag|stunde|minute|monat|jahr|jour|semaine|heure|mois|día|semana|hora|mes|año|chance|tage|lot|bit)s?(?![\p{L}])/iu;

/**
 * What is counted by a number at the start of a clause, or of which some is done: "320 people signed
 * up", "we've filled 18 of the 24 places".
 * @returns `null` when nothing is counted, `undefined` when the number stands elsewhere
 */
export function countedLabel(measure: Measure): string | null | undefined {
  if (HEDGE.test(measure.before)) return labelAtStart(measure);
  if (!DONE_SO_FAR.test(measure.before)) return undefined;
  const what = OF_ALL.exec(measure.after)?.groups?.['what'];
  if (what === undefined) return undefined;
  return isCounted(measure) ? trimmed(what) : null;
}

function labelAtStart(measure: Measure): string | null {
  const of = OF.exec(measure.after);
  if (of && measure.value.kind === 'percent') return trimmed(measure.after.slice(of[0].length, 80));
  const after =
    measure.unit === ''
      ? (/^ (?:more |additional )?[\p{L}-]+/u.exec(measure.after)?.[0] ?? '')
      : '';
  const compared = COMPARED.exec(
    `${measure.unit === '' ? '' : ` ${measure.unit}`}${measure.after}`,
  );
  const part = PART_OF.exec(measure.after)?.groups?.['what'];
  if (part !== undefined && isCounted(measure)) return trimmed(part);
  if (compared && isCounted(measure)) return trimmed(compared.groups?.['what'] ?? '');
  const did = DID.test(measure.after.slice(after.length));
  return did && isCounted(measure)
    ? trimmed(`${measure.unit}${measure.after.slice(0, 60)}`.trim().replace(MORE, ''))
    : null;
}

/** "50 more tickets" counts tickets. */
const MORE = /^(?:more|additional|further|extra) (?=\p{L}{3})(?!than)/iu;

/** Whether it is a number of something that is measured: not "two options" and not "a week". */
export function isCounted({ value, unit, after }: Measure): boolean {
  if (value.kind === 'percent') return true;
  if (value.kind !== 'quantity') return false;
  const noun = `${unit} ${after.trim()}`.trim().replace(MORE, '');
  return !NO_UNIT.test(noun) && Number(value.quantity) > 2;
}
