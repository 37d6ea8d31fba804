import { GERMAN_EVENTS } from './foreign-events.ts';
import { isName } from './names.ts';
import { atStart, type FactPattern, type FoundParts, type LanguagePatterns } from './pattern.ts';
import type { Clause } from './clauses.ts';

const fact = (
  type: string,
  status: string | null,
  pattern: string,
  more: Partial<FactPattern> = {},
): FactPattern => ({ type, status, pattern: atStart(pattern), ...more });

const named = ({ who }: FoundParts, { text }: Clause) => /^ich$/iu.test(who) || isName(who, text);
const MILESTONE = '(?:der |die |das |den |unser |unsere )?(?<what>(?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+)';
const WORK =
  '(?:schick|send|ruf|schreib|mach|prüf|bestell|buch|liefer|organisier|bereit|erledig|klär|frag|kümmer|übernehm|übernimm|erstell|reparier|teil|melde|bring|hol|druck|kauf|stell|lad|sprech|plan|überarbeit|test|sammel|besorg)\\p{L}*';

const PARTICIPLE =
  '(?:ge\\p{L}+|\\p{L}+ge\\p{L}+(?:t|en)|(?:be|ver|er|über|ent|zer|unter)\\p{L}{2,}(?:t|en)|\\p{L}+iert)';
const THINGS = '(?:den|die|das|dem|alle|unser\\p{L}*|mein\\p{L}*|euer\\p{L}*) [^,.]{2,60}?';

/** The commonest ways to state a fact in German. */
export const GERMAN: LanguagePatterns = {
  decisions: [
    fact(
      'decision',
      null,
      '(?:wir|ich) (?:haben|habe)(?: uns| mich)?(?: jetzt| gestern| heute)? (?:beschlossen|entschieden|vereinbart),? (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'decision',
      null,
      '(?:wir|ich) (?:haben uns|habe mich) (?:für|gegen) (?<what>.+?) entschieden',
    ),
    fact('decision', null, '(?:wir nehmen|wir bleiben bei|wir einigen uns auf) (?<what>.+)'),
  ],
  risks: [
    fact(
      'risk',
      null,
      'es (?:besteht|gibt) (?:noch )?(?:das|ein|die) (?:\\p{L}+ )?(?:risiko|gefahr),? (?:dass )?(?<what>.+)',
      { modal: 'allowed', negation: 'allowed' },
    ),
    fact('risk', null, '(?:das|ein) (?:\\p{L}+ )?risiko ist,? (?:dass )?(?<what>.+)', {
      modal: 'allowed',
      negation: 'allowed',
    }),
    fact('risk', null, 'ich (?:mache mir sorgen|befürchte|fürchte),? (?:um |dass )?(?<what>.+)', {
      modal: 'allowed',
      negation: 'allowed',
    }),
  ],
  blockers: [
    fact(
      'blocker',
      'resolved',
      '(?:wir|ich) (?:sind|bin) nicht mehr blockiert(?: durch (?<what>.+))?',
      { negation: 'allowed', about: 'clause before' },
    ),
    fact(
      'blocker',
      'resolved',
      '(?:das|die|der) (?<what>.{1,40}?) (?:ist|sind) (?:jetzt |endlich )?(?:gelöst|behoben|geklärt)',
    ),
    fact(
      'blocker',
      'open',
      '(?:wir|ich) (?:sind|bin) (?:noch |immer noch |gerade )?blockiert(?: durch|,? weil| wegen)? (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'blocker',
      'open',
      '(?:wir|ich) (?:hängen|hänge|stecken|stecke|sitzen) (?:\\p{L}+ ){0,2}fest,? ?(?:weil|wegen|bei|an|mit|da) (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'blocker',
      'open',
      '(?:wir kommen|ich komme) (?:\\p{L}+ ){0,2}nicht (?:weiter|voran),? ?(?:weil|wegen|ohne|bis|da|solange) (?<what>.+)',
      { negation: 'allowed' },
    ),
    fact(
      'blocker',
      'resolved',
      `(?:der |die |das |unser |unsere )(?<what>.{1,40}?) (?:ist|sind) (?:jetzt |endlich |wieder |nun |inzwischen |heute |gestern ){0,3}(?:da|gekommen|angekommen|eingetroffen|wieder da|verfügbar|erreichbar|freigegeben)(?![\\p{L}])`,
    ),
    fact(
      'blocker',
      'resolved',
      '(?:der |die |das |unser |unsere )(?<what>.{1,40}?) (?:läuft|laufen|funktioniert|funktionieren|geht|gehen) (?:jetzt |endlich )?wieder(?![\\p{L}])',
    ),
    fact('blocker', 'open', '(?:wir|ich) warte[n]? (?:noch |immer noch )?auf (?<what>.+)'),
    fact(
      'blocker',
      'open',
      '(?:der |die |das |unser |unsere )?(?<what>.{1,40}?) blockier(?:t|en) (?:uns|den|die|das|alles)',
    ),
  ],
  milestones: [
    fact(
      'milestone',
      'moved',
      `${MILESTONE} (?:wurde|wird|ist|haben wir|ist jetzt) .{0,60}?(?:auf|in|bis) .+(?:verschoben|verlegt|vorgezogen)`,
      { needs: 'date', date: 'last', corrects: true },
    ),
    fact(
      'milestone',
      'moved',
      '(?:wir|ich) (?:verschieben|verlegen|haben) (?:den |die |das )?(?<what>.{1,40}?) (?:vom .{1,30} )?(?:auf|in) .+',
      {
        needs: 'date',
        date: 'last',
        corrects: true,
        accepts: (_, { text }) => /verschieb|verschob|verleg/iu.test(text),
      },
    ),
    ...GERMAN_EVENTS,
    fact(
      'milestone',
      'planned',
      `${MILESTONE} (?:ist|sind|bleibt) (?:für |am |im |auf )?.{0,40}(?:geplant|angesetzt|terminiert)`,
      { needs: 'date' },
    ),
    fact(
      'milestone',
      'planned',
      '(?<what>wir (?:starten|gehen .{0,20}live|eröffnen|veröffentlichen).*)',
      { needs: 'date' },
    ),
  ],
  commitments: [
    fact(
      'commitment',
      'kept',
      `(?<what>${THINGS}) (?:habe|hab) ich (?:[^,.]{1,40} )?${PARTICIPLE}$`,
      { of: 'speaker' },
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
    fact(
      'commitment',
      'broken',
      'ich (?:habe|hab) (?:es nicht geschafft|vergessen),? (?<what>.+)',
      { of: 'speaker', negation: 'allowed' },
    ),
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
      '(?<who>\\p{Lu}\\p{L}+) (?:wird|kümmert sich um|übernimmt) (?<what>.+)',
      { of: 'name', accepts: named },
    ),
    fact(
      'commitment',
      'open',
      '\\p{Lu}\\p{L}+ und (?<who>\\p{Lu}\\p{L}+) (?:werden|kümmern sich um|übernehmen) (?<what>.+)',
      { of: 'name', accepts: named },
    ),
  ],
};
