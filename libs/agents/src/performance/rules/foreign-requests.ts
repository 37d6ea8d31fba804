import { languageOf } from '../../text/language.ts';
import { atStart } from './pattern.ts';

const NAME = '(?:(?<who>\\p{L}+), )?';

/** How people ask each other for work: "Kannst du …?", "tu peux …?", "¿puedes …?" */
const ASKED = {
  de: [
    atStart(
      `${NAME}(?:kannst|könntest|könnt|würdest|willst|magst) (?:du|ihr)(?: bitte| mal| mir| uns| noch| dann| auch){0,3} (?<what>[^?]+)\\?`,
    ),
    atStart(
      `${NAME}kümmerst du dich (?:bitte |dann |auch )?(?<when>bis \\p{L}+ )?um (?<what>[^?]+)\\?`,
    ),
    atStart(
      `${NAME}(?<verb>(?:schick|send|ruf|schreib|mach|prüf|bestell|buch|liefer|organisier|erledig|klär|frag|übernimm|erstell|reparier|bring|hol|druck|kauf|lad|sprich|plan|besorg|sammel|lies|gib)\\p{L}*st) du (?:(?:bitte|mir|uns|dann|mal|auch|noch) )*(?<what>[^?]+)\\?`,
    ),
  ],
  fr: [
    atStart(
      `${NAME}(?:est-ce que )?(?:tu peux|vous pouvez|peux-tu|pouvez-vous|tu pourrais|vous pourriez|pourrais-tu|pourriez-vous)(?: (?:me|nous|lui|leur|aussi|encore)){0,2} (?<what>\\p{L}+(?:er|ir|re|oir) [^?]+)\\?`,
    ),
    atStart(`${NAME}tu t['’]occupes d(?:e |u |es |['’])(?<what>[^?]+)\\?`),
    atStart(
      `${NAME}tu (?:me |nous )?(?<what>(?:envoies|appelles|réserves|commandes|prépares|termines|finis|signes|écris|vérifies|livres|publies|contactes|organises|relis|rédiges|achètes|apportes|imprimes) [^?]+)\\?`,
    ),
  ],
  es: [
    atStart(
      `${NAME}¿?(?:(?<name>\\p{L}+), )?¿?(?:me |nos )?(?:puedes|podrías|podéis) (?<what>\\p{L}+(?:ar|er|ir)(?:me|nos|lo|la)? [^?]+)\\?`,
    ),
    atStart(`${NAME}¿?te encargas de(?:l)? (?<what>[^?]+)\\?`),
    atStart(
      `${NAME}¿?(?:me |nos )?(?<what>(?:mandas|envías|llamas|reservas|preparas|terminas|firmas|escribes|revisas|entregas|publicas|contactas|organizas|compras|traes|imprimes) [^?]+)\\?`,
    ),
  ],
} as const;

/** Verbs that ask for no work. */
const IDLE =
  /(?:^|\s)(?:sagen|erklären|zeigen|warten|kommen|vorstellen|hören|sehen|verstehen|wiederholen|dire|expliquer|montrer|venir|attendre|voir|répéter|decir|explicar|venir|esperar|ver|repetir)(?:$|\s)/iu;

/** What a question asks somebody for; `null` when it is no request in one of these languages. */
export function foreignRequest(
  question: string,
): { readonly what: string; readonly who: string | null } | null {
  const language = languageOf(question);
  if (language === 'en') return null;
  const groups = ASKED[language]
    .map((pattern) => pattern.exec(question)?.groups)
    .find((found) => found);
  const what = groups?.['what']?.trim() ?? '';
  if (what === '' || IDLE.test(what)) return null;
  return { what, who: groups?.['who'] ?? groups?.['name'] ?? null };
}
