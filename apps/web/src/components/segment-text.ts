import { h, type FunctionalComponent } from 'vue';
import type { Piece } from '../logic/pieces.ts';

/** Words heard with less confidence than this are marked. */
const UNSURE = 0.4;

interface SegmentTextProps {
  readonly pieces: readonly Piece[];
  readonly rest: string;
  /** Position of the word that is being heard; -1 for none. */
  readonly activeWord: number;
}

/** The words of a segment; a function, as a template cannot do without spaces between words. */
export const SegmentText: FunctionalComponent<SegmentTextProps> = ({
  pieces,
  rest,
  activeWord,
}) => [
  ...pieces.flatMap(({ gap, word }, at) => {
    const spoken = at === activeWord;
    const name = { word: true, spoken, unsure: word.confidence < UNSURE };
    return [gap, h('span', { class: name, 'data-start-ms': word.startMs }, word.text)];
  }),
  rest,
];
SegmentText.props = ['pieces', 'rest', 'activeWord'];
