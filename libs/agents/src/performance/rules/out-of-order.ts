import type { Language } from '../../text/language.ts';
import { fullVerbs } from './english/full-verbs.ts';

const THING = "(?<what>(?:[\\p{L}\\p{N}’'&-]+ ){0,4}?[\\p{L}\\p{N}-]+)";

/** A thing that does not work: "the freezer is broken", "der Kran ist kaputt". */
const BROKEN: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `^(?:the |our |that )${THING} (?:is|are|has been|got|went|keeps|keeps on) (?:still |now |all |completely |totally |just )*(?:broken|down|offline|out of (?:order|action|service)|not working|dead|jammed|bust|kaput|faulty|leaking|crashing|frozen|missing|locked|gone)(?![\\p{L}])|^(?:the |our |that )${THING.replace('what', 'thing')} (?:(?:has |have )?(?:just )?(?:broke(?:n)?(?: down)?|died|crashed|packed up|given up|failed)|(?:does|do)(?:n['’]t| not) work)(?![\\p{L}])`,
    'iu',
  ),
  de: new RegExp(
    `^(?:der |die |das |unsere? )${THING} (?:ist|sind) (?:immer noch |noch |gerade |leider |schon wieder )*(?:kaputt|defekt|ausgefallen|außer Betrieb|offline|weg|verschwunden)(?![\\p{L}])`,
    'iu',
  ),
  fr: new RegExp(
    `^(?:le |la |les |l['’]|notre |nos )${THING} (?:est|sont) (?:toujours |encore )?(?:en panne|cassée?s?|hors service|hs|bloquée?s?|fichue?s?)(?![\\p{L}])`,
    'iu',
  ),
  es: new RegExp(
    `^(?:el |la |los |las |nuestr[oa]s? )${THING} (?:est[áa]n?|sigue) (?:todavía |aún )?(?:rot[oa]s?|estropead[oa]s?|averiad[oa]s?|caíd[oa]s?|fuera de servicio)(?![\\p{L}])`,
    'iu',
  ),
};

/** That nothing goes on, after it. */
const STANDSTILL =
  /^[\s,;.–-]*(?:(?:and|so|which means|meaning|therefore|und|also|deshalb|daher|et|donc|du coup|alors|y|así que|por eso) ?,? ?){0,2}(?:(?:we|nobody|no one|nothing|none of us|the (?:whole )?(?:team|crew|class|shoot|site)) (?:still |really )?(?:can['’]?t|cannot|can not|(?:are|is)(?: not|n['’]t) able to|can|moves|works|gets)(?![\p{L}])|(?:wir können|können wir|keiner kann|niemand kann)(?![\p{L}])|(?:on|nous|personne) (?:ne |n['’])(?:peut|pouvons)(?![\p{L}])|(?:no (?:podemos|se puede)|nadie puede)(?![\p{L}]))/iu;

/** What does not work at the start of a text, when the words after it say that nothing goes on. */
export function outOfOrder(text: string, language: Language): string | null {
  const full = language === 'en' ? fullVerbs(text) : text;
  const found = BROKEN[language].exec(full);
  if (!found || !STANDSTILL.test(full.slice(found[0].length).replace(PLACE, ''))) return null;
  return found.groups?.['what'] ?? found.groups?.['thing'] ?? null;
}

/** "The lift is broken again since Monday" */
const PLACE = /^ [^,;.]{1,40}?(?=[,;.]| and | so | y | et | und )/iu;

/** Whether a clause says that a thing does not work. */
export function isOutOfOrder(text: string, language: Language): boolean {
  return BROKEN[language].test(language === 'en' ? fullVerbs(text) : text);
}
