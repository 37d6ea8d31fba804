import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import { fact, type FactPattern, type FoundParts } from '../pattern.ts';

const named = ({ who }: FoundParts, { text }: Clause) => /^ich$/iu.test(who) || isName(who, text);
const WORK =
  '(?:schick|send|ruf|schreib|mach|prüf|bestell|buch|liefer|organisier|bereit|erledig|klär|frag|kümmer|übernehm|übernimm|erstell|reparier|teil|melde|bring|hol|druck|kauf|stell|lad|sprech|plan|überarbeit|test|sammel|besorg|bau|mal|streich|putz|verschick|beantrag|unterschreib|übersetz|reservier|miet|räum|häng|bereite|schließ|informier|treff|rede|hänge|pflanz|mäh)\\p{L}*';
/** The part of a verb that comes last: "ich rufe ihn an". */
const PARTICLE = '(?: (?:an|ab|auf|aus|ein|vor|zu|mit|fertig|los|weg|raus|vorbei|zurück))?';
const PARTICIPLE =
  '(?:ge\\p{L}+|\\p{L}+ge\\p{L}+(?:t|en)|(?:be|ver|er|über|ent|zer|unter)\\p{L}{2,}(?:t|en)|\\p{L}+iert)';
const THINGS = '(?:den|die|das|dem|alle|unser\\p{L}*|mein\\p{L}*|euer\\p{L}*) [^,.]{2,60}?';
/** At the start of a sentence, beside a name in capitals. */
const THINGS_FIRST = '(?:[Dd](?:en|ie|as|em)|[Aa]lle|[Uu]nser\\p{L}*|[Mm]ein\\p{L}*) [^,.]{2,60}?';

/** What people take on, and whether it was done, in German. */
export const GERMAN_COMMITMENTS: readonly FactPattern[] = [
  fact('commitment', 'taken over', 'ich übernehme (?<what>.+?) von (?<who>\\p{L}+)$', {
    of: 'speaker',
    accepts: ({ who }, { source }) => /^\p{Lu}/u.test(who) && isName(who, source.text),
  }),
  fact(
    'commitment',
    'kept',
    `(?<what>${THINGS}) (?:habe|hab) ich (?:[^,.]{1,40} )?${PARTICIPLE}$`,
    { of: 'speaker' },
  ),
  fact(
    'commitment',
    'kept',
    `(?<what>${THINGS_FIRST}) (?:hat|haben) (?<who>\\p{Lu}\\p{L}+)(?: (?!nicht|nie)\\p{L}+){0,4}? ${PARTICIPLE}$`,
    { of: 'name', accepts: named },
  ),
  fact(
    'commitment',
    'broken',
    `(?<what>${THINGS_FIRST}) (?:hat|haben) (?<who>\\p{Lu}\\p{L}+) (?:\\p{L}+ )?(?:nicht|nie) (?:\\p{L}+ ){0,2}?${PARTICIPLE}$`,
    { of: 'name', negation: 'allowed', accepts: named },
  ),
  fact(
    'commitment',
    'kept',
    `(?:der |die |das |unser\\p{L}* |alle )(?<what>[^,.]{2,50}?) (?:ist|sind) (?:jetzt |schon |bereits |endlich |nun |inzwischen |heute |gestern ){0,2}(?:erledigt|fertig|gebucht|bestellt|gedruckt|verschickt|unterschrieben|bezahlt|organisiert|in der Post)(?![\\p{L}])`,
  ),
  fact(
    'commitment',
    'broken',
    `(?<what>${THINGS}) (?:habe|hab) ich (?:[^,.]{1,40} )?(?:nicht|nie) (?:[^,.]{1,40} )?${PARTICIPLE}$`,
    { of: 'speaker', negation: 'allowed' },
  ),
  fact(
    'commitment',
    'broken',
    `(?<who>[Ii]ch|\\p{Lu}\\p{L}+) (?:habe|hab|hat) (?<what>${THINGS}) (?:[^,.]{1,40} )?(?:nicht|nie) (?:[^,.]{1,40} )?${PARTICIPLE}$`,
    { of: 'name', negation: 'allowed', accepts: named },
  ),
  fact(
    'commitment',
    'open',
    `(?<what>${THINGS}) (?:übernehme|mache|erledige|schicke|schreibe|kläre|bestelle|prüfe|buche) ich(?![\\p{L}]).*`,
    {
      of: 'speaker',
    },
  ),
  fact(
    'commitment',
    'kept',
    'ich (?:habe|hab) (?<what>.+ (?:ge\\p{L}+|\\p{L}+ge\\p{L}+(?:t|en)|(?:be|ver|er|über|ent|zer)\\p{L}{2,}t|organisiert|repariert))(?![\\p{L}])',
    { of: 'speaker' },
  ),
  fact(
    'commitment',
    'kept',
    '(?<who>\\p{Lu}\\p{L}+) hat (?<what>.+ (?:ge\\p{L}+|\\p{L}+ge\\p{L}+(?:t|en)|(?:be|ver|er|über|ent|zer)\\p{L}{2,}t|organisiert|repariert))(?![\\p{L}])',
    { of: 'name', accepts: named },
  ),
  fact('commitment', 'broken', 'ich (?:habe|hab) (?:es nicht geschafft|vergessen),? (?<what>.+)', {
    of: 'speaker',
    negation: 'allowed',
  }),
  fact('commitment', 'open', 'ich kümmere mich (?:bis \\p{L}+ |morgen |heute )?um (?<what>.+)', {
    of: 'speaker',
  }),
  fact('commitment', 'open', 'ich (?:werde|übernehme) (?<what>.+)', { of: 'speaker' }),
  fact('commitment', 'open', `ich (?<what>${WORK} .+)`, { of: 'speaker', needs: 'date' }),
  fact('commitment', 'open', `(?<who>\\p{Lu}\\p{L}+) (?<what>${WORK} .+)`, {
    of: 'name',
    needs: 'date',
    accepts: named,
  }),
  fact(
    'commitment',
    'open',
    '(?<who>\\p{Lu}\\p{L}+) hat (?:mir |uns )?(?:versprochen|zugesagt),? (?<what>.+)',
    { of: 'name', accepts: named },
  ),
  fact(
    'commitment',
    'open',
    '(?:[Uu]m )?(?<what>(?:den|die|das|alle|unser\\p{L}*) [^,.]+?) (?:kümmert sich|kümmere ich mich) ?(?<who>\\p{Lu}\\p{L}+|[Ii]ch)?(?![\\p{L}]).*',
    { of: 'name', accepts: ({ who }, { text }) => who !== '' && isName(who, text) },
  ),
  fact(
    'commitment',
    'open',
    '(?:vielleicht|eventuell|mit glück) (?:schaffe|mache|bekomme|kriege) ich (?<what>.+)',
    {
      ...{ of: 'speaker', certainty: 'possible' },
    },
  ),
  fact('commitment', 'open', `${WORK} ich (?<what>(?:mal |noch |dann |auch )*.+?)${PARTICLE}$`, {
    ...{ of: 'speaker', needs: 'date' },
  }),
  fact(
    'commitment',
    'open',
    `(?<what>${THINGS_FIRST}) ${WORK} (?<who>\\p{Lu}\\p{L}+)(?![\\p{L}]).*`,
    { of: 'name', needs: 'date', accepts: named },
  ),
  fact(
    'commitment',
    'open',
    '(?:vielleicht kann ich|ich (?:könnte|kann) (?:vielleicht|eventuell|evtl\\.?|womöglich)|ich könnte|ich versuche) (?<what>.+)',
    {
      ...{ of: 'speaker', needs: 'date', certainty: 'possible', modal: 'allowed' },
    },
  ),
  fact(
    'commitment',
    'open',
    '(?<who>\\p{Lu}\\p{L}+) (?:wird|kümmert sich um|übernimmt) (?<what>.+)',
    { of: 'name', accepts: named },
  ),
  fact(
    'commitment',
    'open',
    '\\p{Lu}\\p{L}+ und (?<who>\\p{Lu}\\p{L}+) (?:werden|kümmern sich um|übernehmen) (?<what>.+)',
    { of: 'name', accepts: named },
  ),
];
