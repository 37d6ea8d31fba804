import type { FactDraft, SourceLine } from '#contracts/model';
import { languageOf, type Language } from '../../text/language.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { isPrivate } from './english/work.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { isName } from './names.ts';
import { atStart } from './pattern.ts';
import { workVerb } from './verbs.ts';

/** "Did you call the printer?": what is asked about, by language. */
const ASKED: Readonly<Record<Language, RegExp>> = {
  en: atStart(
    '(?:(?<who>\\p{Lu}\\p{L}+), )?(?:[Dd]id|[Hh]ave|[Hh]as) (?:you|(?<other>\\p{Lu}\\p{L}+))(?: (?:already|ever|manage to|get to|get around to|get round to|remember to|finally|also|been able to)){0,2} (?<what>(?<verb>\\p{L}+) [^?]+)\\?',
  ),
  de: atStart(
    'hast du (?:schon |bereits |denn |eigentlich )?(?<what>(?:den|die|das|dem|alle|unser\\p{L}*) [^?]+)\\?',
  ),
  fr: atStart(
    "(?:est-ce que )?(?:tu as|as-tu|vous avez|avez-vous) (?:déjà |bien |pu )?(?<what>\\p{L}+(?:é|i|u|it|er) (?:le|la|les|l['’]|notre|nos|ton|tes) ?[^?]+)\\?",
  ),
  es: atStart(
    '¿?(?:ya )?has (?:podido )?(?<what>\\p{L}+(?:ado|ido|cho|to|ar|er|ir) (?:el|la|los|las|nuestr[oa]|tu) [^?]+)\\?',
  ),
};

const DONE =
  /^(?:(?:oh|ah|um|uh|well|ja|oui|sí|yes|yeah|yep|yup|sure|of course|natürlich|klar|claro|bien sûr)[,.!]? )?(?:yes|yeah|yep|yup|i did|i have|i already did|(?:he|she|they) (?:did|has|have)|(?:all )?done|did it|already done|sure did|ja|hab ich|habe ich|schon erledigt|erledigt|oui|c['’]est fait|sí|ya está|hecho)(?![\p{L}])/iu;
/** What says that it was not, or not yet. */
const NOT_DONE =
  /(?<![\p{L}])(?:not|no|nope|never|\p{L}+n['’]t|but|almost|nearly|will|tomorrow|later|yet|soon|partly|half|some of|tried|nicht|noch|morgen|aber|pas|demain|mais|mañana|pero|todavía|aún)(?![\p{L}])|['’]ll(?![\p{L}])/iu;
const FORGOT =
  /^(?:(?:oh|ah|um|uh|no|nope|sorry|damn|shoot|nein|non|oje|mist|vaya)[,.!]? ){0,3}(?:i (?:completely |totally |clean )?(?:forgot|didn['’]?t(?: manage| get (?:to|round|around)| have time)?|couldn['’]?t|never (?:got|did)|ran out of time)|(?:it )?slipped my mind|(?:hab ich |habe ich )?vergessen|j['’]ai oublié|se me olvidó|lo olvidé)(?![\p{L}])/iu;
const MAY_STILL =
  /(?<![\p{L}])(?:yet|will|tomorrow|later|today|tonight|noch|morgen|demain|mañana)(?![\p{L}])|['’]ll(?![\p{L}])/iu;

/** "Did you get my message?" asks for no work. */
const IS_HEARD =
  /^(?:get|got|read|find|found|catch|hear|take) (?:my|the|our|his|her|their|that|a) (?:\p{L}+ )?(?:messages?|e-?mails?|mails?|notes?|texts?|invites?|invitations?|calls?|bus|train|joke)(?![\p{L}])/iu;

/** So many characters of a question and of its answer are read. */
const MOST_CHARACTERS = 300;

/** What answers say of work that was asked about: "did you call them?", "I did". */
export function askedReports(lines: readonly SourceLine[], first: number): readonly FactDraft[] {
  return lines.flatMap((source, index) => {
    const answer = lines[index + 1];
    if (!answer?.speaker || answer.speaker === source.speaker || index + 1 < first) return [];
    if (!source.text.includes('?')) return [];
    return reportOf(source, { ...answer, speaker: answer.speaker }, index + 1) ?? [];
  });
}

function reportOf(
  question: SourceLine,
  answer: SourceLine & { readonly speaker: string },
  line: number,
): FactDraft | null {
  const [said] = sentencesOf(answer.text.slice(0, MOST_CHARACTERS));
  const status = said === undefined ? null : statusOf(said.text);
  const asked = askedIn(question);
  if (!said || status === null || asked === null) return null;
  return {
    ...{ line, quote: said.text, type: 'commitment', label: asked.label, value: null, on: null },
    ...{ who: asked.who ?? answer.speaker, status, category: null, certainty: 'certain' },
    corrects: false,
  };
}

function statusOf(answer: string): 'kept' | 'broken' | null {
  if (FORGOT.test(answer)) return MAY_STILL.test(answer) ? null : 'broken';
  return DONE.test(answer) && !NOT_DONE.test(answer) ? 'kept' : null;
}

/** The work that the last question of a line is about, and who was asked about by name. */
function askedIn({
  text,
  date,
}: SourceLine): { readonly label: string; readonly who: string | null } | null {
  const question = sentencesOf(text.slice(-MOST_CHARACTERS)).at(-1)?.text ?? '';
  if (!question.endsWith('?')) return null;
  const clear = `${withoutFillers(question.slice(0, -1)).text}?`;
  const language = languageOf(clear);
  const groups = ASKED[language].exec(clear)?.groups;
  const what = groups?.['what'] ?? '';
  const other = groups?.['other'] ?? null;
  if (what === '' || isPrivate(what) || IS_HEARD.test(what)) return null;
  if (language === 'en' && workVerb(groups?.['verb'] ?? '') === null) return null;
  if (other !== null && !isName(other, clear)) return null;
  const label = labelOf(what, date);
  return label === null ? null : { label, who: other };
}
