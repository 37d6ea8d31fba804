import type { FactDraft, FactValue } from '#contracts/model';
import { findDates } from '../../text/dates.ts';
import type { Language } from '../../text/language.ts';
import type { Clause } from './clauses.ts';
import { labelOf, trimmed } from './label.ts';
import { type Measure, measuresIn, nounAfter } from './measures.ts';
import { atStart, NOUNS } from './pattern.ts';
import type { Talk } from './talk.ts';

/** "Our goal is …": with or without a number. */
const STATED: Readonly<Record<Language, RegExp>> = {
  en: atStart(
    "(?:what we(?:['’]re| are)? (?:after|aiming for|hoping for|going for|want|aim for)(?: here| now)?(?= is)|(?:our|the|my|this (?:year|quarter|month)['’]s) (?<adjective>(?:[\\p{L}-]+ ){0,2}[\\p{L}-]+ )?(?:goal|target|objective|aim|kpi)|(?:goal|target|objective|aim)(?= for|:| is| was|['’]s| this| of))(?: (?:for|of) (?:the )?(?<for>[^,]{1,60}?))?(?: is| are| was| were| remains| stays|['’]s| was set (?:at|to)| now is|:|(?<=(?:week|month|quarter|year|season)))(?: (?:now|still|basically|simply|just))*(?: to)? (?<what>.+)",
  ),
  de: atStart(
    '(?:(?:unser|das|mein) (?:\\p{L}+ )?)?(?:ziel|zielwert)(?: für (?<for>[^,]{1,60}?))?(?: (?:ist|sind|lautet|bleibt|liegt bei|wären)(?: es| weiterhin| jetzt| nach wie vor)?|:),? (?<what>.+)',
  ),
  fr: atStart(
    "(?:notre|l['’]|mon )\\s?(?:objectif|but|cible)(?: pour (?<for>[^,]{1,60}?))?(?:,? (?:c['’]est|ce sont|est|reste|serait)(?: toujours)?| ?:) (?:de |d['’]|que )?(?<what>.+)",
  ),
  es: atStart(
    '(?:nuestr[oa]|el|la|mi) (?:objetivo|meta)(?: para (?<for>[^,]{1,60}?))?(?: (?:es|son|sigue siendo|sería)|:) (?:de )?(?:que )?(?<what>.+)',
  ),
};

/** "We want to reach …": a goal when it has a number. */
const AIMED: Readonly<Record<Language, RegExp>> = {
  en: atStart(
    "(?:we|i)(?:['’]re| are|(?=['’]d))? ?(?:(?:want|target|targeting|aim for|aiming for|going for) (?=\\d|\\p{L}+ (?:percent|hundred|thousand))|(?:want|['’]d like) us (?:at|on|to (?:be at|reach|hit|get to|have))(?![\\p{L}])|(?:want to|['’]d like to|would like to|aim to|aiming to|plan to|planning to|intend to|need to|have to|must|should|hope to) (?:reach|hit|get(?: to)?|have|achieve|grow|increase|raise|reduce|cut|lower|bring|double|sign|win|sell|acquire|be at|keep)(?![\\p{L}]))(?<what>.+)",
  ),
  de: atStart(
    '(?:wir (?:wollen|möchten|müssen|peilen|streben)|(?:wollen|möchten|müssen|peilen) wir) (?<what>.+)',
  ),
  fr: atStart('(?:nous voulons|on veut|nous visons|nous devons|on vise) (?<what>.+)'),
  es: atStart('(?:queremos|debemos|tenemos que|aspiramos a) (?<what>.+)'),
};

/** The goal that a clause states; `null` for none. */
export function readGoal(clause: Clause, talk: Talk): FactDraft | null {
  const { standing, text, language } = clause;
  if (standing.question || standing.joking || standing.negated) return null;
  const wanted = wantedOfMeasured(clause, talk);
  if (wanted) return wanted;
  const stated = STATED[language].exec(text)?.groups ?? normIn(clause);
  const groups = stated ?? AIMED[language].exec(text)?.groups ?? dueNumber(clause);
  if (!groups) return null;
  const measure = measuresIn(clause, stated ? 'withMoney' : 'withoutMoney').at(-1) ?? null;
  if (!measure && !stated) return null;
  const what = groups['what'] ?? '';
  if (isPersonal(what)) return null;
  const draft = draftOf(
    clause,
    measure,
    subjectIn(groups, clause.source.date),
    what,
    stated !== undefined,
  );
  return draft ?? aboutWhatWasMeasured(clause, measure, talk);
}

/** "By Easter we want three partner schools": a number in words is a goal when it is due. */
function dueNumber({ text, quote, dates }: Clause): Readonly<Record<string, string>> | undefined {
  return dates.length > 0 || DUE.test(quote) ? WANTED.exec(text)?.groups : undefined;
}

const DUE = /^\W*(?:(?:and|but|so|okay),? )?(?:by|before|until|till) /iu;
const WANTED = atStart(
  "(?:(?:by|before|until|till) (?:the )?(?:\\p{L}+ ){1,3}?,? ?)?we(?:['’]d| would)? (?:want|like|aim for|are after|need)(?: to have| to get| to sign| to win)? (?<what>(?:at least |about |around )?(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|\\p{L}+ty(?:-\\p{L}+)?) (?!days|weeks|months|hours|minutes|more (?:days|weeks)|things|of).+)",
);

const AIMED_AT =
  /^ ?(?:\p{L}+ )?(?:(?:that )?we(?:['’]re| are)? (?:aim(?:ing)? for|want(?:ed)?|need(?:ed)?|plan(?:ned)?|target(?:ed)?|hop(?:e|ed) for)|planned|targeted|target|goal)(?![\p{L}])/iu;

/** "12 bookings against a target of 20". */
const AGAINST =
  /[\s,](?:against|versus|vs\.?|with|on|of|to|,) (?:a|an|our|the) (?:target|goal|aim|objective|plan) (?:of|being|is|at) $/iu;

/** "6,200 of the 10,000 we're aiming for": the target of a number in the same clause. */
export function readTarget(clause: Clause, { type, label }: FactDraft): readonly FactDraft[] {
  if (type !== 'metric') return [];
  return measuresIn(clause)
    .filter(
      ({ before, after }) =>
        (/ of (?:the|our|those) $/iu.test(before) && AIMED_AT.test(after)) || AGAINST.test(before),
    )
    .map((measure) => goalDraft(clause, measure, label, 'certain'));
}

/** "Response time should be under two seconds", in a sentence that calls it a goal. */
function normIn({ text, sentence }: Clause): Readonly<Record<string, string>> | undefined {
  return CALLED_GOAL.test(sentence) ? (NORM.exec(text) ?? PLAN.exec(text))?.groups : undefined;
}

const CALLED_GOAL = /(?<![\p{L}])(?:goal|target|aim|aiming|objective)(?![\p{L}])/iu;
/** "The plan for this term is 60 readers". */
const PLAN = atStart(
  '(?:the|our) plan(?: for (?<for>[^,]{1,40}?))? is (?:to (?:have|get|reach) )?(?<what>.+)',
);
const NORM = atStart(
  `(?:the |our )?(?<for>${NOUNS}) (?:should|must|has to|needs to|ought to) (?:be|stay|get|remain)(?<what> .+)`,
);

/** "The target is 500", after the number that it is a target for. */
function aboutWhatWasMeasured(
  clause: Clause,
  measure: Measure | null,
  talk: Talk,
): FactDraft | null {
  const measured = talk.latest(clause.line, 'metric', 'goal');
  if (!measure || !measured?.value || !isSameKind(measure.value, measured.value)) return null;
  return goalDraft(clause, measure, measured.label, 'certain');
}

/** "I'd like that under five percent": what was measured is to become so. */
const WANTED_THAT =
  /^(?:i|we)(?:['’]d (?:like|love|want)| would (?:like|love)| want| need|['’]re aiming| aim)(?: to (?:get|bring|have|see|push|keep))? (?:that|it|this|them|those)(?: (?:number|rate|figure))?(?: (?:to be|to go|to get|to|be|down|up|back))*(?: (?:under|below|above|over|at|to|at least|at most))* $/iu;

function wantedOfMeasured(clause: Clause, talk: Talk): FactDraft | null {
  const [measure] = measuresIn(clause);
  if (!measure || !WANTED_THAT.test(measure.before)) return null;
  return aboutWhatWasMeasured(clause, measure, talk);
}

/** "My goal is to survive until the weekend". */
function isPersonal(what: string): boolean {
  return PERSONAL.test(what);
}

const PERSONAL =
  /^(?:to |de |d['’]|zu |es,? )*(?:just )?(?:survi\p{L}+|sleep|get some sleep|not (?:cry|die|fall asleep)|stay (?:awake|alive|sane)|dormir|schlafen|überleben|sobrevivir|descansar|rester en vie)(?![\p{L}])|(?<![\p{L}])(?:zu (?:überleben|schlafen)|stunden schlaf\p{L}*|heures de sommeil)(?![\p{L}])/iu;

/** "At 58 percent, the target is 75": a plain number may be of any unit. */
function isSameKind(value: FactValue, other: FactValue): boolean {
  return value.kind === other.kind || (value.kind === 'quantity' && value.unit === '');
}

/** "The target for signups" and "the signup target" say what is measured; "our main goal" does not. */
function subjectIn(groups: Readonly<Record<string, string>>, saidOn: string): string {
  const { for: subject, adjective = '' } = groups;
  if (subject !== undefined && !isTime(subject, saidOn)) return subject;
  return PLAIN.test(adjective) ? '' : adjective;
}

function isTime(words: string, saidOn: string): boolean {
  return PERIOD.test(words) || findDates(words, saidOn).length > 0;
}

/** A stretch of time that has no date of its own. */
const PERIOD =
  /^(?:this|next|the|our)? ?(?:coming |next |first |whole )?(?:year|month|week|quarter|day|weekend|season|semester|term|sprint|phase|round|cycle|spring|summer|autumn|fall|winter)$/iu;

const PLAIN =
  /^(?:(?:main|new|big|first|overall|next|current|only|real) )?(?:main|new|big|biggest|next|first|overall|annual|yearly|quarterly|monthly|weekly|current|only|real|ultimate|long-term|primary|second|other|original|old|common|shared|ambitious|stated|official|revised|updated|final|key|top) ?$/iu;

function draftOf(
  clause: Clause,
  measure: Measure | null,
  subject: string,
  what: string,
  stated: boolean,
): FactDraft | null {
  const { standing } = clause;
  const isDate = isTime(subject, clause.source.date);
  const label = (isDate || !measure ? null : trimmed(subject)) ?? goalLabel(clause, measure, what);
  if (label === null) return null;
  const isNeed = !stated && NEEDED.test(clause.text);
  const unsure = standing.unsure || isNeed || (standing.hypothetical && !stated);
  return goalDraft(clause, measure, label, unsure ? 'possible' : 'certain');
}

/** "We need 500 signatures" may only be what is missing. */
const NEEDED = /(?<![\p{L}])we need (?!to(?![\p{L}]))/iu;

function goalDraft(
  { line, quote, dates, standing }: Clause,
  measure: Measure | null,
  label: string,
  certainty: FactDraft['certainty'],
): FactDraft {
  return {
    ...{ line, quote, type: 'goal', label, value: measure?.value ?? null },
    ...{ on: dates[0]?.on ?? null, who: null, status: null, category: null },
    ...{ certainty, corrects: standing.corrects },
  };
}

/** What is measured: named after the number, or between the verb and the number. */
function goalLabel(clause: Clause, measure: Measure | null, what: string): string | null {
  const { date } = clause.source;
  if (!measure) return labelOf(what, date);
  const length = Math.max(0, what.length - (clause.text.length - measure.start));
  const between = trimmed(withoutDates(what.slice(0, length), date).replace(AIM_VERB, ''));
  return between ?? nounAfter(measure, date) ?? (isOnlyNumber(what) ? null : labelOf(what, date));
}

/** What stands before a number without the dates in it: "bis Ende des Jahres 400". */
function withoutDates(words: string, saidOn: string): string {
  const [date] = findDates(words, saidOn);
  if (!date) return words;
  return `${words.slice(0, date.start).replace(BY, '')} ${words.slice(date.end)}`.replace(
    /^\s+/u,
    '',
  );
}

const BY =
  /(?<![\p{L}])(?:by|until|till|before|in|on|at|this|bis|zum|im|am|vor|d['’]ici|avant|en|le|la|antes|de|del|para|el)(?: (?:the|zum|dem|à|la|el|de|fin))?\s*$/iu;

/** Verbs and limits around the subject of a goal. */
const AIM_VERB =
  /^\s*(?:reach|hit|get(?: to)?|have|achieve|grow|increase|raise|reduce|cut|lower|bring(?: down)?|keep|at least|at most|up to|more than|under|below|over|about|around|mindestens|au moins|al menos|(?:alcanzar|atteindre|llegar a|erreichen|vender|vendre|llenar|remplir|conseguir|obtenir|tener|avoir|reunir|réunir|captar|recaudar|accueillir|recevoir|sumar|superar|dépasser|toucher|passer à|subir|bajar|es|an|que|auf)(?: (?:el|la|los|las|le|les|un|una))*)(?![\p{L}])|(?<![\p{L}])(?:by|to|at least|at most|up to|more than|less than|under|below|above|over|about|around|from|mindestens|auf)\s*$/giu;

/** Whether words hold a number and its limits and dates only. */
function isOnlyNumber(what: string): boolean {
  return /^\s*(?:(?:to|at|be|bei|de|à|en|el|auf|at least|at most|under|below|above|over|about|around|less than|more than) )*[\d.,]+(?: ?%| percent| prozent| pour cent| por ciento)?(?:\s+(?:by|until|for|before|in|bis)(?![\p{L}]).*)?\s*$/iu.test(
    what,
  );
}
