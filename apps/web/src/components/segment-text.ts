import { h, type FunctionalComponent } from 'vue';
import type { Piece } from '../logic/pieces.ts';

/** Words heard with less confidence than this are marked. */
const UNSURE = 0.4;

interface SegmentTextProps {
  readonly pieces: readonly Piece[];
  /** Position of the word that is being heard, among the timed words; -1 for none. */
  readonly activeWord: number;
}

/** The words of a segment; a function, as a template cannot do without spaces between words. */
export const SegmentText: FunctionalComponent<SegmentTextProps> = ({ pieces, activeWord }) => {
  let at = -1;
  return pieces.map(({ text, word, changed }) => {
    if (word === null) return changed ? h('span', { class: 'changed' }, text) : text;
    at += 1;
    const unsure = word.confidence < UNSURE;
    const name = { word: true, spoken: at === activeWord, unsure, changed };
    return h('span', { class: name, 'data-start-ms': word.startMs }, text);
  });
};
SegmentText.props = ['pieces', 'activeWord'];
