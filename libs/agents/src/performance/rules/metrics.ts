import type { FactDraft } from '#contracts/model';
import type { Language } from '../../text/language.ts';
import { changeIn, withoutChange } from './changes.ts';
import type { Clause } from './clauses.ts';
import { trimmed } from './label.ts';
import type { Talk } from './talk.ts';
import { countedLabel, isCounted } from './counts.ts';
import { hasMilestone } from './english/milestone-nouns.ts';
import { isPrivate } from './english/work.ts';
import { dateOfMeasure } from './measure-date.ts';
import { type Measure, measuresIn, nounAfter } from './measures.ts';
import { ADVERBS, NOUNS } from './pattern.ts';

/** How a value has changed, up to the value that it has now: "up 12 percent" states none. */
const CHANGED = `(?:(?:has|have|is|are|was|were) )?${ADVERBS}(?:gone|went|going|risen|rose|grown|grew|growing|dropped|fallen|fell|climbed|increased|decreased|jumped|improved|recovered|shrunk|shrank|doubled|up|down|back) ?${ADVERBS}(?:up |down |back )?(?:at|to|from .{1,30} to)`;

/** The words before a number that say what it is of: "churn dropped to", "we have". */
const BEFORE: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^(?:the |our |my |total |average )?(?<what>[\p{L}'’& -]{2,60}?)(?: (?:last|this) (?:week|month|quarter|year)| today| yesterday)?: *(?:about |around )?$/iu,
    /^(?:there(?:['’]s| is| are)|that makes|that['’]s|a total of)(?: now| already| still| currently)* (?:about |around |roughly |almost |nearly |over |more than )*$/iu,
    new RegExp(
      `^(?:the |our |my |total |average )?(?<what>${NOUNS}?) (?:${CHANGED}|(?:is|are|was|were|stands|stood|sits|(?:has |have )?(?:reached|hit|passed|came in)) ?${ADVERBS}(?:at|above|below|over|under)?) ?(?:about |around |roughly |almost |nearly |just |only |over |more than |less than |under )*$`,
      'iu',
    ),
    /^(?:the |our )?(?<what>(?:[\p{L}-]+ ){0,3}(?:rate|share|ratio|attendance|occupancy|turnout|churn|score|uptime))['’]s (?:now |still |only |about |around )*$/iu,
    new RegExp(
      `^(?:the |our |my )?(?<what>${NOUNS})['’]s (?:now |currently |still |back |only |just )*(?:at|up to|down to|on|above|below|over|under) (?:about |around |roughly |almost |nearly |just )*$`,
      'iu',
    ),
    new RegExp(
      `^we(?:['’]re| are) ${ADVERBS}(?:back |up |down )?(?:at|to|on) (?:about |around |roughly |almost |nearly |over )*$`,
      'iu',
    ),
    new RegExp(
      `^we(?:['’]re| are) ${ADVERBS}(?:getting|doing|seeing|making|producing|milking|averaging|running at|selling|serving|shipping|treating|seating|baking|printing) ?${ADVERBS}(?:about |around |roughly |almost |nearly |over |more than )*$`,
      'iu',
    ),
    new RegExp(
      `^we(?:['’]ve| have)? ?${ADVERBS}(?:have|had|got|reached|collected|raised|filled|made|picked|planted|shot|enrolled|recruited|tested|painted|laid|baked|milked|hit|counted|gained|sold|signed|served|received|processed|passed|won|shipped|closed|delivered|added|lost|registered|crossed|see|saw)? ?${ADVERBS}(?:up to |like |some |about |around |roughly |almost |nearly |over |more than |another |(?:an )?additional |(?:an )?extra |a further |a total of )*$`,
      'iu',
    ),
  ],
  de: [
    new RegExp(
      `^(?:der |die |das |unsere? )?(?<what>${NOUNS}) (?:ist|sind|liegt|liegen|stieg|stiegen|fiel|fielen|sank|steht|beträgt)(?: (?:jetzt|aktuell|derzeit|nun))? ?(?:bei |auf )?(?:etwa |rund )?$`,
      'iu',
    ),
    /^(?:haben|sind|stehen) wir (?:bei )?(?:etwa |rund |schon |bereits |jetzt |genau |über |fast |knapp )*$/iu,
    /^wir (?:haben|sind|hatten|stehen)(?: (?:jetzt|aktuell|derzeit|nun|inzwischen|schon|bereits|bisher|bislang|mittlerweile|heute|momentan|zurzeit|insgesamt|weitere|noch einmal|nochmals)){0,3} ?(?:bei |auf )?(?:etwa |rund |ungefähr |über |fast |knapp |genau |weitere )*$/iu,
  ],
  fr: [
    new RegExp(
      `^(?:le |la |les |l['’]|notre |nos )?(?<what>${NOUNS}) (?:est|sont|atteint|atteignent|passe|est passée?|est montée?|est descendue?|a atteint)(?: (?:maintenant|actuellement))? ?(?:à |de )?(?:environ )?$`,
      'iu',
    ),
    /^(?:nous avons|on a|nous sommes|on est)(?: (?:maintenant|actuellement|déjà|pour l['’]instant|jusqu['’]ici|encore|perdu|gagné|vendu|reçu)){0,3} ?(?:à )?(?:environ )?$/iu,
  ],
  es: [
    new RegExp(
      `^(?:el |la |los |las |nuestra |nuestro )?(?<what>${NOUNS}) (?:es|son|está|están|subió|bajó|cayó|llegó|alcanzó|ha subido|ha bajado)(?: (?:ahora|actualmente|ya))? ?(?:en el |en |al? |al |de |del )?(?:unos )?$`,
      'iu',
    ),
    /^(?:tenemos|estamos|ya tenemos|(?:ya )?llevamos|(?:ya )?hay|ya van|(?:ya )?vamos por|(?:ya )?hemos (?:perdido|ganado|vendido|recibido)|perdimos|ganamos|vendimos)(?: (?:ahora|actualmente|ya|hasta ahora|por ahora|otr[oa]s)){0,2} ?(?:en )?(?:unos |unas )?$/iu,
  ],
};

/** Subjects whose numbers measure nothing. */
const NO_SUBJECT =
  /(?<![\p{L}])(?:competitors?|competition|rivals?|neighbou?rs?|number|room|option|chapter|section|slide|item|step|part|question|note|score|code|phone|id|version|port|year|answer|address|floor|line|page|i|we|he|she|you|they|it|this|that|there|son|daughter|meeting|flight|train|call|date|deadline|target|goal|aim|plan|objective|budget|price|cost|costs|ziel|objectif|objetivo|meta|age|temperature)(?![\p{L}])(?! of)/iu;
const SPAN =
  /^(?:second|minute|hour|day|week|month|year|millisecond|ms|s|sekunde|seconde|segundo)s?$/iu;
const SIZE =
  /^(?:(?:centi|milli|kilo)?met(?:er|re)|[cmk]m|inch|foot|feet|mile|yard|kg|kilo(?:gram)?|gram|lit(?:er|re)|degree|grad|mètre|metro|litro|litre|celsius)s?$/iu;
const TIMED =
  /(?:time|latency|duration|uptime|downtime|delay|turnaround|lead|cycle|zeit|dauer|temps|délai|tiempo|response|age)/iu;

/** The metric that a clause states; `null` for none. */
export function readMetric(clause: Clause, talk: Talk): FactDraft | null {
  const { standing } = clause;
  if (standing.question || standing.joking || standing.negated || standing.hypothetical)
    return null;
  if (isPrivate(clause.text)) return null;
  for (const measure of measuresIn(clause).toReversed()) {
    const label = IS_EARLIER.test(measure.before) ? null : metricLabel(clause, measure, talk);
    if (label !== null) return draftOf(clause, measure, label);
  }
  return null;
}

/** "Up from 3.8": the number that it was before, or that it is compared with. */
const IS_EARLIER =
  /(?<![\p{L}])(?:from|than|versus|vs\.?|compared (?:to|with)|instead of|of (?:the|our|those)|(?:target|goal|aim|objective|plan) (?:of|is|being|at)|von|desde|contre|frente a) (?:about |around )?$/iu;

function draftOf(clause: Clause, measure: Measure, label: string): FactDraft {
  const { standing } = clause;
  const change = changeIn(measure);
  return {
    line: clause.line,
    quote: clause.quote,
    type: 'metric',
    label: change === null ? label : withoutChange(label),
    value: measure.value,
    on: dateOfMeasure(clause, measure),
    who: null,
    status: change === 'unsure' ? 'gained' : change,
    category: null,
    certainty: standing.unsure || change === 'unsure' ? 'possible' : 'certain',
    // A change goes on from the total before it.
    corrects: standing.corrects && change === null,
  };
}

function metricLabel(clause: Clause, measure: Measure, talk: Talk): string | null {
  const { date } = clause.source;
  const counted = countedLabel(measure);
  if (counted !== undefined) return counted;
  if (OF_US.test(measure.before) && nounAfter(measure, date) === null) {
    return knownLabel(clause, measure, talk);
  }
  if (OWNED.test(measure.before)) return isCounted(measure) ? nounAfter(measure, date) : null;
  const match = BEFORE[clause.language]
    .map((pattern) => pattern.exec(measure.before))
    .find((found) => found !== null && !/^(?:i|we)$/iu.test(found.groups?.['what'] ?? ''));
  if (!match) return null;
  const subject = match.groups?.['what'];
  if (subject === undefined) return isCounted(measure) ? nounAfter(measure, date) : null;
  if (hasMilestone(subject) && / at $/iu.test(measure.before)) return null;
  if (NO_SUBJECT.test(subject) || isSize(measure) || (isSpan(measure) && !TIMED.test(subject)))
    return null;
  return trimmed(subject);
}

/** "We're at 200 now", after a goal or a number of the same kind. */
const OF_US =
  /^(?:(?:we|it|they)(?:['’]?re|['’]?s| are| is| stand)(?: now| currently| still| only)? at|we(?:['’]ve got| have| had)(?: now| already)?) (?:about |around |only |just |now )?$/iu;

function knownLabel({ line }: Clause, { value }: Measure, talk: Talk): string | null {
  const known = talk.latest(line, 'goal', 'metric');
  return known?.value?.kind === value.kind ? known.label : null;
}

/** What counts something for a project: "the newsletter has 2,400 subscribers". */
const OWNED =
  /^(?:the |our )?(?:[\p{L}\p{N}-]+ ){0,2}?(?:newsletter|site|website|web ?shop|page|app|channel|list|account|shop|store|product|podcast|blog|forum|community|campaign|course|platform|service|server|repository|repo|survey|petition|event|group|club|team|project|backlog)(?: now| already)? (?:has|have|counts|had|got)(?: now| already| about| around| over| almost| nearly| more than| reached)* $|^(?:the |our )(?:hens|cows|ewes|sheep|bees|goats|shop|stall|bar|café|cafe|farm|team|crew|site) (?:have |has )?(?:laid|gave|given|produced|made|sold|served|raised|collected|shipped|closed) (?:about |around |over |another )*$/iu;

function isSpan({ value }: Measure): boolean {
  return value.kind === 'quantity' && SPAN.test(value.unit);
}

/** Whether it is the size or the weight of a thing. */
function isSize({ value }: Measure): boolean {
  return value.kind === 'quantity' && SIZE.test(value.unit);
}
