import { remembered } from '../clauses/remembered.ts';
import { CUES, type CueKind } from './cues.table.ts';
import { EVERYDAY_CUES } from './everyday-cues.table.ts';

/** A cue in a text. */
export interface Cue {
  readonly kind: CueKind;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const PATTERNS = [...CUES, ...EVERYDAY_CUES].map(([kind, words]) => ({
  kind,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?!\\p{L}|['’]t(?!\\p{L}))`, 'giu'),
}));

/** Nouns and verbs that only look like cues. */
const NO_CUES =
  /(?:in order to|of course|at (?:any|all) costs?|pay attention|paid attention|pays? off|want to(?! charge)|wants to(?! charge)|free of charge|in charge|of interest|price tag|billboard|(?:after|before|less) costs|in (?:\p{L}+ )?instal?lments|(?:nothing(?:['’]s| is)?|not|isn['’]t|aren['’]t) (?:yet )?(?:signed|ordered|booked|confirmed|agreed)|noch nicht(?:s)? (?:unterschrieben|bestellt|gebucht|beauftragt)|pas encore (?:signé|commandé|réservé)e?s?|(?:aún|todavía) no (?:está |hemos )?(?:firmado|reservado|pedido)|in order|out of order|sign(?:ed|s|ing)? (?:up(?! (?:for|to) )|in|off|out))(?!\p{L})/giu;

/** The cues of a text in their order. Where two overlap, the longer one counts. */
export const cuesIn: (text: string) => readonly Cue[] = remembered((text) => {
  const plain = text.replace(NO_CUES, (found) => ' '.repeat(found.length));
  const all = PATTERNS.flatMap(({ kind, pattern }) =>
    Array.from(plain.matchAll(pattern), ({ 0: word, index }) => ({
      kind,
      word: word.toLowerCase(),
      start: index,
      end: index + word.length,
    })),
  );
  const longestFirst = all.toSorted((one, other) => other.word.length - one.word.length);
  const kept: Cue[] = [];
  for (const cue of longestFirst) {
    if (!kept.some((each) => cue.start < each.end && each.start < cue.end)) kept.push(cue);
  }
  return kept.sort((one, other) => one.start - other.start);
});
