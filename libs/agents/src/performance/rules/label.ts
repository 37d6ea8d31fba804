import { findDates } from '../../text/dates.ts';
import { languageOf } from '../../text/language.ts';

const MAX_WORDS = 9;

/** A sum says what was decided, but not what a promise or a goal is about. */
const MONEY =
  /(?:\s(?:for|at|worth|of))?\s(?:[$€£¥]\d|\d[\d.,]{0,12}k?\s?(?:dollars?|euros?|pounds?|francs?|bucks|usd|eur|gbp|chf|€|\$|£)(?![\p{L}]))/iu;
/** Where the words about a subject end. */
const STOP =
  /,(?!\d)|[;!?()"“”]|[.:](?!\d)|\s[-–—]\s|(?<![\p{L}])(?:because|since|so that|so|if|when|while|which|and (?:then|get|let|send|tell|i|we|got|had|have|was|were|made|lost|gained|sold|won|\p{L}{2,}ed)|but|as soon as|once|until|unless|by the way|as (?:promised|agreed|discussed|planned|well|of)|like (?:i|we|he|she|they) (?:said|promised)|wie versprochen|comme promis|como prometió|no problem|no worries|after all|too|instead|yet|please|right away|for sure|thats|it['’]s|weil|wenn|sobald|damit|parce que|porque|cuando|quand)(?![\p{L}])/iu;
const TRAILING =
  /(?:^|\s+)(?:by|on|in|until|till|before|after|for|at|over|the|to|from|this|of|a|an|no later than|latest|is|are|was|were|has|have|had|been|will|be|due|already|and|or|bis|am|zum|vor|auf|den|dem|der|noch|avant|le|la|pour|d['’]ici|du|au|para|el|antes|de|del|al|a|hasta)$/iu;
const LEADING =
  /^(?:the|a|an|our|my|your|his|her|their|this|that|these|those|some|all|of|to|der|die|das|den|dem|des|ein|eine|einen|unser|unsere|mein|meine|le|la|les|un|une|notre|mon|ma|el|los|las|una|nuestro|nuestra|mi|al|del)\s+/iu;

/** Words that name nothing. */
const EMPTY = new Set(
  (
    'it this that them him her you me us one things thing something anything everything stuff all some do done ' +
    'did have has had get got make made let know see back be been there here now then the a an to of in on for ' +
    'with by is are was were will can i we they he she same way lot bit sure try no not yet so es das ihn sie ' +
    'mich dich uns ça cela lui le la lo eso esto'
  ).split(' '),
);

/**
 * What a phrase is about: its words up to a date, a mark or a conjunction, without articles at the
 * start. They stand so in the phrase.
 * @param saidOn ISO 8601 date
 * @param money whether it may name a sum
 * @returns `null` when the phrase names nothing
 */
export function labelOf(
  phrase: string,
  saidOn: string,
  money: 'withMoney' | 'withoutMoney' = 'withoutMoney',
): string | null {
  const clear = beforeDate(phrase.replace(ADDRESSEE, '$1 '), saidOn);
  const stops = [STOP, ...(money === 'withMoney' ? [] : [MONEY])].map((stop) => clear.search(stop));
  const stop = Math.min(...stops.filter((at) => at > 0), clear.length);
  const words = clear.slice(0, stop).trim().split(/\s+/u).slice(0, MAX_WORDS);
  return trimmed(words.join(' '));
}

/** To whom: "send you the schedule" is about sending the schedule. */
const ADDRESSEE =
  /^(\p{L}+) (?:you|him|her|them|us|me|everyone|everybody) (?=(?:the|a|an|my|our|your|his|their|some|this|that|these|those|all)(?![\p{L}]))/iu;

/** What speakers say while they think, and do not mean. */
const HESITATION =
  /(?<![\p{L}])(?:um+|uh+|er+|erm|hmm+|ähm?|öhm?|euh|you know|i mean|basically|sort of|kind of|honestly|actually|probably)(?![\p{L}]),?\s*/giu;

function withoutHesitation(phrase: string): string {
  return phrase.replace(HESITATION, '');
}

/** "The Friday show" begins with its date. */
const ARTICLE_ONLY = /^\s*(?:the |our |this |that )?$/iu;

/** The words before a date; in German also those after it, because parts of the verb come last. */
function beforeDate(phrase: string, saidOn: string): string {
  const date = findDates(phrase, saidOn).find(
    ({ start }) => !ARTICLE_ONLY.test(phrase.slice(0, start)),
  );
  if (!date) return phrase;
  const before = phrase.slice(0, date.start);
  if (languageOf(phrase) !== 'de' && !isOnlyVerb(before, phrase)) return before;
  return `${before.replace(TRAILING, '').trim()} ${phrase.slice(date.end).trim()}`;
}

/** "Llamo mañana al electricista": in French and Spanish a date may follow the verb. */
function isOnlyVerb(before: string, phrase: string): boolean {
  const language = languageOf(phrase);
  if (language !== 'fr' && language !== 'es') return false;
  return /^\s*\p{L}+(?:\s+(?:el|le|este|ce))?\s*$/iu.test(before);
}

/** A phrase without articles at its start and prepositions at its end; `null` when nothing is left. */
export function trimmed(phrase: string): string | null {
  let label = withoutHesitation(phrase)
    .replace(/["“”;!?()]+|,(?!\d)|[.:](?!\d)/gu, ' ')
    .trim();
  for (let before = ''; before !== label;) {
    before = label;
    label = label.replace(TRAILING, '').replace(LEADING, '').trim();
  }
  return namesSomething(label) ? label : null;
}

function namesSomething(label: string): boolean {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word) => /\p{L}{2}/u.test(word) && !EMPTY.has(word));
}
