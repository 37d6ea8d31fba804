import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { statedText } from './english/full-verbs.ts';
import { labelOf } from './label.ts';

/** That the work goes on, before or after what was missing is named as there. */
const GOES_ON =
  /(?<![\p{L}])(?:so (?:now )?we can (?:finally |now )?(?!ask|see|say|tell|only|imagine|all)\p{L}+|(?:we|i)(?:['’]re| are|['’]m| am) (?:no longer|not) (?:blocked|stuck|held up|waiting|stalled)|(?:we|i) can (?:finally |now |at last )?(?:go on|continue|proceed|carry on|move on|get (?:on|going|started|back)|start(?: (?:again|now|with|\p{L}+ing))|work again|go ahead)|(?:we|i)(?:['’]re| are|['’]m| am) (?:unblocked|back on track|moving again)|wir können (?:jetzt |endlich |wieder |also )*(?:weiter\p{L}*|loslegen|anfangen)|nicht mehr blockiert|(?:on|nous) (?:peut|pouvons) (?:enfin |maintenant |de nouveau )*(?:continuer|avancer|reprendre|commencer)|plus bloquée?s?|(?:ya )?podemos (?:por fin |ya )*(?:seguir|continuar|empezar|avanzar)|ya no estamos (?:bloquead|parad|atascad)[oa]s)(?![\p{L}])/iu;

/** What was missing or broken, and is there or works. */
const IS_THERE =
  /^(?:(?:the|our|that) )?(?<what>(?:[\p{L}\p{N}’'&-]+ ){0,5}?[\p{L}\p{N}-]+) (?:(?:has|have|is|are|was|were|got) )?(?:(?:just|now|finally|already|all|at last|been) ){0,3}(?:been )?(?:fixed|repaired|sorted(?: out)?|replaced|found|turned up|arrived|come (?:in|back|through)|came (?:in|back|through)|back(?: up| online)?|working|works|here|granted|approved|signed(?: off)?|delivered|restored|cleared|resolved|solved|up (?:again|and running)|running|released|unlocked|paid|done|through|in(?=$|[,.]))(?![\p{L}])/iu;

const REACH_CHARACTERS = 100;

/** "The crane has been fixed, so we can carry on": what no longer keeps the work from going on. */
export function readUnblocked(clause: Clause): FactDraft | null {
  const { line, quote, standing, language, source, start } = clause;
  if (language !== 'en' || standing.question || standing.joking) return null;
  if (standing.hypothetical || standing.negated) return null;
  const end = start + quote.length;
  const follows = source.text.slice(end, end + REACH_CHARACTERS);
  if (!GOES_ON.test(follows)) return null;
  const what = IS_THERE.exec(statedText(clause))?.groups?.['what'] ?? '';
  const label = /^(?:it|that|this|we|i|he|she|they|everything|all)$/iu.test(what)
    ? null
    : labelOf(what, source.date);
  if (label === null) return null;
  return {
    ...{ line, quote, type: 'blocker', label, value: null, on: null, who: null, category: null },
    ...{ status: 'resolved', certainty: standing.unsure ? 'possible' : 'certain', corrects: false },
  };
}
