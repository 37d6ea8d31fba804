import type { FactDraft } from '#contracts/model';
import type { Language } from '../../text/language.ts';
import type { Clause } from './clauses.ts';
import { labelOf } from './label.ts';
import { outOfOrder } from './out-of-order.ts';

const CANNOT =
  "(?:can['’]?t|cannot|can not|(?:am|is|are)(?: not|n['’]t) able to|won['’]t be able to)";

/** "Without the key nobody can get in": what is missing or in the way, and that something stands still. */
const OBSTACLE: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `^(?:as long as|until|without|while) (?<what>.{2,80}?),? (?:(?:nobody|no one|none of (?:us|them)|nothing) (?:can|is|gets?|works?|moves?|happens?|goes)|(?:i|we|they|you|the \\p{L}+|\\p{L}+) ${CANNOT})(?![\\p{L}])`,
    'iu',
  ),
  de: /^(?:solange|ohne|bis) (?<what>.{2,80}?),? (?:(?:kann|können|könnt) (?:(?:ich|wir|man|die \p{L}+|\p{L}+) (?:.{0,40} )?(?:nicht|nichts|keine?n?)|keiner|niemand)|(?:geht|läuft|passiert|kommt|kommen) (?:.{0,30} )?(?:nichts?|keiner|niemand|nicht))(?![\p{L}])/iu,
  fr: /^(?:tant que?['’]?|sans) ?(?<what>.{2,80}?),? (?:(?:on|nous|je|personne|rien) (?:ne |n['’])?(?:peut|peux|pouvons|avance|fonctionne)(?: pas| rien| plus)?|impossible d)(?![\p{L}])/iu,
  es: /^(?:mientras|sin|hasta que) (?<what>.{2,80}?),? (?:no (?:podemos|puedo|se puede|pueden|avanzamos)|nadie puede|nada (?:avanza|funciona))(?![\p{L}])/iu,
};

const LEADING =
  /^(?:(?:and|but|so|well|yeah|ok|okay|right|honestly|also|und|aber|et|mais|y|pero),? ){1,3}/iu;
/** "Without coffee I can't think" is no obstacle of a project. */
const KNOWN =
  /^(?:the|our|a|an|that|this|any|his|her|their|its|my|\p{L}+['’]s|der|die|das|den|dem|ein\p{L}*|unser\p{L}*|le|la|les|l['’]|un|une|notre|nos|el|los|las|una|nuestr\p{L}+)(?![\p{L}])/iu;
const OF_WE =
  /(?:^|[\s,])(?:we|none of us|nobody|no one|nothing|wir|keiner|niemand|nichts|on|nous|podemos|nadie)(?![\p{L}])/iu;

/** "The visa hasn't come through, so Ana can't travel": what is missing, and what that prevents. */
const PREVENTS =
  /^(?:and |und |et |y )?(?:(?:so|that['’]s why|therefore|which is why) (?:we|i|nobody|no one|nothing|the \p{L}+|\p{L}+) (?:still )?(?:can['’]?t|cannot|can not)|(?:so|and) (?:nobody|no one|nothing) (?:can|works|moves)|(?:deshalb|daher|also) (?:können|kann) .{1,40} nicht|(?:donc|du coup) (?:on|nous) (?:ne )?(?:peut|pouvons) pas|(?:así que|por eso) no (?:podemos|se puede))(?![\p{L}])/iu;
const REACH_CHARACTERS = 80;
const MISSING =
  /^(?:(?:we|i|they)(?:['’]ve| have|['’]ve got| have got) (?:still )?(?:got )?no |(?:we|i|they) (?:still )?(?:don['’]t|do not|haven['’]t|have no) ?(?:have |got |received )?|(?:wir|ich) haben (?:noch )?(?:keinen?|kein) |(?:on|nous) (?:n['’])?(?:a|avons) (?:toujours |encore )?pas (?:de |la |le |les )?|(?:todavía |aún )?no tenemos )/iu;

/** The words of a clause that name what is missing, when the next clause says what that prevents. */
function missingIn({ text, source, start, quote, standing }: Clause): string | null {
  const end = start + quote.length;
  const follows = source.text.slice(end, end + REACH_CHARACTERS).replace(/^[\s,;.–-]+/u, '');
  if (!PREVENTS.test(follows) || !(standing.negated || MISSING.test(text))) return null;
  return text.replace(MISSING, '');
}

/** A clause and some of the words after it. */
function withWhatFollows({ source, textStart, start, quote }: Clause): string {
  return source.text.slice(textStart, start + quote.length + REACH_CHARACTERS);
}

/** What keeps the work from going on, named before what does not go on; `null` for nothing. */
export function readObstacle(clause: Clause): FactDraft | null {
  const { line, quote, standing, language, source, start, sentence } = clause;
  if (standing.question || standing.joking || standing.hypothetical) return null;
  const end = start + Math.max(quote.length, sentence.length);
  const text = source.text.slice(start, end).replace(LEADING, '');
  const found = OBSTACLE[language].exec(text);
  const isKnown =
    found !== null && (KNOWN.test(found.groups?.['what'] ?? '') || OF_WE.test(found[0]));
  const what = isKnown
    ? (found.groups?.['what'] ?? '')
    : (missingIn(clause) ?? outOfOrder(withWhatFollows(clause), language));
  if (what === null) return null;
  const label = labelOf(what, source.date);
  if (label === null) return null;
  return {
    ...{ line, quote, type: 'blocker', label, value: null, on: null, who: null, status: 'open' },
    ...{ category: null, certainty: standing.unsure ? 'possible' : 'certain', corrects: false },
  };
}
