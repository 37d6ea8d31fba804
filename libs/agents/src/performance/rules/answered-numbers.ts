import type { FactDraft, SourceLine } from '#contracts/model';
import { type FoundAmount, findAmounts } from '../../text/amounts.ts';
import { withoutReplacedAmounts } from '../../text/amounts/replaced.ts';
import { languageOf, type Language } from '../../text/language.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { standingOf } from '../../text/standing.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { isPrivate } from './english/work.ts';
import { atStart } from './pattern.ts';

/** "How many tickets have we sold?", "what's our churn?": a question for a number of the project. */
const ASKED: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    atStart(
      'how many (?:of (?:the|our) )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+) (?:(?:have|did|do|are|had) we|(?:are|were|have|has|did|is) (?:there|left|sold|in|signed|booked|registered|coming|confirmed|open|closed|done|still|now|already|been)|(?:signed|came|registered|showed|turned|joined|bought|use|used|passed?|failed?|work|answered|replied|applied|go|went|responded)(?![\\p{L}])|so far)[^?]{0,60}\\?',
    ),
    atStart(
      "(?:what(?:['’]s| is| are| was)|where(?:['’]s| is| are)) (?:the|our|today['’]s|this (?:week|month)['’]s) (?:current |latest |new )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)(?: (?:at|now|at the moment|right now|like|like now|today|this (?:week|month)|looking like|so far|these days|currently|standing at))*\\?",
    ),
  ],
  de: [
    atStart(
      'wie viele (?<what>[\\p{L}-]+(?: [\\p{L}-]+)?) (?:haben wir|sind|hatten wir|wurden)(?![\\p{L}])[^?]{0,60}\\?',
    ),
    atStart(
      '(?:wie (?:hoch|groß) ist|was ist|wo (?:steht|liegt)) (?:die|der|das|unsere?) (?<what>[\\p{L}-]+)[^?]{0,40}\\?',
    ),
  ],
  fr: [
    atStart(
      "combien (?:de |d['’])(?<what>[\\p{L}-]+(?: [\\p{L}-]+)?) (?:(?:a-t-)?on|avons-nous|on a|sont|ont|nous avons|y a-t-il|il y a|avez-vous|vous avez)(?![\\p{L}])[^?]{0,60}\\?",
    ),
    atStart(
      "(?:quel(?:le)? est|on en est à combien de) (?:le |la |l['’]|notre )?(?<what>(?:[\\p{L}'’-]+ ){0,3}?[\\p{L}-]+)(?: (?:actuel(?:le)?|maintenant|en ce moment))? ?\\?",
    ),
  ],
  es: [
    atStart(
      '¿?cuánt[oa]s (?<what>[\\p{L}-]+(?: [\\p{L}-]+)?) (?:hemos|tenemos|hay|han|se han|llevamos|quedan|van)(?![\\p{L}])[^?]{0,60}\\?',
    ),
    atStart(
      '¿?(?:cuál es|cómo está) (?:el|la|nuestr[oa]) (?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)(?: (?:ahora|actual))?\\?',
    ),
  ],
};

/** What is no number of a project: time, and what is wanted or belongs to somebody. */
const NO_METRIC =
  /(?<![\p{L}])(?:days?|weeks?|months?|hours?|minutes?|years?|times|kids?|children|siblings|brothers|sisters|options?|questions?|problems?|deadline|target|goal|plan|date|time|name|number|code|password|pin|room|address|matter|status|weather|score|budget|price|cost|costs|rent|fee|tage|wochen|monate|stunden|minuten|jahre|kinder|jours|semaines|heures|ans|enfants|días|semanas|meses|horas|hijos|should|want|would|need|ziel|objectif|objetivo|meta)(?![\p{L}])/iu;

/** Nothing but a hedge before the number, and no more than a few words after it. */
const LEAD =
  /^(?:(?:it['’]?s|that['’]?s|we['’]re (?:at|on)|we have|we['’]ve|at|about|around|roughly|exactly|almost|nearly|just|only|over|so far|currently|now|right now|yes|yeah|erm|um|let me see|i think|es sind|das sind|etwa|rund|genau|bei|environ|à|on est à|on en a|unas|unos|el|al|en|estamos en)[,:]? ?){0,4}$/iu;
const MOST_CHARACTERS = 200;

/** The numbers with which people answer the question of another one in the line before. */
export function answeredNumbers(
  lines: readonly SourceLine[],
  first: number,
  currency: string,
): readonly FactDraft[] {
  return lines.flatMap((answer, line) => {
    const question = lines[line - 1];
    if (line < first || question === undefined || !isOther(question, answer)) return [];
    return answerTo(question, answer, line, currency) ?? [];
  });
}

function isOther(question: SourceLine, answer: SourceLine): boolean {
  return question.text.includes('?') && question.speaker !== answer.speaker;
}

function answerTo(
  question: SourceLine,
  answer: SourceLine,
  line: number,
  currency: string,
): FactDraft | null {
  const label = askedIn(question);
  const [said] = sentencesOf(answer.text.slice(0, MOST_CHARACTERS));
  if (label === null || !said) return null;
  const standing = standingOf(said.text);
  if (standing.question || standing.joking || standing.hypothetical) return null;
  const amount = firstAmount(said.text, currency);
  if (amount === null) return null;
  return {
    ...{ line, quote: said.text, type: 'metric', label, value: amount.value, on: null },
    ...{ who: null, status: null, category: null, corrects: standing.corrects },
    certainty: standing.unsure ? 'possible' : 'certain',
  };
}

/** What the last question of a line asks the number of; `null` when it asks for none. */
function askedIn({ text, date }: SourceLine): string | null {
  const question = sentencesOf(text.slice(-MOST_CHARACTERS)).at(-1)?.text ?? '';
  const clear = withoutFillers(question.replace(/\s*\?$/u, '')).text;
  if (!question.endsWith('?') || isPrivate(clear)) return null;
  const patterns = ASKED[languageOf(clear)];
  const what = patterns
    .map((pattern) => pattern.exec(`${clear}?`)?.groups?.['what'])
    .find((found) => found !== undefined);
  if (what === undefined || NO_METRIC.test(clear)) return null;
  return labelOf(what, date);
}

function firstAmount(said: string, currency: string): FoundAmount | null {
  const { holding } = withoutReplacedAmounts(said, findAmounts(said, currency));
  const [amount] = holding;
  if (!amount || amount.value.kind === 'money') return null;
  return LEAD.test(said.slice(0, amount.start)) ? amount : null;
}
