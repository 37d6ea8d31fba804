import type { TranscriptSegment, TranscriptWord } from '../api/types.ts';

/** Words with a lower confidence are marked: three of five of them are wrong (docs/adr/0061), and one of ten others. */
const UNSURE_WORD = 0.5;
/** A segment whose words have a lower confidence on the average is marked as a whole: most of its words are wrong. */
const UNSURE_SEGMENT = 0.6;

/** Something of which the reader should not be certain. */
export interface Doubt {
  readonly kind: 'unsure' | 'overlap';
  /** What is shown beside the segment. */
  readonly label: string;
  /** Why, for a word and for a segment. */
  readonly help: string;
}

const UNSURE: Doubt = {
  kind: 'unsure',
  label: 'hardly understood',
  help: 'These words were hardly understood and may be wrong. Play them to hear what was said.',
};
const OVERLAP: Doubt = {
  kind: 'overlap',
  label: 'two voices at once',
  help: 'Two people speak at once here. Some of the marked words may be somebody else’s, and some may be missing.',
};
const OF_WORD = {
  unsure: 'Hardly understood. Click to hear it.',
  overlap: 'Two voices at once: somebody else may have said this.',
} as const satisfies Record<Doubt['kind'], string>;

/** The doubts about a word, in the order in which they are explained. */
export function doubtsOfWord({ confidence, overlap }: TranscriptWord): readonly Doubt['kind'][] {
  return [
    ...(confidence < UNSURE_WORD ? (['unsure'] as const) : []),
    ...(overlap === true ? (['overlap'] as const) : []),
  ];
}

/** What explains the doubts about a word; undefined without any. */
export function helpOfWord(doubts: readonly Doubt['kind'][]): string | undefined {
  return doubts.length === 0 ? undefined : doubts.map((doubt) => OF_WORD[doubt]).join(' ');
}

/** The fields of a segment about which there may be doubts. */
type DoubtfulSegment = Pick<TranscriptSegment, 'confidence' | 'layer'> & {
  readonly words: readonly TranscriptWord[];
};

/**
 * The doubts about a segment. Whoever has edited it has understood it; that two people speak at once stays true. Typed
 * text has none.
 */
export function doubtsOf({ words, confidence, layer }: DoubtfulSegment): readonly Doubt[] {
  const isUnsure = layer !== 'edited' && words.length > 0 && confidence < UNSURE_SEGMENT;
  const overlaps = words.some(({ overlap }) => overlap === true);
  return [...(isUnsure ? [UNSURE] : []), ...(overlaps ? [OVERLAP] : [])];
}
