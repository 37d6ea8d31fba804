import { fact, type FactPattern } from '../pattern.ts';

/** What is in the way, and that it is gone, in German. */
export const GERMAN_BLOCKERS: readonly FactPattern[] = [
  fact(
    'blocker',
    'open',
    '(?:wir können|ich kann|wir kommen|keiner kann|niemand kann) (?:[^,.]{1,40} )?(?:nicht|nichts)(?: [^,.]{1,40})?,? (?:weil|solange|bis|bevor|da) (?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    '(?:es|alles) (?:hängt|scheitert|hakt|klemmt) (?:gerade |noch |im moment |nur |immer noch )*(?:an|am|bei) (?<what>.+)',
  ),
  fact(
    'blocker',
    'open',
    'was uns (?:gerade |noch )?(?:aufhält|blockiert|bremst|fehlt),? (?:ist|sind) (?<what>.+)',
  ),
  fact(
    'blocker',
    'open',
    '(?:uns|hier|dafür|dazu) (?:fehlt|fehlen) (?:uns )?(?:noch |immer noch |leider |einfach |weiterhin ){0,2}(?<what>(?:der|die|das|unser\\p{L}*|eine?) .+)',
  ),
  fact(
    'blocker',
    'open',
    '(?:wir können|ich kann|niemand kann|keiner kann) (?:[^,.]{0,40} )?(?:nicht|nichts|erst) [^,.]{1,40},? (?:ohne|solange|bis|bevor) (?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    '(?:wir können|ich kann|niemand kann|keiner kann) ohne (?<what>(?:den|die|das|dem|der|ein\\p{L}*|unser\\p{L}*) [\\p{L}-]+) (?:nicht|nichts)(?![\\p{L}])',
    { negation: 'allowed' },
  ),
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
    '(?:also |daher |deshalb )?(?:(?:wir|ich) (?:sind|bin|hängen|hänge|stecken|stecke)|(?:sind|hängen|stecken) wir) (?:jetzt |gerade |deshalb |daher )?(?:blockiert|fest)$',
    {
      about: 'clause beside',
    },
  ),
  fact(
    'blocker',
    'open',
    '(?:wir|ich) (?:sind|bin) (?:noch |immer noch |gerade )?blockiert(?: durch|,? weil| wegen|[,:])? (?<what>.+)',
    { negation: 'allowed' },
  ),
  fact(
    'blocker',
    'open',
    '(?:wir|ich) (?:hängen|hänge|stecken|stecke|sitzen) (?:\\p{L}+ ){0,2}fest(?:,? ?(?:weil|wegen|bei|an|mit|da)|[,:]) (?<what>.+)',
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
    `(?:der |die |das |unser |unsere )(?<what>.{1,40}?) (?:ist|sind) (?:jetzt |endlich |wieder |nun |inzwischen |heute |gestern |seit (?:\\p{L}+ ){1,2}?){0,3}(?:freigeschaltet|entsperrt|genehmigt|bewilligt|wieder online|da|gekommen|angekommen|eingetroffen|wieder da|verfügbar|erreichbar|freigegeben)(?![\\p{L}])`,
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
];
