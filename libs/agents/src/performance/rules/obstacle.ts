import type { FactDraft } from '#contracts/model';
import type { Language } from '../../text/language.ts';
import type { Clause } from './clauses.ts';
import { labelOf } from './label.ts';

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

/** What keeps the work from going on, named before what does not go on; `null` for nothing. */
export function readObstacle(clause: Clause): FactDraft | null {
  const { line, quote, standing, language, source, start, sentence } = clause;
  if (standing.question || standing.joking || standing.hypothetical) return null;
  const end = start + Math.max(quote.length, sentence.length);
  const text = source.text.slice(start, end).replace(LEADING, '');
  const found = OBSTACLE[language].exec(text);
  const what = found?.groups?.['what'] ?? '';
  if (!found || !(KNOWN.test(what) || OF_WE.test(found[0]))) return null;
  const label = labelOf(what, source.date);
  if (label === null) return null;
  return {
    ...{ line, quote, type: 'blocker', label, value: null, on: null, who: null, status: 'open' },
    ...{ category: null, certainty: standing.unsure ? 'possible' : 'certain', corrects: false },
  };
}
